package org.easymodel.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The libraries of an application under test, as the build has them. Used outside the server only. */
final class Libraries {

    private static final List<String> OF_MIGRATION =
            List.of("easymodel-liquibase", "liquibase-", "commons-", "snakeyaml");

    private Libraries() {}

    /**
     * The library and what it needs.
     *
     * @param defaultUnit whether the fragment for the only unit is among them
     * @param migrating whether what migrates is among them
     */
    static List<JavaArchive> of(boolean defaultUnit, boolean migrating) {
        List<JavaArchive> libraries = new ArrayList<>();
        for (String entry : System.getProperty("war.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            String name = name(path);
            if ((Servers.isWildFly() || !isProvider(name))
                    && (defaultUnit || !name.startsWith("easymodel-default-unit"))
                    && (migrating || OF_MIGRATION.stream().noneMatch(name::startsWith))) {
                libraries.add(archive(path, name));
            }
        }
        libraries.add(archive(codeSource(org.assertj.core.api.Assertions.class), "assertj.jar"));
        return libraries;
    }

    /** Those of the build whose files are so named. */
    static List<JavaArchive> named(String start) {
        return Stream.of(System.getProperty("war.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> name(path).startsWith(start))
                .map(path -> archive(path, name(path)))
                .toList();
    }

    /** All servers but WildFly bring EclipseLink. */
    private static boolean isProvider(String name) {
        return Stream.of("eclipselink-", "jipijapa-").anyMatch(name::startsWith);
    }

    /** A module of this build is a directory of classes until it is packaged. */
    private static String name(Path path) {
        return path.toFile().isDirectory()
                ? path.getParent().getParent().getFileName() + ".jar"
                : path.getFileName().toString();
    }

    private static JavaArchive archive(Path path, String name) {
        return path.toFile().isDirectory()
                ? ShrinkWrap.create(ExplodedImporter.class, name)
                        .importDirectory(path.toFile())
                        .as(JavaArchive.class)
                : ShrinkWrap.create(org.jboss.shrinkwrap.api.importer.ZipImporter.class, name)
                        .importFrom(path.toFile())
                        .as(JavaArchive.class);
    }

    private static Path codeSource(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
