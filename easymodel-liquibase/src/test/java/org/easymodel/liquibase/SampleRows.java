package org.easymodel.liquibase;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;

/** Rows for any schema, and the rows of a database as text that is the same on all of them. */
final class SampleRows {

    private static final int ROWS = 3;

    private SampleRows() {}

    /** Up to three rows in each table; the third is empty where it may be. What keys forbid is left out. */
    static void fill(TestDatabase database, SchemaModel model) {
        List<Table> tables = model.tables().stream()
                .filter(table -> table.generatorRows().isEmpty())
                .toList();
        try (Connection connection = database.source().open();
                Statement statement = connection.createStatement()) {
            fill(statement, database.kind(), tables);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static void fill(Statement statement, TestDatabase.Kind kind, List<Table> tables) throws SQLException {
        Set<String> done = new TreeSet<>();
        for (int round = 0; round <= tables.size() + 1; round++) {
            boolean alone = round > tables.size();
            for (Table table : tables) {
                for (int i = 1; i <= ROWS; i++) {
                    String row = table.name() + " " + i;
                    if (!done.contains(row) && insert(statement, kind, table, i, alone)) {
                        done.add(row);
                    }
                }
            }
        }
    }

    private static boolean insert(Statement statement, TestDatabase.Kind kind, Table table, int i, boolean alone)
            throws SQLException {
        Set<Identifier> led = table.foreignKeys().stream()
                .flatMap(key -> key.columns().stream())
                .collect(Collectors.toSet());
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            boolean empty = column.nullable() && (i == ROWS || alone && led.contains(column.name()));
            values.put(quoted(column.name(), kind), empty ? "NULL" : value(column, i, kind));
        }
        try {
            statement.execute("INSERT INTO " + table.name() + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                    + String.join(", ", values.values()) + ")");
            return true;
        } catch (SQLException e) {
            if (e.getSQLState() != null && e.getSQLState().startsWith("23")) {
                return false;
            }
            throw e;
        }
    }

    private static String quoted(Identifier name, TestDatabase.Kind kind) {
        return DialectNames.quoted(name, Dialect.valueOf(kind.name())).sql();
    }

    private static String value(Column column, int i, TestDatabase.Kind kind) {
        ColumnType type = column.type();
        if (column.values().isPresent()) {
            EnumValues values = column.values().get();
            int position = (i - 1) % values.values().size();
            String value = values.values().get(position);
            return switch (values.kind()) {
                case POSITION -> String.valueOf(position);
                case NUMBER -> value;
                default -> text(value);
            };
        }
        return switch (type.kind()) {
            case BOOL -> i % 2 == 1 ? "TRUE" : "FALSE";
            case INT16, INT32, INT64 -> String.valueOf(i);
            case DECIMAL -> type.scale() > 0 && type.size() > type.scale() ? i + ".5" : String.valueOf(i);
            case FLOAT32, FLOAT64 -> i + ".25";
            case STRING, CHAR, LOB_TEXT ->
                text(type.size() == 1 ? String.valueOf((char) ('a' + i)) : String.valueOf(i));
            case DATE -> "'2026-01-0" + i + "'";
            case TIME -> "'10:11:1" + i + "'";
            case TIMESTAMP, TIMESTAMP_TZ -> "'2026-01-0" + i + " 10:11:12'";
            case UUID -> "'00000000-0000-0000-0000-00000000000" + i + "'";
            case LOB_BIN -> kind == TestDatabase.Kind.POSTGRESQL ? "'\\x0" + i + "'" : "CAST(X'0" + i + "' AS BLOB)";
            case NATIVE -> String.valueOf(i);
        };
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** The rows of each table, sorted; each as its columns by name. */
    static Map<String, List<Map<String, String>>> read(TestDatabase database, SchemaModel model) {
        return read(database, model, table -> true);
    }

    static Map<String, List<Map<String, String>>> read(
            TestDatabase database, SchemaModel model, Predicate<Table> chosen) {
        Map<String, List<Map<String, String>>> tables = new TreeMap<>();
        try (Connection connection = database.source().open();
                Statement statement = connection.createStatement()) {
            for (Table table : model.tables()) {
                if (table.generatorRows().isEmpty() && chosen.test(table)) {
                    tables.put(table.name().sql(), read(statement, database.kind(), table));
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static List<Map<String, String>> read(Statement statement, TestDatabase.Kind kind, Table table)
            throws SQLException {
        String columns = table.columns().stream()
                .map(column -> quoted(column.name(), kind))
                .collect(Collectors.joining(", "));
        try (ResultSet found = statement.executeQuery("SELECT " + columns + " FROM " + table.name())) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, String> row = new TreeMap<>();
                int index = 1;
                for (Column column : table.columns()) {
                    row.put(column.name().text(), plain(found, index++, column.type()));
                }
                rows.add(row);
            }
            rows.sort(java.util.Comparator.comparing(Map::toString));
            return rows;
        }
    }

    private static String plain(ResultSet row, int index, ColumnType type) throws SQLException {
        if (type.kind() == ColumnType.Kind.LOB_BIN) {
            byte[] bytes = row.getBytes(index);
            return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
        }
        String text = row.getString(index);
        if (text == null) {
            return "null";
        }
        return switch (type.kind()) {
            case BOOL -> String.valueOf(row.getBoolean(index));
            case DECIMAL, FLOAT32, FLOAT64 ->
                new BigDecimal(text).stripTrailingZeros().toPlainString();
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> text.replaceAll("(\\d\\d:\\d\\d:\\d\\d)\\.0+(?=\\D|$)", "$1");
            case UUID -> text.toLowerCase(Locale.ROOT);
            case CHAR -> text.stripTrailing();
            default -> text;
        };
    }
}
