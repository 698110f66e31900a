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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;

/**
 * A schema as lines that a model and a database can both give. Unique constraints are told by their columns, since Derby
 * hides their names; indexes that only back a key are left out, and those whose name begins with {@code DX_}, which {@link
 * DetailReader} tells.
 */
final class SchemaReader {

    private SchemaReader() {}

    static List<String> expected(SchemaModel model) {
        List<String> lines = new ArrayList<>();
        for (Table table : model.tables()) {
            String name = table.name().name().text();
            for (Column column : table.columns()) {
                lines.add("column " + name + "." + column.name().text() + (column.nullable() ? "" : " not null"));
            }
            table.primaryKey()
                    .ifPresent(key ->
                            lines.add("primary " + name + " " + key.name().text() + text(key.columns())));
            table.uniqueKeys().forEach(key -> lines.add("unique " + name + text(key.columns())));
            for (Index index : table.indexes()) {
                if (index.name().text().startsWith("DX_")) {
                    continue;
                }
                lines.add("index " + name + " " + index.name().text() + text(index.columns()));
                if (index.unique()) {
                    lines.add("unique " + name + text(index.columns()));
                }
            }
            for (ForeignKey key : table.foreignKeys()) {
                lines.add("foreign " + name + " " + key.name().text() + text(key.columns()) + " to "
                        + key.target().name().text() + text(key.targetColumns()) + " " + key.onDelete());
            }
        }
        model.sequences()
                .forEach(sequence -> lines.add("sequence " + sequence.name().text()));
        return lines.stream().distinct().sorted().toList();
    }

    private static String text(List<Identifier> names) {
        return names.stream().map(Identifier::text).toList().toString();
    }

