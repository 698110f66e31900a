package org.easymodel.schema;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A default value as SQL text in the one spelling that all three databases know, so that {@code now()} and
 * {@code CURRENT_TIMESTAMP}, or {@code 1} and {@code 1.00}, are one default. What is no plain literal and no moment stays as
 * it is written.
 */
final class ValueSpelling {

    private static final Pattern MOMENT =
            Pattern.compile("(?:NOW|CURRENT_TIMESTAMP|TRANSACTION_TIMESTAMP)(?:\\(\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_OR_TIME =
            Pattern.compile("(CURRENT_DATE|CURRENT_TIME)(?:\\(\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("TRUE|FALSE|NULL", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,60}(?:\\.\\d{1,60})?");
    private static final Pattern NUMBER_TYPE = Pattern.compile(
            "(?:TINYINT|SMALLINT|INT|INTEGER|BIGINT|INT2|INT4|INT8|DEC|DECIMAL|NUMERIC|REAL|FLOAT|DOUBLE(?: PRECISION)?)"
                    + "(?:\\(\\d+(?:, ?\\d+)?\\))?");
    private static final Set<ColumnType.Kind> NUMBERS = Set.of(
            ColumnType.Kind.INT16,
            ColumnType.Kind.INT32,
            ColumnType.Kind.INT64,
            ColumnType.Kind.FLOAT32,
            ColumnType.Kind.FLOAT64,
            ColumnType.Kind.DECIMAL);

    private ValueSpelling() {}

    /** The text in its one spelling, for a column of that type. */
    static String of(String text, ColumnType type) {
        String value = unwrapped(text.strip());
        if (MOMENT.matcher(value).matches()) {
            return "CURRENT_TIMESTAMP";
        } else if (DAY_OR_TIME.matcher(value).matches()) {
            return value.toUpperCase(Locale.ROOT).replace("()", "");
        } else if (WORD.matcher(value).matches()) {
            return value.toUpperCase(Locale.ROOT);
        } else if (isNumber(type) && NUMBER.matcher(value).matches()) {
            return plain(new BigDecimal(value));
        }
        return text;
    }

    /** A literal or moment may stand in brackets. */
    private static String unwrapped(String text) {
        return text.startsWith("(") && text.endsWith(")")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private static boolean isNumber(ColumnType type) {
        return NUMBERS.contains(type.kind())
                || type.kind() == ColumnType.Kind.NATIVE
                        && NUMBER_TYPE.matcher(type.definition()).matches();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
