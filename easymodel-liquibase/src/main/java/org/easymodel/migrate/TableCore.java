package org.easymodel.migrate;

import org.easymodel.schema.Table;

/** The part of a table that one statement creates: columns and primary key. */
final class TableCore {

    private TableCore() {}

    static Table of(Table table) {
        return Table.of(table.name(), table.columns()).withPrimaryKey(table.primaryKey());
    }
}