    static List<String> read(Connection connection) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        String schema = connection.getSchema();
        List<String> lines = new ArrayList<>();
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = facts.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                if (!rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT).startsWith("DATABASECHANGELOG")) {
                    tables.add(rows.getString("TABLE_NAME"));
                }
            }
        }
        Map<String, List<List<String>>> backed = new TreeMap<>();
        if (facts.getDatabaseProductName().equals("PostgreSQL")) {
            // It answers for all tables in the time that it takes for one.
            readForeignKeys(facts, schema, null, lines, backed);
        } else {
            for (String table : tables) {
                readForeignKeys(facts, schema, table, lines, backed);
            }
        }
        for (String table : tables) {
            readTable(facts, schema, table, lines, backed.getOrDefault(table, List.of()));
        }
        if (facts.getDatabaseProductName().equals("Apache Derby")) {
            readDerbyUniques(connection, lines);
        }
        readSequences(connection, lines);
        return lines.stream().distinct().sorted().toList();
    }

    private static void readTable(
            DatabaseMetaData facts, String schema, String table, List<String> lines, List<List<String>> ofForeignKeys)
            throws SQLException {
        try (ResultSet rows = facts.getColumns(null, schema, table, "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(table)) {
                    lines.add("column " + name(table) + "." + name(rows.getString("COLUMN_NAME"))
                            + (rows.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? " not null" : ""));
                }
            }
        }
        List<List<String>> backed = new ArrayList<>();
        Map<Integer, String> key = new TreeMap<>();
        String keyName = "";
        try (ResultSet rows = facts.getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), name(rows.getString("COLUMN_NAME")));
                keyName = name(rows.getString("PK_NAME"));
            }
        }
        if (!key.isEmpty()) {
            lines.add("primary " + name(table) + " " + keyName + List.copyOf(key.values()));
            backed.add(List.copyOf(key.values()));
        }
        backed.addAll(ofForeignKeys);
        readIndexes(facts, schema, table, lines, backed, keyName);
    }

    /** Of one table, or of all; keeps the columns of each key by its table. */
    private static void readForeignKeys(
            DatabaseMetaData facts,
            String schema,
            String table,
            List<String> lines,
            Map<String, List<List<String>>> backed)
            throws SQLException {
        Map<String, Map<String, List<String[]>>> keys = new TreeMap<>();
        try (ResultSet rows = facts.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                keys.computeIfAbsent(rows.getString("FKTABLE_NAME"), each -> new TreeMap<>())
                        .computeIfAbsent(name(rows.getString("FK_NAME")), each -> new ArrayList<>())
                        .add(new String[] {
                            name(rows.getString("FKCOLUMN_NAME")),
                            name(rows.getString("PKTABLE_NAME")),
                            name(rows.getString("PKCOLUMN_NAME")),
                            switch (rows.getInt("DELETE_RULE")) {
                                case DatabaseMetaData.importedKeyCascade -> "CASCADE";
                                case DatabaseMetaData.importedKeySetNull -> "SET_NULL";
                                default -> "NO_ACTION";
                            }
                        });
            }
        }
        keys.forEach((of, named) -> named.forEach((name, parts) -> {
            List<String> columns = parts.stream().map(part -> part[0]).toList();
            lines.add("foreign " + name(of) + " " + name + columns + " to " + parts.get(0)[1]
                    + parts.stream().map(part -> part[2]).toList() + " " + parts.get(0)[3]);
            backed.computeIfAbsent(of, each -> new ArrayList<>()).add(columns);
        }));
    }

    private static void readIndexes(
            DatabaseMetaData facts,
            String schema,
            String table,
            List<String> lines,
            List<List<String>> backed,
            String keyName)
            throws SQLException {
        Map<String, TreeMap<Integer, String>> columns = new TreeMap<>();
        Map<String, Boolean> unique = new TreeMap<>();
        try (ResultSet rows = facts.getIndexInfo(null, schema, table, false, false)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null
                        && rows.getShort("TYPE") != DatabaseMetaData.tableIndexStatistic) {
                    String index = name(rows.getString("INDEX_NAME"));
                    columns.computeIfAbsent(index, each -> new TreeMap<>())
                            .put((int) rows.getShort("ORDINAL_POSITION"), name(rows.getString("COLUMN_NAME")));
                    unique.put(index, !rows.getBoolean("NON_UNIQUE"));
                }
            }
        }
        TreeSet<String> uniques = new TreeSet<>();
        columns.forEach((index, parts) -> {
            List<String> list = List.copyOf(parts.values());
            boolean ofKey = !backed.isEmpty() && list.equals(backed.get(0)) && !keyName.isEmpty();
            if (unique.get(index) && !ofKey) {
                uniques.add("unique " + name(table) + list);
            }
            if (index.startsWith("IX_") || index.startsWith("UX_")) {
                lines.add("index " + name(table) + " " + index.replaceAll("_INDEX_[0-9A-F]+$", "") + list);
            }
        });
        lines.addAll(uniques);
    }

    /** Derby tells of unique constraints over columns that may be empty as of plain indexes. */
    private static void readDerbyUniques(Connection connection, List<String> lines) throws SQLException {
        String sql = "SELECT T.TABLENAME, T.TABLEID, G.DESCRIPTOR FROM SYS.SYSCONSTRAINTS C"
                + " JOIN SYS.SYSKEYS K ON K.CONSTRAINTID = C.CONSTRAINTID"
                + " JOIN SYS.SYSCONGLOMERATES G ON G.CONGLOMERATEID = K.CONGLOMERATEID"
                + " JOIN SYS.SYSTABLES T ON T.TABLEID = C.TABLEID WHERE C.TYPE = 'U'"
                + " AND T.TABLENAME NOT LIKE 'DATABASECHANGELOG%'";
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                String positions = rows.getString(3).replaceAll(".*\\((.*)\\).*", "$1");
                List<String> columns = new ArrayList<>();
                for (String position : positions.split(",")) {
                    try (var inner = connection.createStatement();
                            ResultSet column =
                                    inner.executeQuery("SELECT COLUMNNAME FROM SYS.SYSCOLUMNS WHERE REFERENCEID = '"
                                            + rows.getString(2) + "' AND COLUMNNUMBER = " + position.strip())) {
                        column.next();
                        columns.add(column.getString(1));
                    }
                }
                lines.add("unique " + rows.getString(1) + columns);
            }
        }
    }

    private static void readSequences(Connection connection, List<String> lines) throws SQLException {
        String sql =
                switch (connection.getMetaData().getDatabaseProductName()) {
                    case "Apache Derby" ->
                        "SELECT SEQUENCENAME FROM SYS.SYSSEQUENCES S JOIN SYS.SYSSCHEMAS C"
                                + " ON C.SCHEMAID = S.SCHEMAID WHERE C.SCHEMANAME = CURRENT SCHEMA";
                    case "H2" ->
                        "SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_NAME NOT LIKE 'SYSTEM%'";
                    default -> "SELECT sequence_name FROM information_schema.sequences";
                };
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add("sequence " + name(rows.getString(1)));
            }
        }
    }

    /** PostgreSQL folds to lower case. */
    private static String name(String stored) {
        if (stored == null) {
            return "";
        }
        return stored.equals(stored.toLowerCase(Locale.ROOT)) ? stored.toUpperCase(Locale.ROOT) : stored;
    }

    static String difference(List<String> expected, List<String> found) {
        return Stream.concat(
                        expected.stream().filter(line -> !found.contains(line)).map(line -> "- " + line),
                        found.stream().filter(line -> !expected.contains(line)).map(line -> "+ " + line))
                .collect(Collectors.joining("\n"));
    }
}
