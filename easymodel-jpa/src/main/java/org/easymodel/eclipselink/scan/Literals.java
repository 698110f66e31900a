package org.easymodel.eclipselink.scan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Values as SQL writes them in a default. */
final class Literals {

    private Literals() {}

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * The default value of a column.
     *
     * @param text the value as the annotation gives it
     * @param type the Java type of the attribute
     * @param converter what turns values of the attribute into those of the column, if there is one
     * @return empty if the text is no value of the type
     */
    static Optional<String> of(String text, Class<?> type, Optional<Converter> converter, Session session) {
        if (text.equals("now") && isTime(type)) {
            return Optional.of(now(type));
        }
        try {
            Object value = parsed(text, type);
            if (value == null) {
                return Optional.empty();
            }
            Object data = converter.isEmpty() ? value : converter.get().convertObjectValueToDataValue(value, session);
            return sql(data);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isTime(Class<?> type) {
        return Temporal.class.isAssignableFrom(type)
                || java.util.Date.class.isAssignableFrom(type)
                || java.util.Calendar.class.isAssignableFrom(type);
    }

    private static String now(Class<?> type) {
        if (type == LocalDate.class || type == java.sql.Date.class) {
            return "CURRENT_DATE";
        }
        return type == LocalTime.class || type == java.sql.Time.class ? "CURRENT_TIME" : "CURRENT_TIMESTAMP";
    }

    /** The value of the attribute; null if there is none for the type. */
    private static @Nullable Object parsed(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        }
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElse(null);
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "boolean" -> bool(text);
            case "byte" -> Byte.valueOf(text);
            case "short" -> Short.valueOf(text);
            case "int", "integer" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "float" -> Float.valueOf(text);
            case "double" -> Double.valueOf(text);
            case "bigdecimal" -> new BigDecimal(text);
            case "biginteger" -> new java.math.BigInteger(text);
            case "char", "character" -> text.length() == 1 ? text.charAt(0) : null;
            case "uuid" -> UUID.fromString(text);
            case "localdate" -> LocalDate.parse(text);
            case "localtime" -> LocalTime.parse(text);
            case "localdatetime" -> LocalDateTime.parse(text);
            case "instant" -> java.time.Instant.parse(text);
            default -> null;
        };
    }

    private static @Nullable Boolean bool(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }

    private static Optional<String> sql(@Nullable Object data) {
        if (data == null) {
            return Optional.empty();
        }
        if (data instanceof Boolean truth) {
            return Optional.of(truth ? "TRUE" : "FALSE");
        }
        if (data instanceof BigDecimal number) {
            return Optional.of(number.toPlainString());
        }
        if (data instanceof Number number) {
            return Optional.of(number.toString());
        }
        if (data instanceof Enum<?> constant) {
            return Optional.of(String.valueOf(constant.ordinal()));
        }
        if (data instanceof LocalDateTime || data instanceof java.sql.Timestamp) {
            LocalDateTime moment =
                    data instanceof java.sql.Timestamp timestamp ? timestamp.toLocalDateTime() : (LocalDateTime) data;
            return Optional.of(quoted(moment.toLocalDate() + " " + fullTime(moment.toLocalTime())));
        }
        if (data instanceof LocalTime time) {
            return Optional.of(quoted(fullTime(time)));
        }
        boolean text = data instanceof String
                || data instanceof Character
                || data instanceof LocalDate
                || data instanceof UUID
                || data instanceof java.sql.Date
                || data instanceof java.sql.Time;
        return text ? Optional.of(quoted(data.toString())) : Optional.empty();
    }

    /** Always with seconds, which {@link LocalTime#toString()} leaves out where they are zero. */
    private static String fullTime(LocalTime time) {
        String text = time.toString();
        return text.length() == 5 ? text + ":00" : text;
    }
}
