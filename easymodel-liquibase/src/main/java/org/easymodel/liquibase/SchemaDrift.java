package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Where a database is not what its revisions have made of it: somebody has changed it by other means. Immutable.
 *
 * @param differences each place with what is there; none if all is as it should be
 * @param others tables of the connection's schema that the revisions do not know; they may belong to somebody else
 */
public record SchemaDrift(List<Problem> differences, List<TableName> others) {

    public SchemaDrift {
        differences = List.copyOf(differences);
        others = List.copyOf(others);
    }

    static SchemaDrift of(Connection connection, Dialect dialect, SchemaModel meant) throws SQLException {
        SchemaModel live = LiveSchema.read(connection, dialect, meant, List.of());
        List<Problem> differences = new ArrayList<>();
        for (Table table : meant.tables()) {
            live.table(table.name())
                    .ifPresentOrElse(
                            found -> compare(table, found, differences),
                            () -> differences.add(
                                    DatabaseProblems.gone(table.name().sql())));
        }
        for (Sequence sequence : meant.sequences()) {
            if (live.sequence(sequence.sql()).isEmpty()) {
                differences.add(DatabaseProblems.gone(sequence.sql()));
            } else if (live.sequence(sequence.sql()).filter(sequence::equals).isEmpty()) {
                differences.add(DatabaseProblems.other(
                        sequence.sql(), text(live.sequence(sequence.sql()).orElseThrow()), text(sequence)));
            }
        }
        return new SchemaDrift(differences, LiveSchema.others(connection, dialect, meant));
    }

    private static String text(Sequence sequence) {
        return "start " + sequence.start() + ", increment " + sequence.increment();
    }

    private static void compare(Table meant, Table found, List<Problem> differences) {
        Map<String, String> expected = facts(meant);
        Map<String, String> live = facts(found);
        TreeSet<String> places = new TreeSet<>(expected.keySet());
        places.addAll(live.keySet());
        for (String place : places) {
            String should = expected.get(place);
            String is = live.get(place);
            if (is == null) {
                differences.add(DatabaseProblems.gone(place));
            } else if (should == null) {
                differences.add(DatabaseProblems.unknown(place, is));
            } else if (!Objects.equals(should, is)) {
                differences.add(DatabaseProblems.other(place, is, should));
            }
        }
    }

    /** Every part of a table by its place, with what it is. */
    private static Map<String, String> facts(Table table) {
        Map<String, String> facts = new LinkedHashMap<>();
        String prefix = table.name() + ".";
        table.comment().ifPresent(text -> facts.put(table.name() + " (comment)", text));
        table.columns().forEach(column -> facts.put(prefix + column.name(), text(column, table)));
        table.primaryKey().ifPresent(key -> facts.put(prefix + key.name(), "primary key over " + key.columns()));
        table.uniqueKeys().forEach(key -> facts.put(prefix + key.name(), "unique over " + key.columns()));
        table.indexes()
                .forEach(index -> facts.put(
                        prefix + index.name(),
                        (index.unique() ? "unique index over " : "index over ")
                                + index.parts()
                                + index.where().map(text -> " where " + text).orElse("")));
        table.foreignKeys()
                .forEach(key -> facts.put(
                        prefix + key.name(),
                        "foreign key over " + key.columns() + " to " + key.target() + " " + key.targetColumns()
                                + " on delete " + key.onDelete()));
        table.checks().forEach(check -> facts.put(prefix + check.name(), "check " + check.condition()));
        return facts;
    }

    private static String text(Column column, Table table) {
        boolean inKey = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        return column.type()
                + (column.nullable() && !inKey ? "" : " not null")
                + column.defaultValue().map(value -> " default " + value).orElse("")
                + (column.identity() ? " numbered by the database" : "")
                + column.comment().map(value -> " comment '" + value + "'").orElse("");
    }

    /** Whether the database is as its revisions have it. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** One line per difference; one sentence if there is none. */
    public String text() {
        return isEmpty()
                ? "The database is as its revisions have it."
                : differences.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json("differences", Facts.problems(differences), "others", Facts.names(others));
    }

    @Override
    public String toString() {
        return text();
    }
}
