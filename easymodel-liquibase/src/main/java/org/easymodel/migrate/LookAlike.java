package org.easymodel.migrate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;

/** Tells when a drop and an addition may well be one rename. Better one question too many than one table too few. */
final class LookAlike {

    private LookAlike() {}

    /** Whether half of all columns of the two tables are the same by name and type. */
    static boolean tables(Table dropped, Table added) {
        Set<String> before = shape(dropped);
        Set<String> after = shape(added);
        Set<String> common = new HashSet<>(before);
        common.retainAll(after);
        Set<String> all = new HashSet<>(before);
        all.addAll(after);
        return common.size() * 2 >= all.size();
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
