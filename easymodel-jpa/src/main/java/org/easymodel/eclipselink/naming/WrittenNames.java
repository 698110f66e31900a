package org.easymodel.eclipselink.naming;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.easymodel.eclipselink.Members;

/**
 * The names of tables and columns that a person wrote, by the place where they are written: in annotations of any kind, or in a
 * mapping file. A descriptor does not tell a written name from a default one that is spelled alike.
 */
final class WrittenNames {

    private final Map<Place, Set<String>> columns = new HashMap<>();
    private final Map<Place, Set<String>> tables = new HashMap<>();
    private final Map<String, List<FileName>> inFiles = new HashMap<>();

    /**
     * A name in a mapping file.
     *
     * @param type the name of the class whose element holds it
     * @param attribute the attribute whose element holds it; empty if it is that of the class
     * @param element the local name of the XML element, such as {@code join-column}
     * @param name the name of the table or column
     */
    record FileName(String type, String attribute, String element, String name) {}

    WrittenNames(List<FileName> files) {
        files.forEach(each ->
                inFiles.computeIfAbsent(each.type(), key -> new ArrayList<>()).add(each));
    }

    /** Whether the column is named at one of the places or at its class. */
    boolean isColumn(String name, List<Place> places) {
        return places.stream().anyMatch(place -> columns.computeIfAbsent(place, each -> read(each, "column"))
                .contains(folded(name)));
    }

    /** Whether the table is named at the place or, if its attribute is empty, at the class. */
    boolean isTable(String name, Place place) {
        return tables.computeIfAbsent(place, each -> read(each, "table")).contains(folded(name));
    }

    private Set<String> read(Place place, String kind) {
        Set<String> names = new TreeSet<>();
        if (!place.attribute().isEmpty()) {
            Members.of(place.type(), place.attribute()).elements().forEach(element -> addNames(element, kind, names));
        }
        boolean withClass = place.attribute().isEmpty() || kind.equals("column");
        for (Class<?> each = place.type(); each != null && each != Object.class; each = each.getSuperclass()) {
            if (withClass) {
                addNames(each, kind, names);
            }
            inFiles.getOrDefault(each.getName(), List.of()).stream()
                    .filter(file -> file.element().endsWith(kind))
                    .filter(file -> file.attribute().equals(place.attribute())
                            || withClass && file.attribute().isEmpty())
                    .forEach(file -> names.add(folded(file.name())));
            if (place.attribute().isEmpty() && kind.equals("table")) {
                break;
            }
        }
        return names;
    }

    private static void addNames(AnnotatedElement element, String kind, Set<String> names) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            addNames(annotation, kind, names);
        }
    }

    private static void addNames(Annotation annotation, String kind, Set<String> names) {
        String type = annotation.annotationType().getName();
        if (!type.startsWith("jakarta.persistence.") && !type.startsWith("org.eclipse.persistence.annotations.")) {
            return;
        }
        boolean ofKind = type.toLowerCase(Locale.ROOT).endsWith(kind);
        for (Method member : annotation.annotationType().getDeclaredMethods()) {
            Object value = value(annotation, member);
            if (ofKind && member.getName().equals("name")) {
                names.add(folded((String) value));
            } else if (value instanceof Annotation nested) {
                addNames(nested, kind, names);
            } else if (value instanceof Annotation[] several) {
                for (int i = 0; i < Array.getLength(several); i++) {
                    addNames(several[i], kind, names);
                }
            }
        }
    }

    private static Object value(Annotation annotation, Method member) {
        try {
            return member.invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The annotation " + annotation + " cannot be read", e);
        }
    }

    /** Without quotes, and in one case, since SQL does not tell cases apart. */
    private static String folded(String name) {
        return name.replaceAll("[\"`]", "").toUpperCase(Locale.ROOT);
    }
}
