package org.easymodel.benchmark.start;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Entities without meaning, compiled into a directory, in one unit of EclipseLink and one of Hibernate. */
final class MadeUpModel {

    static final String ECLIPSELINK = "large";
    static final String HIBERNATE = "large-hibernate";

    private static final int RELATIONSHIPS = 3;

    private MadeUpModel() {}

    static void compile(int entities, Path directory) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int number = 0; number < entities; number++) {
            Path source = directory.resolve("large/Thing" + number + ".java");
            Files.createDirectories(source.getParent());
            sources.add(Files.writeString(source, entity(number, entities)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", directory.toString(), "-classpath", persistence());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("The entities do not compile");
            }
        }
        Path units = directory.resolve("META-INF/persistence.xml");
        Files.createDirectories(units.getParent());
        Files.writeString(units, units(entities));
    }

    private static String entity(int number, int entities) {
        String relationships = IntStream.range(0, RELATIONSHIPS)
                .mapToObj(each -> "    @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = \"to" + each
                        + "_id\") Thing" + (number * 7 + each * 31 + 1) % entities + " to" + each + ";\n")
                .collect(Collectors.joining());
        return "package large;\nimport jakarta.persistence.*;\n@Entity public class Thing" + number
                + " {\n    @Id Long id;\n    String name;\n    String remark;\n    int amount;\n    Long mass;\n"
                + "    boolean active;\n" + relationships + "}\n";
    }

    private static String persistence() {
        return Path.of(URI.create(jakarta.persistence.Entity.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    private static String units(int entities) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence https://jakarta.ee/xml/ns/persistence/persistence_3_0.xsd"
                    version="3.0">
                """
                + unit(ECLIPSELINK, "org.eclipse.persistence.jpa.PersistenceProvider", entities)
                + unit(HIBERNATE, "org.hibernate.jpa.HibernatePersistenceProvider", entities)
                + "</persistence>\n";
    }

    private static String unit(String name, String provider, int entities) {
        String classes = IntStream.range(0, entities)
                .mapToObj(each -> "<class>large.Thing" + each + "</class>\n")
                .collect(Collectors.joining());
        return "<persistence-unit name=\"" + name + "\" transaction-type=\"RESOURCE_LOCAL\">\n<provider>" + provider
                + "</provider>\n" + classes
                + "<exclude-unlisted-classes>true</exclude-unlisted-classes>\n<properties>\n"
                + "<property name=\"eclipselink.session.customizer\""
                + " value=\"org.easymodel.eclipselink.EasyModelCustomizer\"/>\n"
                + "<property name=\"eclipselink.logging.level\" value=\"SEVERE\"/>\n</properties>\n</persistence-unit>\n";
    }
}
