package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.RenameNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Makes renames of the hints that a person gives and the notes that a model carries. A note whose rename was done in an
 * earlier revision is passed over; a hint that cannot be followed is a problem. For one diff and one thread.
 */
final class RenameResolver {

    /** Which tables there are, and which columns they have. */
    private final Map<TableName, Set<Identifier>> before;

    private final Map<TableName, Set<Identifier>> after;
    private final Map<TableName, TableName> tables = new TreeMap<>();
    private final Map<TableName, TableName> former = new HashMap<>();
    private final Map<TableName, Map<Identifier, Identifier>> columns = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private RenameResolver(SchemaModel before, SchemaModel after) {
        this.before = names(before);
        this.after = names(after);
    }

    private static Map<TableName, Set<Identifier>> names(SchemaModel schema) {
        return schema.tables().stream().collect(Collectors.toMap(Table::name, table -> table.columns().stream()
                .map(Column::name)
                .collect(Collectors.toSet())));
    }

    private static boolean has(Map<TableName, Set<Identifier>> names, TableName table, Identifier column) {
        return names.getOrDefault(table, Set.of()).contains(column);
    }

    static Renames resolve(SchemaModel before, SchemaModel after, RevisionOptions options) {
        RenameResolver resolver = new RenameResolver(before, after);
        List<Hint> hints = options.renames().stream().map(Hint::parse).toList();
        hints.stream().filter(resolver::isTable).forEach(resolver::addTable);
        after.renames().stream().filter(note -> note.column().isEmpty()).forEach(resolver::addTable);
        hints.stream().filter(hint -> !resolver.isTable(hint)).forEach(resolver::addColumn);
        after.renames().stream().filter(note -> note.column().isPresent()).forEach(resolver::addColumn);
        resolver.requireFreeTargets();
        return new Renames(resolver.tables, resolver.columns, resolver.problems);
    }

    private record Hint(String text, List<Identifier> from, Identifier to) {

        static Hint parse(String text) {
            int equals = text.indexOf('=');
            try {
                return new Hint(
                        text,
                        SqlName.parts(text.substring(0, Math.max(equals, 0))),
                        SqlName.last(SqlName.parts(text.substring(equals + 1))));
            } catch (IllegalArgumentException e) {
                throw Problems.malformed("rename", text, "TABLE=NEW or TABLE.COLUMN=NEW");
            }
        }
    }

    private boolean isTable(Hint hint) {
        return hint.from().size() == 1
                || SqlName.table(hint.from()).filter(before::containsKey).isPresent();
    }

    private void addTable(Hint hint) {
        Optional<TableName> old = SqlName.table(hint.from()).filter(before::containsKey);
        if (old.isEmpty()) {
            problems.add(Problems.renameFindsNothing(hint.text()));
            return;
        }
        TableName renamed = new TableName(old.get().schema(), hint.to());
        if (after.containsKey(renamed)) {
            put(old.get(), renamed);
        } else {
            problems.add(Problems.renameLeadsNowhere(hint.text(), "table " + renamed));
        }
    }

    private void addTable(RenameNote note) {
        TableName old = new TableName(note.table().schema(), note.formerly());
        boolean done = before.containsKey(note.table()) && !tables.containsKey(note.table());
        if (!done
                && before.containsKey(old)
                && !tables.containsKey(old)
                && !former.containsKey(note.table())
                && after.containsKey(note.table())) {
            put(old, note.table());
        }
    }

    private void put(TableName from, TableName to) {
        tables.put(from, to);
        former.putIfAbsent(to, from);
    }

    private void addColumn(Hint hint) {
        Optional<TableName> named = SqlName.tableOfColumn(hint.from()).map(this::presentName);
        Identifier from = SqlName.last(hint.from());
        if (named.filter(table -> has(before, formerName(table), from)).isEmpty()) {
            problems.add(Problems.renameFindsNothing(hint.text()));
        } else if (has(after, named.get(), hint.to())) {
            columnsOf(named.get()).put(from, hint.to());
        } else {
            problems.add(Problems.renameLeadsNowhere(hint.text(), "column " + named.get() + "." + hint.to()));
        }
    }

    private void addColumn(RenameNote note) {
        TableName old = formerName(note.table());
        Identifier present = note.column().orElseThrow();
        Map<Identifier, Identifier> known = columns.getOrDefault(note.table(), Map.of());
        boolean done = has(before, old, present) && !known.containsKey(present);
        if (!done
                && has(before, old, note.formerly())
                && !known.containsKey(note.formerly())
                && !known.containsValue(present)
                && has(after, note.table(), present)) {
            columnsOf(note.table()).put(note.formerly(), present);
        }
    }

    private Map<Identifier, Identifier> columnsOf(TableName table) {
        return columns.computeIfAbsent(table, name -> new TreeMap<>());
    }

    private TableName presentName(TableName name) {
        return tables.getOrDefault(name, name);
    }

    private TableName formerName(TableName present) {
        return former.getOrDefault(present, present);
    }

    private void requireFreeTargets() {
        Set<TableName> doubleTables = givenTwice(tables.values());
        tables.forEach((from, to) -> {
            boolean taken = before.containsKey(to) && !tables.containsKey(to);
            if (taken || doubleTables.contains(to)) {
                problems.add(Problems.renameTargetTaken(from.sql(), to.sql()));
            }
        });
        columns.forEach((table, renames) -> {
            Set<Identifier> doubleColumns = givenTwice(renames.values());
            renames.forEach((from, to) -> {
                boolean taken = has(before, formerName(table), to) && !renames.containsKey(to);
                if (taken || doubleColumns.contains(to)) {
                    problems.add(Problems.renameTargetTaken(table + "." + from, to.sql()));
                }
            });
        });
    }

    private static <T> Set<T> givenTwice(Collection<T> names) {
        Set<T> seen = new HashSet<>();
        return names.stream().filter(name -> !seen.add(name)).collect(Collectors.toSet());
    }
}
