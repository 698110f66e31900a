package org.easymodel.migrate;

import java.util.List;
import java.util.Map;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * The renames that lead from one schema to the next.
 *
 * @param tables old name to new name
 * @param columns by the table's new name: old column to new column
 * @param problems hints that cannot be followed
 */
record Renames(
        Map<TableName, TableName> tables, Map<TableName, Map<Identifier, Identifier>> columns, List<Problem> problems) {

    Map<Identifier, Identifier> columnsOf(TableName table) {
        return columns.getOrDefault(table, Map.of());
    }

    TableName after(TableName before) {
        return tables.getOrDefault(before, before);
    }
}
