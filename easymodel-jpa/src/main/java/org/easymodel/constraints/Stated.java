package org.easymodel.constraints;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An annotation as its class name and its values, which a composed annotation may override. Values that cannot be read are
 * left out.
 */
record Stated(Class<? extends Annotation> type, Map<String, Object> values) {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";

    /** The annotations of an element; instead of containers such as {@code @Size.List} what they hold. */
    static List<Stated> on(AnnotatedElement element) {
        List<Stated> all = new ArrayList<>();
        for (Annotation annotation : annotations(element)) {
            Stated stated = of(annotation);
            if (stated.values.get("value") instanceof Annotation[] held) {
                List.of(held).forEach(each -> all.add(of(each)));
            } else {
                all.add(stated);
            }
        }
        return all;
    }

    private static List<Annotation> annotations(AnnotatedElement element) {
        try {
            return List.of(element.getAnnotations());
        } catch (RuntimeException | LinkageError e) {
            return List.of();
        }
    }

    private static Stated of(Annotation annotation) {
        Map<String, Object> values = new HashMap<>();
        for (Method member : members(annotation.annotationType())) {
            try {
                member.setAccessible(true);
                values.put(member.getName(), member.invoke(annotation));
            } catch (IllegalAccessException | InvocationTargetException | RuntimeException e) {
                // What the class file promises is not there: the value counts as not stated.
            }
        }
        return new Stated(annotation.annotationType(), values);
    }

    static List<Method> members(Class<? extends Annotation> type) {
        try {
            return Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.getParameterCount() == 0)
                    .toList();
        } catch (LinkageError e) {
            return List.of();
        }
    }

    /** Whether the annotation is one of Bean Validation, its own or another's. */
    boolean isConstraint() {
        return annotations(type).stream()
                .anyMatch(on -> on.annotationType().getName().equals(CONSTRAINT));
    }

    String name() {
        return type.getName();
    }

    Optional<String> text(String member) {
        return value(member, String.class);
    }

    <T> Optional<T> value(String member, Class<T> wanted) {
        return Optional.ofNullable(values.get(member))
                .filter(wanted::isInstance)
                .map(wanted::cast);
    }

    /** The elements of an array by their names: of classes, of enum constants; none if there is no such array. */
    List<String> names(String member) {
        Object array = values.get(member);
        List<String> names = new ArrayList<>();
        if (array != null && array.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(array); i++) {
                Object each = Array.get(array, i);
                names.add(
                        each instanceof Class<?> named
                                ? named.getName()
                                : each instanceof Enum<?> constant ? constant.name() : String.valueOf(each));
            }
        }
        return names;
    }

    Stated with(String member, Object value) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(member, value);
        return new Stated(type, changed);
    }
}
