package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an annotation of Jakarta Persistence 3.2 says beyond 3.1, against which this library is compiled: comments, check
 * constraints, options.
 */
final class Stated {

    private Stated() {}

    /** A text that is not empty, if the annotation has such an element. */
    static Optional<String> text(Annotation annotation, String element) {
        return value(annotation, element)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    /** The check constraints: name and condition each. */
    static List<String[]> checks(Annotation annotation) {
        List<String[]> checks = new ArrayList<>();
        value(annotation, "check")
                .filter(Annotation[].class::isInstance)
                .ifPresent(found -> Stream.of((Annotation[]) found).forEach(check -> text(check, "constraint")
                        .ifPresent(condition ->
                                checks.add(new String[] {text(check, "name").orElse(""), condition}))));
        return checks;
    }

    /** The annotations of Jakarta Persistence that are written inside of this one. */
    static List<Annotation> nested(Annotation annotation) {
        if (!isOfPersistence(annotation)) {
            return List.of();
        }
        List<Annotation> nested = new ArrayList<>();
        for (Method element : elements(annotation)) {
            value(annotation, element.getName()).ifPresent(found -> {
                if (found instanceof Annotation one) {
                    nested.add(one);
                } else if (found instanceof Annotation[] several) {
                    nested.addAll(List.of(several));
                }
            });
        }
        return nested;
    }

    private static List<Method> elements(Annotation annotation) {
        return Stream.of(annotation.annotationType().getDeclaredMethods())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    static boolean isOfPersistence(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("jakarta.persistence.");
    }

    /** What an element of an annotation, or a getter, gives; empty where the run time does not have it. */
    static Optional<Object> value(Object holder, String method) {
        Class<?> type = holder instanceof Annotation annotation ? annotation.annotationType() : holder.getClass();
        try {
            return Optional.ofNullable(type.getMethod(method).invoke(holder));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
