package org.easymodel.server;

import java.io.File;
import java.nio.file.Path;
import org.easymodel.server.guestbook.Guestbook;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds the WAR under test, with the library in {@code WEB-INF/lib}. Used outside the server only. */
final class Wars {

    private static final String WILDFLY = "wildfly";

    private Wars() {}

    static WebArchive guestbook(String dataSource, Class<?>... tests) {
        String server = System.getProperty("arquillian.launch");
        WebArchive war = ShrinkWrap.create(WebArchive.class, tests[0].getSimpleName() + ".war")
                .addPackage(Guestbook.class.getPackage())
                .addClasses(tests)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(server + "/persistence.xml", "META-INF/persistence.xml")
                .setWebXML(new StringAsset(webXml(dataSource)))
                .addAsLibrary(codeSource(org.assertj.core.api.Assertions.class));
        for (String entry : System.getProperty("war.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (server.equals(WILDFLY) || !isProvider(path.getFileName().toString())) {
                addLibrary(war, path);
            }
        }
        return war;
    }

    /** All servers but WildFly bring EclipseLink. */
    private static boolean isProvider(String fileName) {
        return fileName.startsWith("eclipselink-") || fileName.startsWith("jipijapa-");
    }

    /** A module of this build is a directory of classes until it is packaged. */
    private static void addLibrary(WebArchive war, Path path) {
        if (path.toFile().isDirectory()) {
            String module = path.getParent().getParent().getFileName().toString();
            war.addAsLibrary(ShrinkWrap.create(ExplodedImporter.class, module + ".jar")
                    .importDirectory(path.toFile())
                    .as(JavaArchive.class));
        } else {
            war.addAsLibrary(path.toFile());
        }
    }

    private static String webXml(String dataSource) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
                         version="6.0">
                  <persistence-unit-ref>
                    <persistence-unit-ref-name>persistence/easymodel</persistence-unit-ref-name>
                  </persistence-unit-ref>
                  <data-source>
                    <name>java:app/jdbc/guestbook</name>
                    %s
                  </data-source>
                </web-app>
                """.formatted(dataSource);
    }

    private static File codeSource(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
