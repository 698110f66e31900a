package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.schema.Check;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.UniqueKey;

/** Reads unique constraints and checks, of which JDBC does not tell, out of each database's own catalogue. For one thread. */
final class LiveCatalogue {

    private static final String STANDARD_UNIQUES = "SELECT C.CONSTRAINT_NAME, K.COLUMN_NAME"
            + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
            + " ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
            + " AND K.TABLE_NAME = C.TABLE_NAME WHERE C.CONSTRAINT_TYPE = 'UNIQUE' AND C.TABLE_SCHEMA = ?"
            + " AND C.TABLE_NAME = ? ORDER BY C.CONSTRAINT_NAME, K.ORDINAL_POSITION";

    private final Connection connection;
    private final Dialect dialect;
    private final LiveNames names;

    LiveCatalogue(Connection connection, LiveNames names) {
        this.connection = connection;
        this.dialect = names.dialect();
        this.names = names;
    }

    List<UniqueKey> uniqueKeys(String schema, String table) throws SQLException {
        Map<String, List<Identifier>> keys = new LinkedHashMap<>();
        if (dialect == Dialect.DERBY) {
            readDerbyUniques(schema, table, keys);
        } else {
            query(STANDARD_UNIQUES, schema, table, row -> keys.computeIfAbsent(
                            row.getString(1), each -> new ArrayList<>())
                    .add(names.written(row.getString(2))));
        }
        return keys.entrySet().stream()
                .map(entry -> new UniqueKey(names.written(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void readDerbyUniques(String schema, String table, Map<String, List<Identifier>> keys) throws SQLException {
        Map<Integer, String> columns = new LinkedHashMap<>();
        query(
                "SELECT N.COLUMNNUMBER, N.COLUMNNAME FROM SYS.SYSCOLUMNS N JOIN SYS.SYSTABLES T ON T.TABLEID = N.REFERENCEID"
                        + " JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID WHERE S.SCHEMANAME = ? AND T.TABLENAME = ?",
                schema,
                table,
                row -> columns.put(row.getInt(1), row.getString(2)));
        query(
                "SELECT C.CONSTRAINTNAME, G.DESCRIPTOR FROM SYS.SYSCONSTRAINTS C"
                        + " JOIN SYS.SYSKEYS K ON K.CONSTRAINTID = C.CONSTRAINTID"
                        + " JOIN SYS.SYSCONGLOMERATES G ON G.CONGLOMERATEID = K.CONGLOMERATEID"
                        + " JOIN SYS.SYSTABLES T ON T.TABLEID = C.TABLEID"
                        + " JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID"
                        + " WHERE C.TYPE = 'U' AND S.SCHEMANAME = ? AND T.TABLENAME = ?",
                schema,
                table,
                row -> {
                    String positions = row.getString(2).replaceAll(".*\\((.*)\\).*", "$1");
                    List<Identifier> list = new ArrayList<>();
                    for (String position : positions.split(",")) {
                        list.add(names.written(columns.getOrDefault(Integer.parseInt(position.strip()), "?")));
                    }
                    keys.put(row.getString(1), list);
                });
    }

    List<Check> checks(String schema, String table) throws SQLException {
        String sql =
                switch (dialect) {
                    case DERBY ->
                        "SELECT C.CONSTRAINTNAME, H.CHECKDEFINITION FROM SYS.SYSCONSTRAINTS C"
                                + " JOIN SYS.SYSCHECKS H ON H.CONSTRAINTID = C.CONSTRAINTID"
                                + " JOIN SYS.SYSTABLES T ON T.TABLEID = C.TABLEID"
                                + " JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID"
                                + " WHERE S.SCHEMANAME = ? AND T.TABLENAME = ?";
                    case H2 ->
                        "SELECT C.CONSTRAINT_NAME, H.CHECK_CLAUSE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
                                + " JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS H"
                                + " ON H.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND H.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                                + " WHERE C.CONSTRAINT_TYPE = 'CHECK' AND C.TABLE_SCHEMA = ? AND C.TABLE_NAME = ?";
                    case POSTGRESQL ->
                        "SELECT c.conname, pg_get_expr(c.conbin, c.conrelid) FROM pg_constraint c"
                                + " JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace"
                                + " WHERE c.contype = 'c' AND n.nspname = ? AND t.relname = ?";
                };
        List<Check> checks = new ArrayList<>();
        query(
                sql,
                schema,
                table,
                row -> checks.add(new Check(names.written(row.getString(1)), outer(row.getString(2)))));
        return checks;
    }

    private static String outer(String condition) {
        String bare = condition.strip();
        return bare.matches("\\([^()]*\\)") ? bare.substring(1, bare.length() - 1) : bare;
    }

    /** What to do with one row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, String schema, String table, Row reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, schema);
            query.setString(2, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
