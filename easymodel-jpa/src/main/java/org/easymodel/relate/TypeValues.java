package org.easymodel.relate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an attribute can say of an entity, from text in its own type. */
final class TypeValues {

    private TypeValues() {}

    /** The value that a text means in a type; empty if it means none, or if the type is of no use. */
    static Optional<Object> of(Class<?> type, String text) {
        if (type == String.class) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
        if (type == Character.class || type == char.class) {
            return text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
        }
        return type.isEnum() ? constant(type, text) : number(type, text);
    }

    private static Optional<Object> number(Class<?> type, String text) {
        try {
            if (type == Integer.class || type == int.class) {
                return Optional.of(Integer.valueOf(text));
            }
            if (type == Long.class || type == long.class) {
                return Optional.of(Long.valueOf(text));
            }
            if (type == Short.class || type == short.class) {
                return Optional.of(Short.valueOf(text));
            }
            return type == Byte.class || type == byte.class ? Optional.of(Byte.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> constant(Class<?> type, String text) {
        Optional<Object> exact = constants(type)
                .filter(constant -> constant.name().equals(text))
                .<Object>map(constant -> constant)
                .findFirst();
        return exact.or(() -> {
            List<Object> alike = constants(type)
                    .filter(constant -> letters(constant.name()).equalsIgnoreCase(letters(text)))
                    .<Object>map(constant -> constant)
                    .toList();
            return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
        });
    }

    private static Stream<Enum<?>> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(constant -> (Enum<?>) constant);
    }

    private static String letters(String name) {
        return name.replace("_", "");
    }
}
