package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
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

    private final SchemaModel before;
    private final SchemaModel after;
    private final Map<TableName, TableName> tables = new TreeMap<>();
    private final Map<TableName, Map<Identifier, Identifier>> columns = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private RenameResolver(SchemaModel before, SchemaModel after) {
        this.before = before;
        this.after = after;
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
                || SqlName.table(hint.from()).flatMap(before::table).isPresent();
    }

    private void addTable(Hint hint) {
        Optional<Table> old = SqlName.table(hint.from()).flatMap(before::table);
        if (old.isEmpty()) {
            problems.add(Problems.renameFindsNothing(hint.text()));
            return;
        }
        TableName renamed = new TableName(old.get().name().schema(), hint.to());
        if (after.table(renamed).isEmpty()) {
            problems.add(Problems.renameLeadsNowhere(hint.text(), "table " + renamed));
        } else {
            tables.put(old.get().name(), renamed);
        }
    }

    private void addTable(RenameNote note) {
        TableName old = new TableName(note.table().schema(), note.formerly());
        boolean done = before.table(note.table()).isPresent() && !tables.containsKey(note.table());
        if (!done
                && before.table(old).isPresent()
                && !tables.containsKey(old)
                && !tables.containsValue(note.table())
                && after.table(note.table()).isPresent()) {
            tables.put(old, note.table());
        }
    }

    private void addColumn(Hint hint) {
        Optional<TableName> named = SqlName.tableOfColumn(hint.from()).map(this::presentName);
        Optional<Table> old = named.map(this::formerName).flatMap(before::table);
        Identifier from = SqlName.last(hint.from());
        if (old.flatMap(table -> table.column(from)).isEmpty()) {
            problems.add(Problems.renameFindsNothing(hint.text()));
        } else if (after.table(named.get())
                .flatMap(table -> table.column(hint.to()))
                .isEmpty()) {
            problems.add(Problems.renameLeadsNowhere(hint.text(), "column " + named.get() + "." + hint.to()));
        } else {
            columnsOf(named.get()).put(from, hint.to());
        }
    }

    private void addColumn(RenameNote note) {
        Optional<Table> old = before.table(formerName(note.table()));
        Identifier present = note.column().orElseThrow();
        Map<Identifier, Identifier> known = columns.getOrDefault(note.table(), Map.of());
        boolean done = old.flatMap(table -> table.column(present)).isPresent() && !known.containsKey(present);
        if (!done
                && old.flatMap(table -> table.column(note.formerly())).isPresent()
                && !known.containsKey(note.formerly())
                && !known.containsValue(present)
                && after.table(note.table())
                        .flatMap(table -> table.column(present))
                        .isPresent()) {
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
        return tables.entrySet().stream()
                .filter(entry -> entry.getValue().equals(present))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(present);
    }

    private void requireFreeTargets() {
        tables.forEach((from, to) -> {
            boolean taken = before.table(to).isPresent() && !tables.containsKey(to);
            if (taken || isGivenTwice(tables, to)) {
                problems.add(Problems.renameTargetTaken(from.sql(), to.sql()));
            }
        });
        columns.forEach((table, renames) -> renames.forEach((from, to) -> {
            boolean taken = before.table(formerName(table))
                    .filter(old -> old.column(to).isPresent() && !renames.containsKey(to))
                    .isPresent();
            if (taken || isGivenTwice(renames, to)) {
                problems.add(Problems.renameTargetTaken(table + "." + from, to.sql()));
            }
        }));
    }

    private static <T> boolean isGivenTwice(Map<T, T> renames, T to) {
        return renames.values().stream().filter(to::equals).count() > 1;
    }
}
