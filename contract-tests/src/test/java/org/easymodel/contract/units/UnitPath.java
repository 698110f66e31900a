package org.easymodel.contract.units;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class path whose only persistence units are those of one directory; the classes are those of the tests. */
public final class UnitPath {

    private static final String FILE = "META-INF/persistence.xml";
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence https://jakarta.ee/xml/ns/persistence/persistence_3_0.xsd"
                version="3.0">
            """;

    private final Path root;

    private UnitPath(Path root) {
        this.root = root;
    }

    /** The units of a directory that has its own {@code META-INF/persistence.xml}, or none. */
    public static UnitPath of(Path root) {
        return new UnitPath(root);
    }

    /** Writes these units into a directory. */
    public static UnitPath of(Path root, UnitXml... units) {
        try {
            Files.createDirectories(root.resolve("META-INF"));
            Files.writeString(
                    root.resolve(FILE),
                    HEAD + Stream.of(units).map(UnitXml::xml).collect(Collectors.joining()) + "</persistence>\n");
            return new UnitPath(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs work with this class path as the thread's. */
    public <R> R call(Supplier<R> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (OnlyHere loader = new OnlyHere(root, getClass().getClassLoader())) {
            thread.setContextClassLoader(loader);
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class OnlyHere extends URLClassLoader {

        OnlyHere(Path root, ClassLoader parent) throws IOException {
            super(new URL[] {root.toUri().toURL()}, parent);
        }

        @Override
        public URL getResource(String name) {
            return name.equals(FILE) ? findResource(name) : super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals(FILE) ? findResources(name) : super.getResources(name);
        }
    }
}
