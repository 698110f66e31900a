package org.easymodel.migrate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Tells when a drop and an addition may well be one rename. Better one question too many than one table too few.
 * Immutable.
 */
final class LookAlike {

    private final List<Table> added;
    private final Map<TableName, Set<String>> shapes = new HashMap<>();

    /** For tables that are new. */
    LookAlike(List<Table> added) {
        this.added = added;
        added.forEach(table -> shapes.put(table.name(), shape(table)));
    }

    /** The new tables with which a dropped one shares half of all columns by name and type. */
    List<TableName> of(Table dropped) {
        Set<String> before = shape(dropped);
        return added.stream()
                .map(Table::name)
                .filter(name -> isLike(before, shapes.get(name)))
                .toList();
    }

    private static boolean isLike(Set<String> before, Set<String> after) {
        Set<String> all = new HashSet<>(before);
        all.addAll(after);
        int common = before.size() + after.size() - all.size();
        return common * 2 >= all.size();
    }

    /** The added columns of the same type, by name. */
    static List<Identifier> columns(Column dropped, List<Column> added) {
        return added.stream()
                .filter(column -> column.type().equals(dropped.type()))
                .map(Column::name)
                .toList();
    }

    private static Set<String> shape(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.toSet());
    }
}
