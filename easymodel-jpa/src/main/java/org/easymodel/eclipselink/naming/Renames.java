package org.easymodel.eclipselink.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.tools.schemaframework.ForeignKeyConstraint;
import org.eclipse.persistence.tools.schemaframework.IndexDefinition;

/**
 * The new names of tables and columns, by their old ones. A column that a person named anywhere keeps that name everywhere, so
 * that two mappings of one column stay together.
 */
final class Renames {

    private final Map<Column, String> columns = new HashMap<>();
    private final Set<Column> kept = new HashSet<>();
    private final Map<DatabaseField, String> withoutTable = new IdentityHashMap<>();
    private final Map<String, String> tables = new HashMap<>();

    /**
     * A column of a table, as SQL tells them apart.
     *
     * @param table the table with its schema, folded
     * @param name the column, folded
     */
    private record Column(String table, String name) {

        static Column of(DatabaseTable table, String name) {
            return new Column(folded(table.getQualifiedName()), folded(name));
        }
    }

    /** A column keeps its name. */
    void keep(DatabaseField field) {
        if (field.hasTableName()) {
            keep(field.getTable(), field.getName());
        }
    }

    void keep(DatabaseTable table, String name) {
        kept.add(Column.of(table, name));
    }

    /** A column gets a new name. */
    void rename(DatabaseField field, String name) {
        if (field.hasTableName()) {
            rename(field.getTable(), field.getName(), name);
        } else {
            withoutTable.put(field, name);
        }
    }

    void rename(DatabaseTable table, String from, String to) {
        columns.put(Column.of(table, from), to);
    }

    /** A table gets a new name, in the same schema. */
    void rename(DatabaseTable table, String name) {
        tables.put(folded(table.getQualifiedName()), name);
    }

    /** The name that the column has in the end. */
    String nameOf(DatabaseField field) {
        return field.hasTableName()
                ? of(field.getTable(), field.getName()).orElse(field.getName())
                : withoutTable.getOrDefault(field, field.getName());
    }

    /** The name that the table has in the end, without its schema. */
    String nameOf(DatabaseTable table) {
        return tables.getOrDefault(folded(table.getQualifiedName()), table.getName());
    }

    private Optional<String> of(DatabaseTable table, String name) {
        Column column = Column.of(table, name);
        return kept.contains(column) ? Optional.empty() : Optional.ofNullable(columns.get(column));
    }

    /** What can still change while names are found that depend on other names. */
    Map<Object, Object> state() {
        Map<Object, Object> state = new HashMap<>(columns);
        state.putAll(tables);
        kept.forEach(column -> state.put(column, ""));
        return state;
    }

    /** Writes the new names into the descriptors. */
    void apply(NamesInUse names) {
        Map<DatabaseField, String> columnNames = new IdentityHashMap<>();
        names.columns().forEach(column -> columnNames.put(column, nameOf(column)));
        Map<DatabaseTable, String> tableNames = new IdentityHashMap<>();
        names.tables().forEach(table -> {
            tableNames.put(table, nameOf(table));
            renameInConstraints(table);
        });
        tableNames.forEach((table, name) -> {
            if (!table.getName().equals(name)) {
                table.setName(name);
            }
        });
        columnNames.forEach((column, name) -> {
            if (!column.getName().equals(name)) {
                column.setName(name);
            }
        });
        names.settle();
    }

    /** Constraints and indexes name columns by text; any spelling of the old name is meant. */
    private void renameInConstraints(DatabaseTable table) {
        table.getUniqueConstraints().replaceAll((name, columnLists) -> columnLists.stream()
                .map(texts -> renamed(table, texts))
                .collect(Collectors.toCollection(ArrayList::new)));
        for (IndexDefinition index : table.getIndexes()) {
            boolean madeUp = index.getName().equals(madeUpName(index));
            index.setFields(renamed(table, index.getFields()));
            index.setTargetTable(renamed(table, index.getTargetTable()));
            if (madeUp) {
                index.setName(madeUpName(index));
            }
        }
        if (table.hasForeignKeyConstraints()) {
            for (ForeignKeyConstraint key : table.getForeignKeyConstraints().values()) {
                DatabaseTable target = new DatabaseTable(String.valueOf(key.getTargetTable()));
                key.setSourceFields(renamed(table, key.getSourceFields()));
                key.setTargetFields(renamed(target, key.getTargetFields()));
                if (key.getTargetTable() != null) {
                    key.setTargetTable(nameOf(target));
                }
            }
        }
    }

    private static String madeUpName(IndexDefinition index) {
        return "INDEX_" + index.getTargetTable() + "_" + String.join("_", index.getFields());
    }

    private String renamed(DatabaseTable table, String qualifiedName) {
        String oldName = table.getName();
        return qualifiedName.endsWith(oldName)
                ? qualifiedName.substring(0, qualifiedName.length() - oldName.length()) + nameOf(table)
                : qualifiedName;
    }

    private List<String> renamed(DatabaseTable table, List<String> texts) {
        return texts.stream()
                .map(text -> Stream.of(text.split(","))
                        .map(part -> renamedPart(table, part.strip()))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A column, with the direction of an index after it. */
    private String renamedPart(DatabaseTable table, String part) {
        String[] words = part.split("\\s+", 2);
        String name = of(table, words[0]).orElse(words[0]);
        return words.length == 1 ? name : name + " " + words[1];
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
