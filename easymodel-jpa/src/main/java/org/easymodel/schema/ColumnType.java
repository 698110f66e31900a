package org.easymodel.schema;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logical type of a column, independent of any database: {@code STRING(50)}, {@code DECIMAL(8,2)}, {@code INT64}.
 *
 * <p>{@link #toString()} and {@link #parse(String)} are inverses. Immutable.
 *
 * @param kind the family of types
 * @param size length, or precision of a number or time; 0 where the kind has none or the database's own is meant
 * @param scale digits after the decimal point; 0 where the kind has none
 * @param definition the SQL type as the mapping gives it, for {@link Kind#NATIVE}; otherwise empty
 */
public record ColumnType(Kind kind, int size, int scale, String definition) {

    /** A family of column types. */
    public enum Kind {
        /** True or false. */
        BOOL,
        /** A whole number of 16 bits. */
        INT16,
        /** A whole number of 32 bits. */
        INT32,
        /** A whole number of 64 bits. */
        INT64,
        /** A binary floating point number of 32 bits. */
        FLOAT32,
        /** A binary floating point number of 64 bits. */
        FLOAT64,
        /** A decimal number of a precision (size) and scale. */
        DECIMAL,
        /** Text of at most size characters. */
        STRING,
        /** One or more characters of fixed length. */
        CHAR,
        /** A day of the calendar. */
        DATE,
        /** A time of the day. */
        TIME,
        /** A date and time without a zone. */
        TIMESTAMP,
        /** A point in time with its offset. */
        TIMESTAMP_TZ,
        /** A universally unique identifier. */
        UUID,
        /** Text without a limit. */
        LOB_TEXT,
        /** Bytes without a limit. */
        LOB_BIN,
        /** A type that only the mapping's own SQL text describes. */
        NATIVE
    }

    private static final Pattern TEXT = Pattern.compile("([A-Z0-9_]+)(?:\\((\\d{1,9})(?:,(\\d{1,9}))?\\))?");
    private static final Pattern NATIVE_TEXT = Pattern.compile("NATIVE\\(\"(.+)\"\\)", Pattern.DOTALL);

    /** Refuses sizes below zero and a definition that does not belong to the kind. */
    public ColumnType {
        Objects.requireNonNull(kind, "kind");
        if (size < 0 || scale < 0) {
            throw new IllegalArgumentException("Size and scale are not negative, were " + size + " and " + scale);
        }
        if ((kind == Kind.NATIVE) == definition.isEmpty()) {
            throw new IllegalArgumentException("Exactly a NATIVE type has a definition, was " + kind);
        }
    }

    /** A type without size. */
    public static ColumnType of(Kind kind) {
        return new ColumnType(kind, 0, 0, "");
    }

    /** A type with a size: {@code STRING(50)}. */
    public static ColumnType of(Kind kind, int size) {
        return new ColumnType(kind, size, 0, "");
    }

    /** Text of at most {@code length} characters. */
    public static ColumnType string(int length) {
        return of(Kind.STRING, length);
    }

    /** A decimal number. */
    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, precision, scale, "");
    }

    /** A type given by SQL text; spaces are collapsed and letters outside quotes folded to upper case. */
    public static ColumnType ofDefinition(String definition) {
        return new ColumnType(Kind.NATIVE, 0, 0, SqlText.folded(definition));
    }

    /**
     * Reads {@link #toString()} back.
     *
     * @throws IllegalArgumentException if the text is no column type
     */
    public static ColumnType parse(String text) {
        Matcher nativeType = NATIVE_TEXT.matcher(text);
        if (nativeType.matches()) {
            return ofDefinition(nativeType.group(1));
        }
        Matcher type = TEXT.matcher(text);
        return Stream.of(Kind.values())
                .filter(kind ->
                        kind != Kind.NATIVE && type.matches() && kind.name().equals(type.group(1)))
                .map(kind -> new ColumnType(kind, number(type.group(2)), number(type.group(3)), ""))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a column type: " + text));
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The canonical text: the kind, and size and scale where they are not zero. */
    @Override
    public String toString() {
        if (kind == Kind.NATIVE) {
            return "NATIVE(\"" + definition + "\")";
        }
        if (scale != 0) {
            return kind + "(" + size + "," + scale + ")";
        }
        return size == 0 ? kind.name() : kind + "(" + size + ")";
    }
}
