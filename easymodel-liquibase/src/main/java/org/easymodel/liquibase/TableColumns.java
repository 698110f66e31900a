package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;

/** The order in which a new table gets its columns: those of the key in key order, then the others by name. */
final class TableColumns {

    private TableColumns() {}

    static List<Column> inOrder(Table table) {
        List<Identifier> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Column> columns = new ArrayList<>();
        key.forEach(name -> columns.add(table.column(name).orElseThrow()));
        table.columns().stream().filter(column -> !key.contains(column.name())).forEach(columns::add);
        return columns;
    }
}
