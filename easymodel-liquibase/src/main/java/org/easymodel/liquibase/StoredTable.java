package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.schema.ForeignKey;
import org.jspecify.annotations.Nullable;

/** One table in the letters of its database, filled while its catalogue is read. For one thread. */
final class StoredTable {

    /**
     * A column.
     *
     * @param value the text of its default
     * @param remark its comment
     */
    record StoredColumn(
            String name,
            LiveType type,
            boolean identity,
            boolean nullable,
            Optional<String> value,
            Optional<String> remark) {}

    /** A foreign key; its columns and those that it leads to are in one order. */
    record StoredForeignKey(
            List<String> columns,
            String targetSchema,
            String target,
            List<String> targetColumns,
            ForeignKey.OnDelete onDelete) {}

    /** An index. */
    static final class StoredIndex {
        final Map<Integer, String> columns = new TreeMap<>();
        final Set<Integer> descending = new HashSet<>();
        boolean unique;

        @Nullable
        String filter;
    }

    final List<StoredColumn> columns = new ArrayList<>();
    final Map<String, List<String>> primaryKey = new LinkedHashMap<>();
    final Map<String, List<String>> uniques = new LinkedHashMap<>();
    final Map<String, StoredForeignKey> foreignKeys = new LinkedHashMap<>();
    final Map<String, String> checks = new LinkedHashMap<>();
    final Map<String, StoredIndex> indexes = new LinkedHashMap<>();
    Optional<String> comment = Optional.empty();

    /** Adds one column to a key, which is there from its first. */
    void addKeyColumn(boolean primary, String key, String column) {
        (primary ? primaryKey : uniques)
                .computeIfAbsent(key, each -> new ArrayList<>())
                .add(column);
    }

    /** Adds one pair of columns to a foreign key, which is there from its first. */
    void addForeignKeyColumn(
            String key,
            String column,
            String targetSchema,
            String target,
            String targetColumn,
            ForeignKey.OnDelete onDelete) {
        StoredForeignKey stored = foreignKeys.computeIfAbsent(
                key,
                each -> new StoredForeignKey(new ArrayList<>(), targetSchema, target, new ArrayList<>(), onDelete));
        stored.columns().add(column);
        stored.targetColumns().add(targetColumn);
    }

    /** Adds one column to an index, which is there from its first. */
    void addIndexColumn(String index, int position, String column, boolean descending, boolean unique) {
        StoredIndex stored = indexes.computeIfAbsent(index, each -> new StoredIndex());
        stored.columns.put(position, column);
        if (descending) {
            stored.descending.add(position);
        }
        stored.unique = unique;
    }
}
