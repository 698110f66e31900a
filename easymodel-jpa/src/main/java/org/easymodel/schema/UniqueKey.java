package org.easymodel.schema;

import java.util.List;
import java.util.Objects;

/**
 * A unique constraint: no two rows have the same values in these columns. Ordered by name. Immutable.
 *
 * @param name the name of the constraint
 * @param columns its columns, in key order, at least one
 */
public record UniqueKey(Identifier name, List<Identifier> columns) implements Comparable<UniqueKey> {

    public UniqueKey {
        Objects.requireNonNull(name, "name");
        columns = Columns.atLeastOne(columns, name);
    }

    @Override
    public int compareTo(UniqueKey other) {
        return name.compareTo(other.name);
    }
}
