package org.easymodel.eclipselink.scan;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.easymodel.constraints.Constraints;
import org.easymodel.constraints.Digits;
import org.easymodel.eclipselink.TextLength;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** The logical column type of what EclipseLink binds: a Java type, with the lengths of the mapping. */
final class ColumnTypes {

    private static final int USUAL_PRECISION = 19;
    private static final int USUAL_SCALE = 2;
    private static final int LARGEST_PRECISION = 31;

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            entry(Boolean.class, Kind.BOOL),
            entry(boolean.class, Kind.BOOL),
            entry(Byte.class, Kind.INT16),
            entry(byte.class, Kind.INT16),
            entry(Short.class, Kind.INT16),
            entry(short.class, Kind.INT16),
            entry(Integer.class, Kind.INT32),
            entry(int.class, Kind.INT32),
            entry(Long.class, Kind.INT64),
            entry(long.class, Kind.INT64),
            entry(Float.class, Kind.FLOAT32),
            entry(float.class, Kind.FLOAT32),
            entry(Double.class, Kind.FLOAT64),
            entry(double.class, Kind.FLOAT64),
            entry(LocalDate.class, Kind.DATE),
            entry(java.sql.Date.class, Kind.DATE),
            entry(LocalTime.class, Kind.TIME),
            entry(java.sql.Time.class, Kind.TIME),
            entry(OffsetTime.class, Kind.TIME),
            entry(LocalDateTime.class, Kind.TIMESTAMP),
            entry(java.sql.Timestamp.class, Kind.TIMESTAMP),
            entry(OffsetDateTime.class, Kind.TIMESTAMP),
            entry(java.time.Instant.class, Kind.TIMESTAMP),
            entry(java.util.Date.class, Kind.TIMESTAMP),
            entry(java.util.Calendar.class, Kind.TIMESTAMP),
            entry(java.util.GregorianCalendar.class, Kind.TIMESTAMP),
            entry(java.time.Year.class, Kind.INT32),
            entry(UUID.class, Kind.UUID),
            entry(java.sql.Clob.class, Kind.LOB_TEXT),
            entry(char[].class, Kind.LOB_TEXT),
            entry(Character[].class, Kind.LOB_TEXT),
            entry(java.sql.Blob.class, Kind.LOB_BIN),
            entry(byte[].class, Kind.LOB_BIN),
            entry(Byte[].class, Kind.LOB_BIN));

    private ColumnTypes() {}

    /** The type of a column, empty if there is none for this Java type. What the mapping defines in SQL is not looked at. */
    static Optional<ColumnType> of(DatabaseField field, Class<?> bound, Constraints constraints) {
        if (bound == String.class) {
            return Optional.of(ColumnType.string(TextLength.of(field, constraints)));
        }
        if (bound == Character.class || bound == char.class) {
            return Optional.of(ColumnType.of(Kind.CHAR, 1));
        }
        if (bound == BigDecimal.class) {
            return Optional.of(decimal(field, constraints));
        }
        if (bound == BigInteger.class || bound == Number.class) {
            int digits = constraints.digits().map(Digits::integer).orElse(LARGEST_PRECISION);
            return Optional.of(ColumnType.decimal(orUsual(field.getPrecision(), digits), 0));
        }
        return Optional.ofNullable(KINDS.get(bound))
                .map(kind -> isTime(kind)
                        ? ColumnType.of(kind, Kept.secondPrecision(field).orElse(0))
                        : ColumnType.of(kind));
    }

    private static boolean isTime(Kind kind) {
        return kind == Kind.TIME || kind == Kind.TIMESTAMP;
    }

    private static ColumnType decimal(DatabaseField field, Constraints constraints) {
        if (field.getPrecision() > 0) {
            return ColumnType.decimal(field.getPrecision(), field.getScale());
        }
        if (field.getScale() > 0) {
            return ColumnType.decimal(Math.max(USUAL_PRECISION, field.getScale()), field.getScale());
        }
        return constraints
                .digits()
                .filter(digits -> digits.integer() + digits.fraction() > 0)
                .map(digits -> ColumnType.decimal(digits.integer() + digits.fraction(), digits.fraction()))
                .orElse(ColumnType.decimal(USUAL_PRECISION, USUAL_SCALE));
    }

    private static int orUsual(int given, int usual) {
        return given == 0 ? usual : given;
    }
}
