package org.easymodel.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one position of an index holds: a column, or an SQL expression over columns. {@link #toString()} and {@link
 * #parse(String)} are inverses. Immutable.
 *
 * @param column the column; empty if the part is an expression
 * @param expression the expression as SQL text, spaces outside of quotes collapsed; empty if the part is a column
 * @param descending whether the greatest value comes first
 * @param operatorClass how the database compares the values, such as {@code text_pattern_ops} of PostgreSQL; empty for
 *     the usual one
 */
public record IndexPart(
        Optional<Identifier> column, String expression, boolean descending, Optional<String> operatorClass) {

    private static final Pattern TEXT =
            Pattern.compile("(?:\\((.+)\\)|(\"[^\"]+\"|[^\"\\s(]+))(?: USING (\\w+))?( DESC)?", Pattern.DOTALL);

    /** Refuses a part that is both column and expression, or neither. */
    public IndexPart {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(operatorClass, "operatorClass");
        expression = SqlText.collapsed(expression);
        if (column.isPresent() != expression.isEmpty()) {
            throw new IllegalArgumentException(
                    "An index part is a column or an expression, was " + column + " and '" + expression + "'");
        }
    }

    /** A column, smallest value first. */
    public static IndexPart of(Identifier column) {
        return new IndexPart(Optional.of(column), "", false, Optional.empty());
    }

    /** A column, greatest value first. */
    public static IndexPart descending(Identifier column) {
        return new IndexPart(Optional.of(column), "", true, Optional.empty());
    }

    /** An expression over columns, such as {@code lower(EMAIL)}. */
    public static IndexPart ofExpression(String sql) {
        return new IndexPart(Optional.empty(), sql, false, Optional.empty());
    }

    /** This part, its values compared by the rules of an operator class. */
    public IndexPart withOperatorClass(String name) {
        return new IndexPart(column, expression, descending, Optional.of(name));
    }

    /** This part with another column; an expression stays as it is. */
    public IndexPart withColumn(Identifier newColumn) {
        return column.isEmpty() ? this : new IndexPart(Optional.of(newColumn), "", descending, operatorClass);
    }

    /**
     * Reads {@link #toString()} back.
     *
     * @throws IllegalArgumentException if the text is no index part
     */
    public static IndexPart parse(String text) {
        Matcher part = TEXT.matcher(text);
        if (!part.matches()) {
            throw new IllegalArgumentException("Not a part of an index: " + text);
        }
        return new IndexPart(
                Optional.ofNullable(part.group(2)).map(Identifier::of),
                part.group(1) == null ? "" : part.group(1),
                part.group(4) != null,
                Optional.ofNullable(part.group(3)));
    }

    /** The canonical text: the column or the expression in parentheses, then operator class and direction. */
    @Override
    public String toString() {
        return column.map(Identifier::sql).orElseGet(() -> "(" + expression + ")")
                + operatorClass.map(name -> " USING " + name).orElse("")
                + (descending ? " DESC" : "");
    }
}
