package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;

/**
 * What {@link SchemaReader} leaves out, as lines that a model and a database can both give: comments, checks, directions
 * of indexes, indexes of PostgreSQL only, rows of generators. Derby turns the direction of an index that a key doubles,
 * so it is left out there.
 */
final class DetailReader {

    private static final String TABLES = "DATABASECHANGELOG";

    private DetailReader() {}

    static List<String> expected(SchemaModel model, TestDatabase.Kind kind) {
        List<String> lines = new ArrayList<>();
        for (Table table : model.tables()) {
            String name = table.name().name().text();
            if (kind != TestDatabase.Kind.DERBY) {
                table.comment().ifPresent(text -> lines.add("comment " + name + " " + text));
                for (Column column : table.columns()) {
                    column.comment()
                            .ifPresent(text -> lines.add(
                                    "comment " + name + "." + column.name().text() + " " + text));
                }
            }
            table.checks().forEach(check -> lines.add("check " + check.name().text()));
            table.indexes().stream()
                    .filter(index -> index.isPlain() || kind == TestDatabase.Kind.POSTGRESQL)
                    .forEach(index -> lines.add(line(index, kind)));
            for (GeneratorRow row : table.generatorRows()) {
                lines.add("row " + name + " " + row.name());
            }
        }
        return lines.stream().sorted().toList();
    }

    private static String line(Index index, TestDatabase.Kind kind) {
        String name = "index " + index.name().text();
        return kind == TestDatabase.Kind.DERBY || !index.isPlain()
                ? name
                : name + index.parts().stream().map(DetailReader::text).toList();
    }

    private static String text(IndexPart part) {
        return part.column().orElseThrow().text() + (part.descending() ? " DESC" : "");
    }

    /** Reads a database; rows are those of the tables of the model. */
    static List<String> read(TestDatabase database, SchemaModel model) {
        try (Connection connection = database.source().open()) {
            List<String> lines = new ArrayList<>();
            readComments(connection, database.kind(), lines);
            readChecks(connection, database.kind(), lines);
            readIndexes(connection, database.kind(), model, lines);
            for (Table table : model.tables()) {
                for (String column : table.generatorRows().stream()
                        .map(row -> row.nameColumn().sql())
                        .distinct()
                        .toList()) {
                    database.query("SELECT " + column + " FROM " + table.name())
                            .forEach(row ->
                                    lines.add("row " + table.name().name().text() + " " + row));
                }
            }
            return lines.stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void readComments(Connection connection, TestDatabase.Kind kind, List<String> lines)
            throws SQLException {
        if (kind == TestDatabase.Kind.DERBY) {
            return;
        }
        DatabaseMetaData facts = connection.getMetaData();
        try (ResultSet rows =
                facts.getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                if (!isOurs(rows.getString("TABLE_NAME")) && isText(rows.getString("REMARKS"))) {
                    lines.add("comment " + name(rows.getString("TABLE_NAME")) + " " + rows.getString("REMARKS"));
                }
            }
        }
        try (ResultSet rows = facts.getColumns(null, connection.getSchema(), "%", "%")) {
            while (rows.next()) {
                if (isText(rows.getString("REMARKS"))) {
                    lines.add("comment " + name(rows.getString("TABLE_NAME")) + "."
                            + name(rows.getString("COLUMN_NAME")) + " " + rows.getString("REMARKS"));
                }
            }
        }
    }

    private static void readChecks(Connection connection, TestDatabase.Kind kind, List<String> lines)
            throws SQLException {
        String sql =
                switch (kind) {
                    case DERBY -> "SELECT CONSTRAINTNAME FROM SYS.SYSCONSTRAINTS WHERE TYPE = 'C'";
                    case H2 -> "SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS";
                    case POSTGRESQL ->
                        "SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace";
                };
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add("check " + name(rows.getString(1)));
            }
        }
    }

    private static void readIndexes(
            Connection connection, TestDatabase.Kind kind, SchemaModel model, List<String> lines) throws SQLException {
        List<String> special = model.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .filter(index -> !index.isPlain())
                .map(index -> index.name().text())
                .toList();
        for (String table : tables(connection)) {
            Map<String, Map<Integer, String>> indexes = new TreeMap<>();
            try (ResultSet rows =
                    connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, false)) {
                while (rows.next()) {
                    if (rows.getString("INDEX_NAME") != null) {
                        String index = name(rows.getString("INDEX_NAME"));
                        String direction = "D".equals(rows.getString("ASC_OR_DESC")) ? " DESC" : "";
                        indexes.computeIfAbsent(index, each -> new TreeMap<>())
                                .put(
                                        (int) rows.getShort("ORDINAL_POSITION"),
                                        name(rows.getString("COLUMN_NAME")) + direction);
                    }
                }
            }
            indexes.forEach((name, parts) -> {
                if (name.matches("(IX|UX|DX)_.*") && !name.matches(".*_INDEX_[0-9A-F]+$")) {
                    boolean bare = kind == TestDatabase.Kind.DERBY || special.contains(name);
                    lines.add("index " + name + (bare ? "" : List.copyOf(parts.values())));
                }
            });
        }
    }

    /** The columns of the indexes of a table that are named {@code IX_}, each with its direction. */
    static List<String> directions(TestDatabase database, String table) {
        try (Connection connection = database.source().open()) {
            List<String> lines = new ArrayList<>();
            String stored = database.kind() == TestDatabase.Kind.POSTGRESQL ? table.toLowerCase(Locale.ROOT) : table;
            try (ResultSet rows =
                    connection.getMetaData().getIndexInfo(null, connection.getSchema(), stored, false, false)) {
                while (rows.next()) {
                    String index = rows.getString("INDEX_NAME");
                    if (index != null && name(index).startsWith("IX_")) {
                        lines.add(name(index) + " " + name(rows.getString("COLUMN_NAME")) + " "
                                + rows.getString("ASC_OR_DESC"));
                    }
                }
            }
            return lines.stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                if (!isOurs(rows.getString("TABLE_NAME"))) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static boolean isOurs(String table) {
        return table.toUpperCase(Locale.ROOT).startsWith(TABLES);
    }

    private static boolean isText(String text) {
        return text != null && !text.isEmpty();
    }

    private static String name(String stored) {
        return stored.equals(stored.toLowerCase(Locale.ROOT)) ? stored.toUpperCase(Locale.ROOT) : stored;
    }

    /** Nothing if the database has what the model says. */
    static String difference(TestDatabase database, SchemaModel model) {
        return SchemaReader.difference(expected(model, database.kind()), read(database, model))
                .lines()
                .collect(Collectors.joining("\n"));
    }
}
