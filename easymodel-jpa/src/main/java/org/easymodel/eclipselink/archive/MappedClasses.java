package org.easymodel.eclipselink.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the classes in a directory or jar file that say that they belong to a persistence unit: entities, mapped superclasses,
 * embeddables and converters. Class files are read, not loaded. Safe for any number of threads.
 */
public final class MappedClasses {

    private static final Set<String> ANNOTATIONS = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Converter");

    private MappedClasses() {}

    /**
     * Their names, in order; none in a place that cannot be read.
     *
     * @param root a directory or a jar file
     */
    public static List<String> in(URL root) {
        Set<String> names = new TreeSet<>();
        try {
            Archive.of(root).read(MappedClasses::isClass, (name, bytes) -> add(name, bytes, names));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | SecurityException e) {
            return List.of();
        }
        return List.copyOf(names);
    }

    /** Of a jar file for several versions of Java, the classes for all of them. */
    static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/");
    }

    /** A class that does not lie where its name says can be loaded by nobody. */
    private static void add(String name, byte[] bytes, Set<String> names) {
        ClassFile.read(bytes)
                .filter(type -> type.annotations().stream().anyMatch(ANNOTATIONS::contains))
                .filter(type -> name.equals(type.name().replace('.', '/') + ".class"))
                .ifPresent(type -> names.add(type.name()));
    }
}
