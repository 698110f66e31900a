package org.easymodel.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * One column of a table. Immutable.
 *
 * @param name the name
 * @param type the logical type
 * @param nullable whether the column may be empty
 * @param defaultValue the value that the database gives when a row leaves the column out, as SQL text
 * @param identity whether the database numbers the rows by this column
 */
public record Column(
        Identifier name, ColumnType type, boolean nullable, Optional<String> defaultValue, boolean identity)
        implements Comparable<Column> {

    public Column {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
    }

    /** A column that may be empty. */
    public static Column nullable(String name, ColumnType type) {
        return new Column(Identifier.of(name), type, true, Optional.empty(), false);
    }

    /** A column that must have a value. */
    public static Column required(String name, ColumnType type) {
        return new Column(Identifier.of(name), type, false, Optional.empty(), false);
    }

    /** This column under another name. */
    public Column withName(Identifier newName) {
        return new Column(newName, type, nullable, defaultValue, identity);
    }

    /** This column, empty values allowed or not. */
    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, defaultValue, identity);
    }

    @Override
    public int compareTo(Column other) {
        return name.compareTo(other.name);
    }
}
