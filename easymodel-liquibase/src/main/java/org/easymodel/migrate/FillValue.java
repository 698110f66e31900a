package org.easymodel.migrate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;

/** Makes SQL text of the value that a person gives for rows that have none. */
final class FillValue {

    private static final Set<String> FUNCTIONS = Set.of("CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}:\\d{2}");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private FillValue() {}

    /** The value as SQL text; empty if it is none of the type. */
    static Optional<String> of(String value, ColumnType type) {
        return switch (type.kind()) {
            case BOOL -> bool(value);
            case INT16, INT32, INT64 -> value.matches("-?\\d{1,18}") ? Optional.of(value) : Optional.empty();
            case FLOAT32, FLOAT64, DECIMAL -> number(value);
            case STRING, CHAR -> text(value).filter(text -> fits(text, type.size()));
            case LOB_TEXT -> text(value);
            case DATE -> quotedIf(value, DATE);
            case TIME -> quotedIf(value, TIME);
            case TIMESTAMP, TIMESTAMP_TZ -> quotedIf(value, TIMESTAMP);
            case UUID -> quotedIf(value, UUID);
            case LOB_BIN -> Optional.empty();
            case NATIVE -> number(value).or(() -> text(value));
        };
    }

    private static Optional<String> bool(String value) {
        String folded = value.toUpperCase(Locale.ROOT);
        return folded.equals("TRUE") || folded.equals("FALSE") ? Optional.of(folded) : Optional.empty();
    }

    private static Optional<String> number(String value) {
        try {
            return Optional.of(new BigDecimal(value).toPlainString());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
        String text = quoted ? value.substring(1, value.length() - 1).replace("''", "'") : value;
        return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of("'" + text.replace("'", "''") + "'");
    }

    private static boolean fits(String literal, int size) {
        return size == 0 || literal.replace("''", "'").length() - 2 <= size;
    }

    private static Optional<String> quotedIf(String value, Pattern form) {
        String folded = value.toUpperCase(Locale.ROOT);
        if (FUNCTIONS.contains(folded)) {
            return Optional.of(folded);
        }
        String bare = value.replaceAll("^'(.*)'$", "$1");
        return form.matcher(bare).matches() ? Optional.of("'" + bare + "'") : Optional.empty();
    }
}
