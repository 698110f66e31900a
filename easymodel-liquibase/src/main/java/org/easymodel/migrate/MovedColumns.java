package org.easymodel.migrate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * The columns that get another type or numbering, and the primary keys that go: foreign keys at either end of them are taken off and
 * built anew, since a database holds on to both ends.
 */
final class MovedColumns {

    private final Map<TableName, Set<Identifier>> retyped = new HashMap<>();
    private final Map<TableName, List<Identifier>> keys = new HashMap<>();

    /**
     * Notes one table.
     *
     * @param mapped the table as it was, after all renames
     * @param now the table as it shall be
     */
    void add(Table mapped, Table now) {
        Map<Identifier, Column> columns = new HashMap<>();
        mapped.columns().forEach(column -> columns.put(column.name(), column));
        for (Column column : now.columns()) {
            Column old = columns.get(column.name());
            if (old != null && (!old.type().equals(column.type()) || old.identity() != column.identity())) {
                retyped.computeIfAbsent(now.name(), each -> new HashSet<>()).add(column.name());
            }
        }
        List<Identifier> before = mapped.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        List<Identifier> after = now.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        if (!before.isEmpty() && !before.equals(after)) {
            keys.put(now.name(), before);
        }
    }

    /**
     * Whether a foreign key must go before the changes and come back after them.
     *
     * @param table the table that has the key
     * @param key the key, by the names after all renames
     */
    boolean touch(TableName table, ForeignKey key) {
        return meet(table, key.columns())
                || meet(key.target(), key.targetColumns())
                || sameColumns(keys.get(key.target()), key.targetColumns())
                || begins(keys.get(table), key.columns());
    }

    private boolean meet(TableName table, List<Identifier> columns) {
        Set<Identifier> moved = retyped.get(table);
        return moved != null && columns.stream().anyMatch(moved::contains);
    }

    private static boolean sameColumns(List<Identifier> key, List<Identifier> columns) {
        return key != null && Set.copyOf(key).equals(Set.copyOf(columns));
    }

    /** H2 lets a foreign key use the index of a primary key that begins with its columns. */
    private static boolean begins(List<Identifier> key, List<Identifier> columns) {
        return key != null && key.size() >= columns.size() && sameColumns(key.subList(0, columns.size()), columns);
    }
}
