package org.easymodel.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the text of a {@link org.easymodel.model.DefaultValue} as a value of the attribute's type. */
final class ValueText {

    private static final String NOW = "now";

    private static final Map<Class<?>, Function<ZonedDateTime, Object>> MOMENTS = Map.ofEntries(
            Map.entry(Instant.class, ZonedDateTime::toInstant),
            Map.entry(LocalDate.class, ZonedDateTime::toLocalDate),
            Map.entry(LocalDateTime.class, ZonedDateTime::toLocalDateTime),
            Map.entry(LocalTime.class, ZonedDateTime::toLocalTime),
            Map.entry(OffsetDateTime.class, ZonedDateTime::toOffsetDateTime),
            Map.entry(OffsetTime.class, moment -> moment.toOffsetDateTime().toOffsetTime()),
            Map.entry(ZonedDateTime.class, moment -> moment),
            Map.entry(Year.class, Year::from),
            Map.entry(Date.class, moment -> Date.from(moment.toInstant())),
            Map.entry(Calendar.class, GregorianCalendar::from),
            Map.entry(java.sql.Date.class, moment -> java.sql.Date.valueOf(moment.toLocalDate())),
            Map.entry(java.sql.Time.class, moment -> java.sql.Time.valueOf(moment.toLocalTime())),
            Map.entry(java.sql.Timestamp.class, moment -> java.sql.Timestamp.valueOf(moment.toLocalDateTime())));

    private ValueText() {}

    /** What gives the value at the moment of an insert; empty if the text is no value of the type. */
    static Optional<Function<ZonedDateTime, Object>> read(Class<?> type, String text) {
        Class<?> wanted = Conversion.boxed(type);
        if (text.equals(NOW) && MOMENTS.containsKey(wanted)) {
            return Optional.of(MOMENTS.get(wanted));
        }
        return fixed(wanted, text).map(value -> moment -> fresh(wanted, text));
    }

    /** Read again for each row: a date of the old kind can be changed by who gets it. */
    private static Object fresh(Class<?> type, String text) {
        return fixed(type, text).orElseThrow();
    }

    /** The value where it is always the same; empty for {@code now}, and for what is no value of the type. */
    static Optional<Object> fixed(Class<?> type, String text) {
        Class<?> wanted = Conversion.boxed(type);
        if (wanted == Boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
        }
        if (Conversion.isNumber(wanted)) {
            try {
                return Conversion.to(wanted, new BigDecimal(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Conversion.to(wanted, text);
    }
}
