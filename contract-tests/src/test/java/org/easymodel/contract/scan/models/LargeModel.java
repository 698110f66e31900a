package org.easymodel.contract.scan.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;

/**
 * A made-up model of any size: entities in one long chain of foreign keys, each with six relationships to others, and one
 * table with twice as many columns as there are entities.
 */
final class LargeModel {

    private static final int RELATIONSHIPS = 6;
    private static final List<String> TYPES = List.of("String", "int", "Long", "java.math.BigDecimal", "boolean");

    private final int entities;
    private final UnitPath path;

    private LargeModel(int entities, UnitPath path) {
        this.entities = entities;
        this.path = path;
    }

    /** Compiles the entities into a directory. */
    static LargeModel of(int entities, Path directory) {
        try {
            List<Path> sources = new ArrayList<>();
            for (int i = 0; i < entities; i++) {
                sources.add(write(directory, "Link" + i, link(i, entities)));
            }
            sources.add(write(directory, "Wide", wide(columns(entities))));
            compile(directory, sources);
            return new LargeModel(entities, UnitPath.of(directory, UnitXml.of("large", classes(directory, sources))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The canonical text of the model. */
    String scan() {
        return path.call(() -> SchemaScan.scan("large", Map.of()));
    }

    /** How many relationships there are: one less than six of each, since the chain has an end. */
    int relationships() {
        return entities * RELATIONSHIPS - 1;
    }

    /** How many columns the wide table has beside its id. */
    int columns() {
        return columns(entities);
    }

    private static int columns(int entities) {
        return entities * 2;
    }

    private static String link(int number, int entities) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < RELATIONSHIPS; i++) {
            int target = i == 0 ? number - 1 : (number * 7 + i * 31) % entities;
            if (target >= 0) {
                fields.append("    @ManyToOne Link" + target + " to" + i + ";\n");
            }
        }
        return entity("Link" + number, fields + "    String name;\n    int size;\n");
    }

    private static String wide(int columns) {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            fields.append("    " + TYPES.get(i % TYPES.size()) + " column" + i + ";\n");
        }
        return entity("Wide", fields.toString());
    }

    private static String entity(String name, String fields) {
        return "package large;\nimport jakarta.persistence.*;\n@Entity class " + name + " {\n    @Id Long id;\n"
                + fields + "}\n";
    }

    private static Path write(Path directory, String name, String source) throws IOException {
        Path file = directory.resolve("large").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    private static void compile(Path directory, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", directory.toString(), "-classpath", jarOfPersistence());
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException("The entities do not compile");
            }
        }
    }

    private static String jarOfPersistence() {
        URL jar = jakarta.persistence.Entity.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        return Path.of(java.net.URI.create(jar.toString())).toString();
    }

    private static List<Class<?>> classes(Path directory, List<Path> sources) throws MalformedURLException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, LargeModel.class.getClassLoader());
        return sources.stream()
                .map(source -> source.getFileName().toString().replace(".java", ""))
                .flatMap(name -> Stream.<Class<?>>of(load(loader, "large." + name)))
                .toList();
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
