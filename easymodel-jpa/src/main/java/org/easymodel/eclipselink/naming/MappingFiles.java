package org.easymodel.eclipselink.naming;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.easymodel.eclipselink.naming.WrittenNames.FileName;
import org.jspecify.annotations.Nullable;

/** The names that the mapping files of a unit write, such as those of {@code META-INF/orm.xml}. */
final class MappingFiles {

    private static final List<String> STANDARD = List.of("META-INF/orm.xml", "META-INF/eclipselink-orm.xml");
    private static final Set<String> CLASSES = Set.of("entity", "mapped-superclass", "embeddable");

    private final XMLStreamReader xml;
    private final List<FileName> names = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private String packageName = "";
    private String type = "";
    private String attribute = "";

    private MappingFiles(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * Reads the standard files and those that the unit names. A file that cannot be read is passed over: EclipseLink, which has
     * read it before, has refused or ignored it then.
     */
    static List<FileName> read(ClassLoader loader, List<String> further) {
        Set<String> files = new LinkedHashSet<>(STANDARD);
        files.addAll(further);
        List<FileName> names = new ArrayList<>();
        for (String file : files) {
            try {
                for (URL url : Collections.list(loader.getResources(file))) {
                    names.addAll(read(url));
                }
            } catch (IOException | XMLStreamException e) {
                continue;
            }
        }
        return names;
    }

    static List<FileName> read(URL url) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = url.openStream()) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                return new MappingFiles(xml).read();
            } finally {
                xml.close();
            }
        }
    }

    private List<FileName> read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end();
            }
        }
        return names;
    }

    private void start(String element) throws XMLStreamException {
        if (element.equals("package") && path.size() == 1) {
            packageName = xml.getElementText().strip();
            return;
        }
        String name = xml.getAttributeValue(null, "name");
        if (path.size() == 1 && CLASSES.contains(element)) {
            type = qualified(xml.getAttributeValue(null, "class"));
        } else if (path.size() == 3 && path.get(2).equals("attributes") && name != null) {
            attribute = name;
        } else if (!type.isEmpty() && name != null) {
            names.add(new FileName(type, attribute, element, name));
        }
        path.add(element);
    }

    private void end() {
        path.remove(path.size() - 1);
        if (path.size() == 1) {
            type = "";
        } else if (path.size() == 3) {
            attribute = "";
        }
    }

    private String qualified(@Nullable String name) {
        if (name == null) {
            return "";
        }
        return packageName.isEmpty() || name.contains(".") ? name : packageName + "." + name;
    }
}
