package org.easymodel.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * The former name of a table or column, as the model gives it. Notes are no part of the schema's hash. Ordered by table,
 * then column. Immutable.
 *
 * @param table the table, by its present name
 * @param column the column, by its present name; empty if the table itself was renamed
 * @param formerly the former name
 */
public record RenameNote(TableName table, Optional<Identifier> column, Identifier formerly)
        implements Comparable<RenameNote> {

    public RenameNote {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(formerly, "formerly");
    }

    @Override
    public int compareTo(RenameNote other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : columnText().compareTo(other.columnText());
    }

    private String columnText() {
        return column.map(Identifier::sql).orElse("");
    }
}
