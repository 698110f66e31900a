package org.easymodel.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a position as bytes, and back. Each type is written so that nothing is lost. */
final class CursorValues {

    private static final Map<Class<?>, Function<String, Object>> TYPES = Map.ofEntries(
            Map.entry(String.class, text -> text),
            Map.entry(Character.class, text -> text.charAt(0)),
            Map.entry(Boolean.class, Boolean::valueOf),
            Map.entry(Byte.class, Byte::valueOf),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Float.class, Float::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(OffsetTime.class, OffsetTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(Year.class, Year::parse),
            Map.entry(Date.class, text -> new Date(Long.parseLong(text))),
            Map.entry(java.sql.Date.class, java.sql.Date::valueOf),
            Map.entry(java.sql.Time.class, java.sql.Time::valueOf),
            Map.entry(java.sql.Timestamp.class, java.sql.Timestamp::valueOf));

    private CursorValues() {}

    /** Whether values of a type can be a part of a position. */
    static boolean serves(Class<?> type) {
        return type.isEnum() || TYPES.containsKey(Conversion.boxed(type));
    }

    static byte[] write(List<? extends @Nullable Object> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                byte[] text = value == null ? new byte[0] : text(value).getBytes(StandardCharsets.UTF_8);
                out.writeInt(value == null ? -1 : text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value.getClass() == Date.class ? String.valueOf(((Date) value).getTime()) : String.valueOf(value);
    }

    /** The values that were written, one for each type. */
    static List<@Nullable Object> read(byte[] bytes, List<Class<?>> types) {
        List<@Nullable Object> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (Class<?> type : types) {
                int length = in.readInt();
                values.add(length < 0 ? null : value(type, new String(in.readNBytes(length), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object value(Class<?> type, String text) {
        return type.isEnum()
                ? Enum.valueOf((Class<Enum>) type, text)
                : TYPES.get(Conversion.boxed(type)).apply(text);
    }
}
