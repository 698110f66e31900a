package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionGraph;

/**
 * Revisions that lie in the database itself, since nobody has committed them: what a start with {@code auto} has done. One
 * row for each of their files.
 */
final class RecordedRevisions {

    static final String TABLE = "DATABASECHANGELOG_MODEL";

    private RecordedRevisions() {}

    /** The revisions of a unit; none where the table is missing. */
    static RevisionGraph read(Connection connection, String unit) throws SQLException {
        Map<String, SortedMap<String, String>> folders = new TreeMap<>();
        if (History.hasTable(connection, TABLE)) {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT FOLDER, FILE_PATH, CONTENT FROM " + TABLE + " WHERE UNIT = ?")) {
                query.setString(1, unit);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        folders.computeIfAbsent(rows.getString(1), each -> new TreeMap<>())
                                .put(rows.getString(2), rows.getString(3));
                    }
                }
            }
        }
        return RevisionGraph.ofFiles(folders);
    }

    /** Adds a revision and makes the table where it is missing; the caller has the lock. */
    static void add(Connection connection, Dialect dialect, String unit, Revision revision) throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE " + TABLE + " (UNIT VARCHAR(255) NOT NULL, FOLDER VARCHAR(255) NOT NULL,"
                                + " FILE_PATH VARCHAR(400) NOT NULL, CONTENT "
                                + (dialect == Dialect.POSTGRESQL ? "TEXT" : "CLOB")
                                + " NOT NULL)");
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?)")) {
            for (Map.Entry<String, String> file : revision.files().entrySet()) {
                insert.setString(1, unit);
                insert.setString(2, revision.folder());
                insert.setString(3, file.getKey());
                insert.setString(4, file.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Forgets a revision, and that its change sets ran. */
    static void remove(Connection connection, String unit, Revision revision) throws SQLException {
        try (PreparedStatement record =
                        connection.prepareStatement("DELETE FROM " + TABLE + " WHERE UNIT = ? AND FOLDER = ?");
                PreparedStatement history =
                        connection.prepareStatement("DELETE FROM " + History.TABLE + " WHERE FILENAME = ?")) {
            record.setString(1, unit);
            record.setString(2, revision.folder());
            record.executeUpdate();
            history.setString(1, revision.logicalPath());
            history.executeUpdate();
        }
        connection.commit();
    }
}
