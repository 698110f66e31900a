package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
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

    private static Optional<Object> value(Annotation annotation, String element) {
        try {
            return Optional.ofNullable(
                    annotation.annotationType().getMethod(element).invoke(annotation));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
