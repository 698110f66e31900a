package org.easymodel.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the {@code META-INF/persistence.xml} files of the class path name: above all their units. */
public final class PersistenceUnitNames {

    private static final String FILE = "META-INF/persistence.xml";
    private static final String MAPPINGS = "META-INF/orm.xml";

    private PersistenceUnitNames() {}

    /** All names, sorted, as the thread's context class loader sees them. */
    public static List<String> onClassPath() {
        TreeSet<String> names = new TreeSet<>();
        read("persistence-unit", unit -> names.add(unit.getAttributeValue(null, "name")));
        return List.copyOf(names);
    }

    /** Whether a class without annotations may be an entity, since some unit has a file of mappings. */
    public static boolean mayMapByFile() {
        List<String> found =
                new ArrayList<>(resources(MAPPINGS).stream().map(URL::toString).toList());
        read("mapping-file", file -> found.add(file.getLocalName()));
        return !found.isEmpty();
    }

    private static void read(String element, Consumer<XMLStreamReader> taker) {
        for (URL file : resources(FILE)) {
            try {
                read(file, element, taker);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<URL> resources(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return Collections.list(loader == null ? ClassLoader.getSystemResources(name) : loader.getResources(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(URL file, String element, Consumer<XMLStreamReader> taker) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = file.openStream()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(element)) {
                    taker.accept(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Not readable as XML: " + file, e);
        }
    }
}
