package org.easymodel.schema;

import java.util.HashSet;
import java.util.List;

/** The one rule for the column list of a key or an index. */
final class Columns {

    private Columns() {}

    static List<Identifier> atLeastOne(List<Identifier> columns, Identifier of) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(of + " has no columns");
        }
        if (new HashSet<>(columns).size() != columns.size()) {
            throw new IllegalArgumentException(of + " names a column twice: " + columns);
        }
        return List.copyOf(columns);
    }
}
