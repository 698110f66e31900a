package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Tells when a drop and an addition may well be one rename. Better one question too many than one table too few.
 * Immutable.
 */
final class LookAlike {

    private final List<TableName> names = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    /** By name and type of a column: the positions of the new tables that have it. */
    private final Map<String, List<Integer>> tables = new HashMap<>();

    /** For tables that are new. */
    LookAlike(List<Table> added) {
        for (Table table : added) {
            shape(table).forEach(column -> tables.computeIfAbsent(column, each -> new ArrayList<>())
                    .add(names.size()));
            names.add(table.name());
            sizes.add(table.columns().size());
        }
    }

    /** The new tables with which a dropped one shares half of all columns by name and type. */
    List<TableName> of(Table dropped) {
        int[] common = new int[names.size()];
        shape(dropped).forEach(column -> tables.getOrDefault(column, List.of()).forEach(table -> common[table]++));
        List<TableName> alike = new ArrayList<>();
        for (int i = 0; i < common.length; i++) {
            int all = dropped.columns().size() + sizes.get(i) - common[i];
            if (common[i] * 2 >= all) {
                alike.add(names.get(i));
            }
        }
        return alike;
    }

    /** The added columns of the same type, by name. */
    static List<Identifier> columns(Column dropped, List<Column> added) {
        return added.stream()
                .filter(column -> column.type().equals(dropped.type()))
                .map(Column::name)
                .toList();
    }

    private static Stream<String> shape(Table table) {
        return table.columns().stream().map(column -> column.name() + " " + column.type());
    }
}
