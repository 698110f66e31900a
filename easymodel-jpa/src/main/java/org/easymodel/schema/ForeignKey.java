package org.easymodel.schema;

import java.util.List;
import java.util.Objects;

/**
 * A foreign key constraint: the columns hold the key of a row of the target, or are empty. Ordered by name. Immutable.
 *
 * @param name the name of the constraint
 * @param columns its columns, at least one
 * @param target the table that they lead to
 * @param targetColumns the columns of the target, as many and in the same order
 * @param onDelete what the database does when the target row goes
 */
public record ForeignKey(
        Identifier name, List<Identifier> columns, TableName target, List<Identifier> targetColumns, OnDelete onDelete)
        implements Comparable<ForeignKey> {

    /** What the database does when the target row is deleted. */
    public enum OnDelete {
        /** It refuses. */
        NO_ACTION,
        /** It deletes the rows that lead to it. */
        CASCADE,
        /** It empties the columns that lead to it. */
        SET_NULL
    }

    public ForeignKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(onDelete, "onDelete");
        columns = Columns.atLeastOne(columns, name);
        targetColumns = Columns.atLeastOne(targetColumns, name);
        if (columns.size() != targetColumns.size()) {
            throw new IllegalArgumentException("Foreign key " + name + " has " + columns.size() + " columns for "
                    + targetColumns.size() + " target columns");
        }
    }

    @Override
    public int compareTo(ForeignKey other) {
        return name.compareTo(other.name);
    }
}
