package org.easymodel.example.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One row of a CSV file, immutable; its fields are read by the name of their column.
 *
 * <p>Every method throws {@link IllegalArgumentException}, with file and line in its message, if there is no such
 * column or if the field does not hold what the method promises.
 */
public final class CsvRow {

    private final String file;
    private final int line;
    private final Map<String, Integer> positions;
    private final List<String> fields;

    CsvRow(String file, int line, Map<String, Integer> positions, List<String> fields) {
        this.file = file;
        this.line = line;
        this.positions = positions;
        this.fields = fields;
    }

    /**
     * Returns the line of the file in which this row begins; the header is line 1.
     *
     * @return the number of the line
     */
    public int line() {
        return line;
    }

    /**
     * Returns a field that must not be empty.
     *
     * @param column the name of the column
     * @return the text, unquoted
     */
    public String text(String column) {
        return optional(column).orElseThrow(() -> wrong(column, "is empty"));
    }

    /**
     * Returns a field that may be empty.
     *
     * @param column the name of the column
     * @return the text, or nothing if the field is empty
     */
    public Optional<String> optional(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw wrong(column, "does not exist, there are " + positions.keySet());
        }
        return Optional.of(fields.get(position)).filter(text -> !text.isEmpty());
    }

    /**
     * Returns a field as a whole number.
     *
     * @param column the name of the column
     * @return the number
     */
    public int whole(String column) {
        return parsed(column, "a whole number", Integer::parseInt);
    }

    /**
     * Returns a field as a decimal number with the scale in which it is written.
     *
     * @param column the name of the column
     * @return the number
     */
    public BigDecimal decimal(String column) {
        return parsed(column, "a decimal number", BigDecimal::new);
    }

    /**
     * Returns a field as true or false, written in exactly these words.
     *
     * @param column the name of the column
     * @return the flag
     */
    public boolean flag(String column) {
        return parsed(column, "true or false", CsvRow::parsedFlag);
    }

    /**
     * Returns a field as an instant, written like {@code 2024-05-31T08:15:30Z}.
     *
     * @param column the name of the column
     * @return the instant
     */
    public Instant instant(String column) {
        return parsed(column, "an instant", Instant::parse);
    }

    /**
     * Returns a field as a date, written like {@code 2024-05-31}.
     *
     * @param column the name of the column
     * @return the date
     */
    public LocalDate date(String column) {
        return parsed(column, "a date", LocalDate::parse);
    }

    @Override
    public String toString() {
        return file + ", line " + line + ": " + fields;
    }

    private <T> T parsed(String column, String kind, Function<String, T> parser) {
        String text = text(column);
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException failure) {
            throw new IllegalArgumentException(
                    wrong(column, "is not " + kind + ": '" + text + "'").getMessage(), failure);
        }
    }

    private static boolean parsedFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private IllegalArgumentException wrong(String column, String reason) {
        return new IllegalArgumentException(file + ", line " + line + ": the column '" + column + "' " + reason);
    }
}
