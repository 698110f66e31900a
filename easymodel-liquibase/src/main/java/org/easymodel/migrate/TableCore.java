package org.easymodel.migrate;

import org.easymodel.schema.Table;

/** The part of a table that comes and goes with it: columns, primary key and comments. */
final class TableCore {

    private TableCore() {}

    static Table of(Table table) {
        return Table.of(table.name(), table.columns())
                .withPrimaryKey(table.primaryKey())
                .withComment(table.comment());
    }
}
