package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The columns of a database with type, size, default and numbering, and its sequences with start and increment, as lines. */
final class ColumnReader {

    private ColumnReader() {}

    /** Everything that the catalogue tells: of two databases of one kind, the same if they have the same schema. */
    static List<String> read(TestDatabase database) {
        try (Connection connection = database.source().open()) {
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
                while (rows.next()) {
                    if (!rows.getString("TABLE_NAME").toUpperCase(Locale.ROOT).startsWith("DATABASECHANGELOG")) {
                        lines.add("type " + rows.getString("TABLE_NAME") + "." + rows.getString("COLUMN_NAME") + " "
                                + rows.getString("TYPE_NAME") + "(" + rows.getInt("COLUMN_SIZE") + ","
                                + rows.getInt("DECIMAL_DIGITS") + ") default "
                                + plain(rows.getString("COLUMN_DEF"))
                                + ("YES".equals(rows.getString("IS_AUTOINCREMENT")) ? " identity" : ""));
                    }
                }
            }
            readSequences(connection, database.kind(), lines);
            return Stream.concat(lines.stream(), database.schema().stream())
                    .sorted()
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** H2 and Derby write no default as NULL where there was one. Derby tells of a numbered column by its position. */
    private static String plain(String value) {
        return value == null
                        || value.equals("NULL")
                        || value.startsWith("AUTOINCREMENT")
                        || value.startsWith("GENERATED")
                ? "none"
                : value;
    }

    private static void readSequences(Connection connection, TestDatabase.Kind kind, List<String> lines)
            throws SQLException {
        String sql =
                switch (kind) {
                    case DERBY ->
                        "SELECT SEQUENCENAME, INCREMENT FROM SYS.SYSSEQUENCES S JOIN SYS.SYSSCHEMAS C"
                                + " ON C.SCHEMAID = S.SCHEMAID WHERE C.SCHEMANAME = CURRENT SCHEMA";
                    case H2 ->
                        "SELECT SEQUENCE_NAME, INCREMENT FROM INFORMATION_SCHEMA.SEQUENCES"
                                + " WHERE SEQUENCE_NAME NOT LIKE 'SYSTEM%'";
                    case POSTGRESQL ->
                        "SELECT sequencename, increment_by FROM pg_sequences WHERE sequencename NOT IN"
                                + " (SELECT s.relname FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype = 'i')";
                };
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add("increment " + rows.getString(1) + " " + rows.getLong(2));
            }
        }
    }
}
