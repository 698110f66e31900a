package org.easymodel.schema;

import java.util.List;
import java.util.Objects;

/**
 * An index of a table. Ordered by name. Immutable.
 *
 * @param name the name of the index
 * @param columns its columns, in index order, at least one
 * @param unique whether it also forbids two rows with the same values
 */
public record Index(Identifier name, List<Identifier> columns, boolean unique) implements Comparable<Index> {

    public Index {
        Objects.requireNonNull(name, "name");
        columns = Columns.atLeastOne(columns, name);
    }

    @Override
    public int compareTo(Index other) {
        return name.compareTo(other.name);
    }
}
