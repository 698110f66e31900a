package org.easymodel.eclipselink.archive;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.sessions.Session;

/**
 * Finds classes that are entities by their annotation and lie where the classes of a unit lie, but are not in the unit: most
 * often one that was forgotten in the list of {@code persistence.xml}. A class that another unit of the same file lists was not
 * forgotten.
 *
 * <p>Class files are read, not loaded. What cannot be read is passed over, for a warning is no reason to fail. Safe for any
 * number of threads.
 */
public final class UnlistedEntities {

    /** A property of a unit whose classes were named one by one, so that none was forgotten. */
    public static final String NAMED = "easymodel.classes-named";

    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String UNITS = "META-INF/persistence.xml";

    private UnlistedEntities() {}

    /**
     * The names of such classes for the unit of a session, in order; none if the place of the unit is not known,
     * or a program has named its classes.
     *
     * @param session a session of EclipseLink whose classes are known
     */
    public static List<String> unlisted(Session session) {
        EntityManagerSetupImpl setup = EntityManagerFactoryProvider.getEntityManagerSetupImpl(session.getName());
        if (setup == null) {
            return List.of();
        }
        PersistenceUnitInfo unit = setup.getPersistenceUnitInfo();
        if (unit.getProperties().containsKey(NAMED)) {
            return List.of();
        }
        Set<URL> roots = new LinkedHashSet<>(unit.getJarFileUrls());
        if (unit.getPersistenceUnitRootUrl() != null) {
            roots.add(unit.getPersistenceUnitRootUrl());
        }
        Set<String> known = new TreeSet<>();
        session.getDescriptors().keySet().forEach(type -> known.add(type.getName()));
        return unlisted(roots, known);
    }

    /**
     * The names of entity classes in directories and jar files that are neither known nor listed by a unit there, in order.
     *
     * @param roots directories and jar files, as a unit names them
     * @param known the names of the classes that the unit contains
     */
    public static List<String> unlisted(Collection<URL> roots, Collection<String> known) {
        Set<String> entities = new TreeSet<>();
        Set<String> listed = new TreeSet<>(known);
        for (URL root : roots) {
            try {
                Archive.of(root).read(UnlistedEntities::isWanted, (name, bytes) -> {
                    if (name.equals(UNITS)) {
                        listed.addAll(listed(bytes));
                    } else {
                        addEntity(name, bytes, entities);
                    }
                });
            } catch (IOException | UncheckedIOException | IllegalArgumentException | SecurityException e) {
                continue;
            }
        }
        entities.removeAll(listed);
        return List.copyOf(entities);
    }

    /** Of a jar file for several versions of Java, the classes for all of them. */
    private static boolean isWanted(String name) {
        return name.equals(UNITS) || name.endsWith(".class") && !name.startsWith("META-INF/");
    }

    /** A class that does not lie where its name says can be loaded by nobody. */
    private static void addEntity(String name, byte[] bytes, Set<String> entities) {
        ClassFile.read(bytes)
                .filter(type -> type.annotations().contains(ENTITY))
                .filter(type -> name.equals(type.name().replace('.', '/') + ".class"))
                .ifPresent(type -> entities.add(type.name()));
    }

    private static Set<String> listed(byte[] units) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Set<String> listed = new TreeSet<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(units));
            try {
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && xml.getLocalName().equals("class")) {
                        listed.add(xml.getElementText().strip());
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            return listed;
        }
        return listed;
    }
}
