package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.easymodel.migrate.Revision;

/**
 * Who took the database over which revision, when, where and for how long: what Liquibase's own history does not tell,
 * and what is gone from it after a downgrade. The name of the table begins like those of Liquibase, so that whatever
 * leaves them alone leaves this one alone, too. Times are UTC. For one thread, under the lock of the migration.
 */
final class RunTable {

    static final String TABLE = "DATABASECHANGELOG_EASYMODEL";

    private static final int LONGEST = 255;

    private final Connection connection;
    private final String actor;

    private RunTable(Connection connection, String actor) {
        this.connection = connection;
        this.actor = actor;
    }

    /** The table, made where it is missing. */
    static RunTable open(Connection connection) throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + TABLE + " (RUN INT NOT NULL, REVISION VARCHAR(64) NOT NULL,"
                        + " FOLDER VARCHAR(255) NOT NULL, DIRECTION VARCHAR(16) NOT NULL, STARTED TIMESTAMP NOT NULL,"
                        + " MILLIS BIGINT NOT NULL, STEPS INT NOT NULL, ACTOR VARCHAR(255) NOT NULL,"
                        + " NODE VARCHAR(255) NOT NULL, CONSTRAINT PK_" + TABLE + " PRIMARY KEY (RUN))");
            }
            connection.commit();
        }
        return new RunTable(connection, actor(connection));
    }

    /** Adds a run in the transaction that is open. */
    void add(Revision revision, MigrationOutcome.Direction direction, Instant started, Duration took, int steps)
            throws SQLException {
        String sql = "INSERT INTO " + TABLE
                + " (RUN, REVISION, FOLDER, DIRECTION, STARTED, MILLIS, STEPS, ACTOR, NODE) VALUES ("
                + nextNumber() + ", ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, revision.id());
            insert.setString(2, cut(revision.folder()));
            insert.setString(3, direction.name());
            insert.setTimestamp(4, Timestamp.from(started), utc());
            insert.setLong(5, took.toMillis());
            insert.setInt(6, steps);
            insert.setString(7, actor);
            insert.setString(8, node());
            insert.executeUpdate();
        }
    }

    private int nextNumber() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(RUN) FROM " + TABLE)) {
            row.next();
            return row.getInt(1) + 1;
        }
    }

    /** The runs, oldest first; none if there is no such table. */
    static List<MigrationRun> read(Connection connection) throws SQLException {
        List<MigrationRun> runs = new ArrayList<>();
        if (!History.hasTable(connection, TABLE)) {
            return runs;
        }
        String sql = "SELECT REVISION, FOLDER, DIRECTION, STARTED, MILLIS, STEPS, ACTOR, NODE FROM " + TABLE
                + " ORDER BY RUN";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                runs.add(new MigrationRun(
                        rows.getString(1),
                        rows.getString(2),
                        MigrationOutcome.Direction.valueOf(rows.getString(3)),
                        rows.getTimestamp(4, utc()).toInstant(),
                        Duration.ofMillis(rows.getLong(5)),
                        rows.getInt(6),
                        rows.getString(7),
                        rows.getString(8)));
            }
        }
        return runs;
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    private static String actor(Connection connection) throws SQLException {
        String person = System.getProperty("user.name", "unknown");
        String user = connection.getMetaData().getUserName();
        return cut(
                user == null || user.isBlank() || user.equalsIgnoreCase(person) ? person : person + " as " + user);
    }

    /** No name is looked up in a network. */
    private static String node() {
        String process = "process " + ProcessHandle.current().pid();
        return cut(Stream.of(
                        System.getProperty("easymodel.node"), System.getenv("HOSTNAME"), System.getenv("COMPUTERNAME"))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(name -> name + ", " + process)
                .orElse(process));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
