package org.easymodel.engine;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What JSON Schema says of values of a Java type. */
final class JsonType {

    private static final Set<Class<?>> WHOLE =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    /** Only what the formats of RFC 3339 cover: a local date and time is none of them. */
    private static final Map<Class<?>, String> FORMATS = Map.of(
            LocalDate.class, "date",
            java.sql.Date.class, "date",
            Instant.class, "date-time",
            OffsetDateTime.class, "date-time",
            ZonedDateTime.class, "date-time",
            Date.class, "date-time",
            OffsetTime.class, "time",
            Duration.class, "duration",
            UUID.class, "uuid");

    private JsonType() {}

    /** The keywords for a type, in their order; none for a type that has no form of its own in JSON. */
    static Map<String, Object> of(Class<?> type, boolean nullable) {
        Class<?> boxed = Conversion.boxed(type);
        Map<String, Object> keywords = new LinkedHashMap<>();
        name(boxed).ifPresent(name -> keywords.put("type", nullable ? List.of(name, "null") : name));
        if (FORMATS.containsKey(boxed)) {
            keywords.put("format", FORMATS.get(boxed));
        }
        if (boxed.isEnum()) {
            keywords.put("enum", constants(boxed, nullable));
        }
        if (boxed == byte[].class || boxed == Byte[].class) {
            keywords.put("contentEncoding", "base64");
        }
        if (boxed == Character.class) {
            keywords.put("minLength", 1);
            keywords.put("maxLength", 1);
        }
        return keywords;
    }

    static List<@Nullable String> constants(Class<?> type, boolean nullable) {
        List<@Nullable String> names = new ArrayList<>();
        Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .forEach(names::add);
        if (nullable) {
            names.add(null);
        }
        return names;
    }

    static boolean isText(Class<?> type) {
        return CharSequence.class.isAssignableFrom(type);
    }

    private static Optional<String> name(Class<?> boxed) {
        if (boxed == Boolean.class) {
            return Optional.of("boolean");
        }
        if (WHOLE.contains(boxed)) {
            return Optional.of("integer");
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return Optional.of("number");
        }
        boolean text = isText(boxed)
                || boxed.isEnum()
                || boxed == Character.class
                || FORMATS.containsKey(boxed)
                || Stream.of("java.time.", "java.sql.").anyMatch(boxed.getName()::startsWith)
                || boxed == byte[].class
                || boxed == Byte[].class;
        return text ? Optional.of("string") : Optional.empty();
    }
}
