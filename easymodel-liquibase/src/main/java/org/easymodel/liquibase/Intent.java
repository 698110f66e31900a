package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The change set that is being run where the database commits each statement by itself: which it is, and which of its
 * statements is next. Written before every statement, gone with the history's row, so that a row that is found belongs to a
 * process that ended in between.
 *
 * @param path the path of its file
 * @param id its id
 * @param direction which way it goes
 * @param content the checksum of what it runs
 * @param statement the number of the statement that was begun last, from 1; 0 before the first
 * @param known whether that statement is known not to have run: the database refused it
 */
record Intent(
        String path, String id, MigrationOutcome.Direction direction, String content, int statement, boolean known) {

    static final String TABLE = "DATABASECHANGELOG_INTENT";

    /** Makes the table where it is missing; the caller has the lock. */
    static void create(Connection connection) throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + TABLE + " (FILENAME VARCHAR(255) NOT NULL, CHANGE_SET VARCHAR(255)"
                        + " NOT NULL, DIRECTION VARCHAR(10) NOT NULL, CONTENT VARCHAR(64) NOT NULL, STATEMENT_NUMBER INT"
                        + " NOT NULL, REFUSED BOOLEAN NOT NULL)");
            }
            connection.commit();
        }
    }

    /** What a process that ended has left; empty in almost every database. */
    static Optional<Intent> read(Connection connection) throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT FILENAME, CHANGE_SET, DIRECTION, CONTENT, STATEMENT_NUMBER, REFUSED FROM " + TABLE)) {
            return row.next()
                    ? Optional.of(new Intent(
                            row.getString(1),
                            row.getString(2),
                            MigrationOutcome.Direction.valueOf(row.getString(3)),
                            row.getString(4),
                            row.getInt(5),
                            row.getBoolean(6)))
                    : Optional.empty();
        }
    }

    /** Writes this in place of what is there, in the transaction of the connection. */
    void write(Connection connection) throws SQLException {
        delete(connection);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, path);
            insert.setString(2, id);
            insert.setString(3, direction.name());
            insert.setString(4, content);
            insert.setInt(5, statement);
            insert.setBoolean(6, known);
            insert.executeUpdate();
        }
    }

    static void delete(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM " + TABLE);
        }
    }

    Intent at(int number, boolean refused) {
        return new Intent(path, id, direction, content, number, refused);
    }

    boolean isOf(String otherPath, String otherId) {
        return path.equals(otherPath) && id.equals(otherId);
    }
}
