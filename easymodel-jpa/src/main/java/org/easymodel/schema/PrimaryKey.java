package org.easymodel.schema;

import java.util.List;
import java.util.Objects;

/**
 * The primary key of a table. Immutable.
 *
 * @param name the name of the constraint
 * @param columns its columns, in key order, at least one
 */
public record PrimaryKey(Identifier name, List<Identifier> columns) {

    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        columns = Columns.atLeastOne(columns, name);
    }
}
