package org.easymodel.liquibase;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.easymodel.migrate.Revision;

/**
 * Which revisions a database has as a whole, with the sizes of their changelogs, so that a start with nothing to do opens
 * no file. A mark holds as long as the history has all rows of its revision.
 */
final class AppliedMarks {

    static final String TABLE = "DATABASECHANGELOG_MARKS";

    private AppliedMarks() {}

    /** Makes the table where it is missing; the caller has the lock. */
    static void create(Connection connection) throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE " + TABLE + " (FILENAME VARCHAR(255) NOT NULL, CHANGE_SETS INT NOT NULL,"
                                + " CHANGELOG_BYTES BIGINT NOT NULL)");
            }
            connection.commit();
        }
    }

    /** Marks a revision whose last change set has just run, in the transaction of that. */
    static void put(Connection connection, Revision revision) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE FILENAME = ?");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO " + TABLE
                        + " SELECT CAST(? AS VARCHAR(255)), COUNT(*), CAST(? AS BIGINT) FROM " + History.TABLE
                        + " WHERE FILENAME = ?")) {
            delete.setString(1, revision.logicalPath());
            delete.executeUpdate();
            insert.setString(1, revision.logicalPath());
            insert.setLong(2, revision.changelog().getBytes(StandardCharsets.UTF_8).length);
            insert.setString(3, revision.logicalPath());
            insert.executeUpdate();
        }
    }

    /** The sizes of the changelogs of which every change set is in the history; empty where the table is missing. */
    static Map<String, Long> read(ConnectionSource source) throws SQLException {
        Connection connection = Connections.open(source);
        try {
            return History.hasTable(connection, TABLE) ? read(connection) : Map.of();
        } finally {
            Connections.close(connection);
        }
    }

    private static Map<String, Long> read(Connection connection) throws SQLException {
        Map<String, Long> sizes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT M.FILENAME, M.CHANGELOG_BYTES FROM " + TABLE
                        + " M JOIN (SELECT FILENAME, COUNT(*) AS FOUND_ROWS FROM " + History.TABLE
                        + " GROUP BY FILENAME) H ON H.FILENAME = M.FILENAME AND H.FOUND_ROWS = M.CHANGE_SETS")) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sizes;
    }
}
