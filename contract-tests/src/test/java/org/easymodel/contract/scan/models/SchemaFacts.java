package org.easymodel.contract.scan.models;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.easymodel.contract.scan.models.Difference.Kind;
import org.easymodel.contract.scan.models.ModelDatabase.TableOf;

/** What an H2 database says of its schema, by what it is about. Names of constraints are left out, since they are free. */
final class SchemaFacts {

    private static final String SYSTEM = " not in ('INFORMATION_SCHEMA') ";
    private static final String LIQUIBASE = " not like 'DATABASECHANGELOG%' ";

    private final Map<Kind, Map<String, String>> facts = new TreeMap<>();

    private SchemaFacts() {}

    static SchemaFacts of(ModelDatabase database) throws SQLException {
        SchemaFacts facts = new SchemaFacts();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            facts.readColumns(statement);
            facts.readKeys(statement);
            facts.readChecks(statement);
            facts.readIndexes(statement);
            facts.readSequences(statement);
            facts.readRows(statement, database);
        }
        return facts;
    }

    private void readColumns(Statement statement) throws SQLException {
        String sql =
                "select TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY, DATA_TYPE,"
                        + " coalesce(CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, DATETIME_PRECISION) as SIZED, NUMERIC_SCALE"
                        + " from INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA" + SYSTEM + "and TABLE_NAME" + LIQUIBASE;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String table = table(rows.getString(1), rows.getString(2));
                String column = table + "." + rows.getString(3);
                put(Kind.TABLE, table, "there");
                put(Kind.COLUMN, column, "there");
                put(Kind.REQUIRED, column, rows.getString(4).equals("NO") ? "required" : "nullable");
                put(Kind.TYPE, column, type(rows));
                if (rows.getString(5) != null) {
                    put(Kind.DEFAULT, column, rows.getString(5));
                }
                if (rows.getString(6).equals("YES")) {
                    put(Kind.IDENTITY, column, "numbered");
                }
            }
        }
    }

    private static String type(ResultSet rows) throws SQLException {
        String type = rows.getString("DATA_TYPE");
        return switch (type) {
            case "CHARACTER VARYING", "CHARACTER", "BINARY VARYING" -> type + "(" + rows.getLong("SIZED") + ")";
            case "NUMERIC", "DECIMAL" -> type + "(" + rows.getLong("SIZED") + "," + rows.getInt("NUMERIC_SCALE") + ")";
            default -> type;
        };
    }

    private void readKeys(Statement statement) throws SQLException {
        String sql = "select C.CONSTRAINT_TYPE, K.TABLE_SCHEMA, K.TABLE_NAME, K.COLUMN_NAME, K.CONSTRAINT_SCHEMA,"
                + " K.CONSTRAINT_NAME, T.TABLE_SCHEMA, T.TABLE_NAME, T.COLUMN_NAME, R.DELETE_RULE"
                + " from INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
                + " join INFORMATION_SCHEMA.KEY_COLUMN_USAGE K on K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA"
                + " and K.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                + " left join INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R on R.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA"
                + " and R.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                + " left join INFORMATION_SCHEMA.KEY_COLUMN_USAGE T on T.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA"
                + " and T.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME"
                + " and T.ORDINAL_POSITION = K.POSITION_IN_UNIQUE_CONSTRAINT"
                + " where K.TABLE_NAME" + LIQUIBASE + "order by K.COLUMN_NAME";
        Map<String, Key> keys = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Key key = keys.computeIfAbsent(rows.getString(5) + "." + rows.getString(6), name -> new Key());
                key.type = rows.getString(1);
                key.table = table(rows.getString(2), rows.getString(3));
                key.columns.add(rows.getString(4));
                if (key.type.equals("FOREIGN KEY")) {
                    key.target = table(rows.getString(7), rows.getString(8));
                    key.targetColumns.add(rows.getString(9));
                    key.rule = rows.getString(10);
                }
            }
        }
        keys.values().forEach(this::put);
    }

    private void put(Key key) {
        switch (key.type) {
            case "PRIMARY KEY" -> put(Kind.PRIMARY_KEY, key.table, key.columns.toString());
            case "UNIQUE" -> put(Kind.UNIQUE, key.table + key.columns, "there");
            case "FOREIGN KEY" ->
                put(Kind.FOREIGN_KEY, key.table + key.columns + " to " + key.target + key.targetColumns, key.rule);
            default -> throw new IllegalStateException(key.type);
        }
    }

    private void readChecks(Statement statement) throws SQLException {
        String sql = "select T.TABLE_SCHEMA, T.TABLE_NAME, C.CHECK_CLAUSE from INFORMATION_SCHEMA.CHECK_CONSTRAINTS C"
                + " join INFORMATION_SCHEMA.TABLE_CONSTRAINTS T on T.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA"
                + " and T.CONSTRAINT_NAME = C.CONSTRAINT_NAME where T.TABLE_NAME" + LIQUIBASE;
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String condition = rows.getString(3).replaceAll("\\s+", " ");
                put(Kind.CHECK, table(rows.getString(1), rows.getString(2)) + ": " + condition, "there");
            }
        }
    }

    private void readIndexes(Statement statement) throws SQLException {
        String sql = "select I.TABLE_SCHEMA, I.TABLE_NAME, I.INDEX_NAME, I.INDEX_TYPE_NAME, C.COLUMN_NAME,"
                + " C.ORDERING_SPECIFICATION from INFORMATION_SCHEMA.INDEXES I join INFORMATION_SCHEMA.INDEX_COLUMNS C"
                + " on C.INDEX_SCHEMA = I.INDEX_SCHEMA and C.INDEX_NAME = I.INDEX_NAME"
                + " where not I.IS_GENERATED and I.TABLE_SCHEMA" + SYSTEM + "and I.TABLE_NAME" + LIQUIBASE
                + " order by I.INDEX_NAME, C.ORDINAL_POSITION";
        Map<String, List<String>> columns = new LinkedHashMap<>();
        Map<String, String> types = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String index = table(rows.getString(1), rows.getString(2)) + "\n" + rows.getString(3);
                columns.computeIfAbsent(index, name -> new ArrayList<>())
                        .add(rows.getString(5) + (rows.getString(6).equals("DESC") ? " DESC" : ""));
                types.put(index, rows.getString(4).startsWith("UNIQUE") ? "unique" : "plain");
            }
        }
        columns.forEach((index, parts) -> put(Kind.INDEX, index.split("\n")[0] + parts, types.get(index)));
    }

    private void readSequences(Statement statement) throws SQLException {
        String sql = "select SEQUENCE_SCHEMA, SEQUENCE_NAME, START_VALUE, INCREMENT from INFORMATION_SCHEMA.SEQUENCES"
                + " where SEQUENCE_NAME not like 'SYSTEM_SEQUENCE%'";
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                put(
                        Kind.SEQUENCE,
                        table(rows.getString(1), rows.getString(2)),
                        "from " + rows.getLong(3) + " by " + rows.getLong(4));
            }
        }
    }

    /** The rows that are there before the first entity. */
    private void readRows(Statement statement, ModelDatabase database) throws SQLException {
        for (TableOf table : database.filled()) {
            try (ResultSet rows = statement.executeQuery("select * from " + table.sql())) {
                while (rows.next()) {
                    put(
                            Kind.ROW,
                            table(table.schema(), table.name()) + " '" + rows.getString(1) + "'",
                            rows.getBigDecimal(2).stripTrailingZeros().toPlainString());
                }
            }
        }
    }

    private static String table(String schema, String name) {
        return schema.equals("PUBLIC") ? name : schema + "." + name;
    }

    private void put(Kind kind, String subject, String fact) {
        facts.computeIfAbsent(kind, each -> new TreeMap<>()).put(subject, fact);
    }

    /** What differs from these to ours; nothing about what belongs to a table or column that only one has. */
    List<Difference> differencesTo(SchemaFacts ours) {
        List<Difference> differences = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<String, String> theirFacts = facts.getOrDefault(kind, Map.of());
            Map<String, String> ourFacts = ours.facts.getOrDefault(kind, Map.of());
            TreeSet<String> subjects = new TreeSet<>(theirFacts.keySet());
            subjects.addAll(ourFacts.keySet());
            for (String subject : subjects) {
                Difference difference = new Difference(
                        kind,
                        subject,
                        Optional.ofNullable(theirFacts.get(subject)),
                        Optional.ofNullable(ourFacts.get(subject)));
                if (!difference.theirs().equals(difference.ours())
                        && differences.stream().noneMatch(difference::isPartOf)) {
                    differences.add(difference);
                }
            }
        }
        return differences;
    }

    /** Whether a table has its primary key over those columns, written as {@code TABLE[COLUMN, COLUMN]}. */
    boolean hasPrimaryKey(String tableWithColumns) {
        return facts.getOrDefault(Kind.PRIMARY_KEY, Map.of()).entrySet().stream()
                .anyMatch(key -> tableWithColumns.equals(key.getKey() + key.getValue()));
    }

    private static final class Key {
        String type;
        String table;
        final List<String> columns = new ArrayList<>();
        String target;
        final List<String> targetColumns = new ArrayList<>();
        String rule;
    }
}
