package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.RatedChange;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;

/**
 * What changed of one entity. Immutable.
 *
 * @param entity its name; that of the table for tables that no entity of the model has, such as those of removed ones
 * @param status whether it is new, changed or gone
 * @param operations what a revision does for it, in order
 */
public record EntityChange(String entity, Status status, List<Operation> operations) {

    /** What became of an entity. */
    public enum Status {
        /** Its table is not there yet. */
        NEW,
        /** Its table is there, but is not as the model has it. */
        MODIFIED,
        /** Its table is there, but the model has it no more. */
        REMOVED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One operation.
     *
     * @param operation the word for it, such as {@code AddColumn}
     * @param table the table, by the name that it has at that moment
     * @param column the column; empty if it is about more or less than one column
     */
    public record Operation(String operation, TableName table, Optional<Identifier> column) {

        /** Operation, table and column, such as {@code AddColumn BOOK.TITLE}. */
        @Override
        public String toString() {
            return operation + " " + table + column.map(name -> "." + name).orElse("");
        }
    }

    public EntityChange {
        operations = List.copyOf(operations);
    }

    static List<EntityChange> of(
            SchemaModel before,
            SchemaModel after,
            List<RatedChange> changes,
            List<TableName> created,
            List<TableName> removed) {
        Map<String, List<Operation>> operations = new TreeMap<>();
        Map<String, TableName> tables = new TreeMap<>();
        for (RatedChange rated : changes) {
            Change change = rated.change();
            for (TableName table : tables(change)) {
                TableName present = change instanceof Change.RenameTable rename ? rename.renamed() : table;
                String entity = entity(present, after);
                tables.putIfAbsent(entity, present);
                operations
                        .computeIfAbsent(entity, each -> new ArrayList<>())
                        .add(new Operation(change.operation(), table, column(change, table, before, after)));
            }
        }
        List<EntityChange> result = new ArrayList<>();
        operations.forEach((entity, list) -> {
            TableName table = after.notes().entities().stream()
                    .filter(note -> note.name().equals(entity))
                    .map(EntityNote::table)
                    .findFirst()
                    .orElse(tables.get(entity));
            boolean renamed = list.stream().anyMatch(each -> each.operation().equals("RenameTable"));
            Status status = removed.contains(table)
                    ? Status.REMOVED
                    : created.contains(table) && !renamed ? Status.NEW : Status.MODIFIED;
            result.add(new EntityChange(entity, status, list));
        });
        return List.copyOf(result);
    }

    private static List<TableName> tables(Change change) {
        if (change instanceof Change.CreateTable create) {
            return List.of(create.table().name());
        } else if (change instanceof Change.DropTable drop) {
            return List.of(drop.table().name());
        } else if (change instanceof Change.RenameTable rename) {
            return List.of(rename.from());
        }
        return change instanceof Change.OnTable onTable ? List.of(onTable.table()) : List.of();
    }

    /** The root of the entities that have the table; the first by name if there are several. */
    private static String entity(TableName table, SchemaModel after) {
        List<EntityNote> notes = after.notes().entities();
        return Stream.of(
                        notes.stream()
                                .filter(note -> note.table().equals(table)
                                        && note.parent().isEmpty()),
                        notes.stream().filter(note -> note.table().equals(table)),
                        notes.stream().filter(note -> note.furtherTables().contains(table)))
                .flatMap(found -> found)
                .map(EntityNote::name)
                .findFirst()
                .orElse(table.sql());
    }

    private static Optional<Identifier> column(Change change, TableName table, SchemaModel before, SchemaModel after) {
        String prefix = table.sql() + ".";
        if (!change.target().startsWith(prefix)) {
            return Optional.empty();
        }
        String name = change.target().substring(prefix.length());
        return Stream.of(before, after)
                .flatMap(schema -> schema.tables().stream())
                .flatMap(each -> each.columns().stream())
                .map(column -> column.name())
                .filter(column -> column.sql().equals(name))
                .findFirst();
    }

    /** Entity, status and operations. */
    @Override
    public String toString() {
        return entity + ": " + status
                + operations.stream().map(each -> "\n  " + each).collect(Collectors.joining());
    }
}
