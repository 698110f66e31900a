package org.easymodel.schema;

import java.util.Objects;

/**
 * A row of a generator table, from which the ids of entities are drawn: the table must hold it before the first insert.
 * Ordered by name. Immutable.
 *
 * @param name the value of the name column, by which the row is found
 * @param nameColumn the column of the name
 * @param valueColumn the column that counts
 * @param value the count before the first id is drawn
 */
public record GeneratorRow(String name, Identifier nameColumn, Identifier valueColumn, long value)
        implements Comparable<GeneratorRow> {

    public GeneratorRow {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(nameColumn, "nameColumn");
        Objects.requireNonNull(valueColumn, "valueColumn");
    }

    @Override
    public int compareTo(GeneratorRow other) {
        return name.compareTo(other.name);
    }
}
