package org.easymodel.engine;

import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Converts values to the type of an attribute, but only where nothing is lost. */
final class Conversion {

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            boolean.class, Boolean.class,
            byte.class, Byte.class,
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class,
            char.class, Character.class);

    private static final Map<Class<?>, Function<BigDecimal, Object>> NUMBERS = Map.of(
            Byte.class, BigDecimal::byteValueExact,
            Short.class, BigDecimal::shortValueExact,
            Integer.class, BigDecimal::intValueExact,
            Long.class, BigDecimal::longValueExact,
            BigInteger.class, BigDecimal::toBigIntegerExact,
            BigDecimal.class, number -> number,
            Float.class, Conversion::exactFloat,
            Double.class, Conversion::exactDouble);

    private static final Map<Class<?>, Function<String, Object>> TEXTS = Map.ofEntries(
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(UUID.class, Conversion::uuid),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(Instant.class, Conversion::instant),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(OffsetTime.class, OffsetTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(Year.class, Year::parse),
            Map.entry(Duration.class, Duration::parse),
            Map.entry(Date.class, text -> Date.from(instant(text))),
            Map.entry(java.sql.Date.class, text -> java.sql.Date.valueOf(LocalDate.parse(text))),
            Map.entry(java.sql.Timestamp.class, text -> java.sql.Timestamp.valueOf(LocalDateTime.parse(text))),
            Map.entry(Character.class, Conversion::character));

    private static final Map<Class<?>, String> EXAMPLES = Map.ofEntries(
            Map.entry(BigDecimal.class, "12.50"),
            Map.entry(UUID.class, "123e4567-e89b-42d3-a456-426614174000"),
            Map.entry(LocalDate.class, "2026-01-31"),
            Map.entry(LocalDateTime.class, "2026-01-31T10:15:30"),
            Map.entry(LocalTime.class, "10:15:30"),
            Map.entry(Instant.class, "2026-01-31T10:15:30Z"),
            Map.entry(OffsetDateTime.class, "2026-01-31T10:15:30+01:00"),
            Map.entry(OffsetTime.class, "10:15:30+01:00"),
            Map.entry(ZonedDateTime.class, "2026-01-31T10:15:30+01:00"),
            Map.entry(Year.class, "2026"),
            Map.entry(Duration.class, "PT1H30M"),
            Map.entry(Date.class, "2026-01-31T10:15:30Z"),
            Map.entry(java.sql.Date.class, "2026-01-31"),
            Map.entry(java.sql.Timestamp.class, "2026-01-31T10:15:30"),
            Map.entry(Character.class, "a"));

    private Conversion() {}

    /** The value in that type; empty if it cannot be had without loss. */
    static Optional<Object> to(Class<?> type, Object value) {
        Class<?> wanted = boxed(type);
        if (wanted.isInstance(value)) {
            return Optional.of(value);
        }
        try {
            return Optional.ofNullable(converted(wanted, value));
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether some value of a type can be had in another without loss. */
    static boolean isPossible(Class<?> from, Class<?> to) {
        Class<?> given = boxed(from);
        Class<?> wanted = boxed(to);
        return wanted.isAssignableFrom(given)
                || given.isAssignableFrom(wanted)
                || NUMBERS.containsKey(given) && NUMBERS.containsKey(wanted)
                || given == String.class && (wanted.isEnum() || TEXTS.containsKey(wanted))
                || given == Character.class && wanted == String.class
                || wanted == Instant.class && (given == OffsetDateTime.class || given == ZonedDateTime.class);
    }

    static Class<?> boxed(Class<?> type) {
        return WRAPPERS.getOrDefault(type, type);
    }

    static boolean isNumber(Class<?> type) {
        return NUMBERS.containsKey(boxed(type));
    }

    /** Whether a database compares values of the two types. */
    static boolean isComparable(Class<?> left, Class<?> right) {
        Class<?> one = boxed(left);
        Class<?> other = boxed(right);
        return one == other || NUMBERS.containsKey(one) && NUMBERS.containsKey(other);
    }

    /** What a value of the type may be given as, for a message. */
    static String expectation(Class<?> type) {
        Class<?> wanted = boxed(type);
        if (wanted.isEnum()) {
            return "one of "
                    + String.join(
                            ", ",
                            Arrays.stream(wanted.getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name())
                                    .toList());
        }
        return wanted.getSimpleName();
    }

    /** The name of a type for a message; a class that nobody names is one of its public types. */
    static String nameOf(Class<?> type) {
        if (Modifier.isPublic(type.getModifiers()) || !type.getName().startsWith("java.")) {
            return type.getSimpleName();
        }
        return Stream.of(List.class, Set.class, Map.class, Collection.class)
                .filter(each -> each.isAssignableFrom(type))
                .findFirst()
                .map(Class::getSimpleName)
                .orElseGet(type::getSimpleName);
    }

    /** What was given instead, for a message; of a text the form may be wrong, and it is never told. */
    static String misfit(Class<?> type, Class<?> given) {
        if (CharSequence.class.isAssignableFrom(given) && isPossible(String.class, type)) {
            return boxed(type).isEnum()
                    ? "and the given text is none of these"
                    : "and the given text is no " + nameOf(boxed(type));
        }
        return "not " + Problems.valueOf(given);
    }

    /** What to do about it. */
    static String remedy(Class<?> type, Class<?> given) {
        String example = EXAMPLES.get(boxed(type));
        return example != null && CharSequence.class.isAssignableFrom(given)
                ? "Give a text such as '" + example + "'."
                : "Give a value that converts without loss.";
    }

    private static Object converted(Class<?> wanted, Object value) {
        if (value instanceof Number number && NUMBERS.containsKey(wanted)) {
            return NUMBERS.get(wanted).apply(decimal(number));
        }
        if (value instanceof CharSequence text) {
            return fromText(wanted, text.toString());
        }
        if (value instanceof Character letter && wanted == String.class) {
            return letter.toString();
        }
        if (wanted == Instant.class && value instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (wanted == Instant.class && value instanceof ZonedDateTime moment) {
            return moment.toInstant();
        }
        return null;
    }

    private static Object fromText(Class<?> wanted, String text) {
        if (wanted == String.class) {
            return text;
        }
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElse(null);
        }
        Function<String, Object> parser = TEXTS.get(wanted);
        return parser == null ? null : parser.apply(text);
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return new BigDecimal(number.toString());
    }

    private static Object exactFloat(BigDecimal number) {
        float nearest = number.floatValue();
        return same(number, Float.toString(nearest)) ? nearest : null;
    }

    private static Object exactDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return same(number, Double.toString(nearest)) ? nearest : null;
    }

    private static boolean same(BigDecimal number, String nearest) {
        return new BigDecimal(nearest).compareTo(number) == 0;
    }

    private static Object uuid(String text) {
        UUID uuid = UUID.fromString(text);
        return uuid.toString().equalsIgnoreCase(text) ? uuid : null;
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Object character(String text) {
        return text.length() == 1 ? text.charAt(0) : null;
    }
}
