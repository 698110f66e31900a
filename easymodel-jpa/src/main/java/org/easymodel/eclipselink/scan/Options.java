package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.Members;
import org.easymodel.failure.Problem;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/**
 * Names the SQL that mappings want to have added to what the database creates, the {@code options} of Jakarta Persistence 3.2,
 * since the schema does not describe it.
 */
final class Options {

    private final Consumer<Problem> warnings;
    private final Set<String> named = new HashSet<>();

    Options(Consumer<Problem> warnings) {
        this.warnings = warnings;
    }

    void warn(ClassDescriptor descriptor) {
        String entity = descriptor.getAlias();
        Class<?> type = descriptor.getJavaClass();
        if (type.getPackage() != null) {
            warn("package " + type.getPackageName(), List.of(type.getPackage().getAnnotations()));
        }
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            warn(entity, List.of(each.getAnnotations()));
        }
        MappedAttribute.withEmbedded(descriptor).forEach(attribute -> warn(entity, attribute));
        for (MappedAttribute attribute : MappedAttribute.of(descriptor)) {
            attribute.element().ifPresent(element -> MappedAttribute.withEmbedded(element)
                    .forEach(inner -> warn(entity + "." + attribute.path(), inner)));
        }
        warnOfKept(descriptor);
    }

    private void warn(String place, MappedAttribute attribute) {
        warn(
                place + "." + attribute.path(),
                attribute.members().map(Members::annotations).orElse(List.of()));
    }

    private void warn(String place, List<Annotation> annotations) {
        annotations.stream()
                .filter(Stated::isOfPersistence)
                .flatMap(Options::tree)
                .forEach(annotation -> Stated.text(annotation, "options").ifPresent(options -> {
                    named.add(options);
                    warnings.accept(problem(place, annotation, options));
                }));
    }

    /** What {@code orm.xml} says of tables, and no annotation; EclipseLink reads no options of columns there. */
    private void warnOfKept(ClassDescriptor descriptor) {
        for (DatabaseTable table : Lists.tables(descriptor)) {
            Kept.options(table)
                    .filter(options -> !named.contains(options))
                    .ifPresent(options -> warnings.accept(
                            Problems.options(descriptor.getAlias(), "table " + table.getName(), options)));
        }
    }

    private static Stream<Annotation> tree(Annotation annotation) {
        return Stream.concat(
                Stream.of(annotation), Stated.nested(annotation).stream().flatMap(Options::tree));
    }

    private static Problem problem(String place, Annotation annotation, String options) {
        String name = annotation.annotationType().getSimpleName();
        return name.equals("Table")
                ? Problems.tableOptions(place, options)
                : Problems.options(place, "@" + name, options);
    }
}
