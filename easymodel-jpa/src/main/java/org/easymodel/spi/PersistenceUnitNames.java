package org.easymodel.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The names of the persistence units in the {@code META-INF/persistence.xml} files of the class path. */
public final class PersistenceUnitNames {

    private static final String FILE = "META-INF/persistence.xml";

    private PersistenceUnitNames() {}

    /** All names, sorted, as the thread's context class loader sees them. */
    public static List<String> onClassPath() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL file : Collections.list(
                    loader == null ? ClassLoader.getSystemResources(FILE) : loader.getResources(FILE))) {
                names.addAll(names(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(names);
    }

    private static List<String> names(URL file) throws IOException {
        List<String> names = new ArrayList<>();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = file.openStream()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("persistence-unit")) {
                    names.add(reader.getAttributeValue(null, "name"));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("Not readable as XML: " + file, e);
        }
        return names;
    }
}
