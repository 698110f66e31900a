package org.easymodel.liquibase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.easymodel.migrate.Revision;

/**
 * What Liquibase's own history has no columns for: who applied a revision or took it back, how long it took, and on which
 * node. A table beside Liquibase's, which Liquibase does not look at.
 */
final class RunHistory {

    static final String TABLE = "DATABASECHANGELOG_RUNS";

    private static final int LONGEST = 255;

    private RunHistory() {}

    /** Makes the table where it is missing; the caller has the lock. */
    static void create(Connection connection) throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE " + TABLE + " (RUN_REVISION VARCHAR(64) NOT NULL, FOLDER VARCHAR(255) NOT NULL,"
                                + " DIRECTION VARCHAR(10) NOT NULL, STARTED_UTC TIMESTAMP NOT NULL, MILLIS BIGINT NOT NULL,"
                                + " STEPS INT NOT NULL, EXECUTED_BY VARCHAR(255) NOT NULL, DATABASE_USER VARCHAR(255) NOT NULL,"
                                + " NODE VARCHAR(255) NOT NULL)");
            }
            connection.commit();
        }
    }

    /** A run of this process, on this connection. */
    static MigrationRun run(
            Connection connection,
            Revision revision,
            MigrationOutcome.Direction direction,
            Instant started,
            Duration took,
            int steps)
            throws SQLException {
        return new MigrationRun(
                revision.id(),
                revision.folder(),
                direction,
                started,
                took,
                steps,
                System.getProperty("user.name", "unknown"),
                String.valueOf(connection.getMetaData().getUserName()),
                node());
    }

    /** Adds a run to the transaction of the connection. */
    static void add(Connection connection, MigrationRun run) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, run.revision());
            insert.setString(2, cut(run.folder()));
            insert.setString(3, run.direction().name());
            insert.setTimestamp(4, Timestamp.from(run.started()), utc());
            insert.setLong(5, run.took().toMillis());
            insert.setInt(6, run.steps());
            insert.setString(7, cut(run.executedBy()));
            insert.setString(8, cut(run.databaseUser()));
            insert.setString(9, cut(run.node()));
            insert.executeUpdate();
        }
    }

    /** All runs, oldest first; none where the table is missing. */
    static List<MigrationRun> read(Connection connection) throws SQLException {
        List<MigrationRun> runs = new ArrayList<>();
        if (!History.hasTable(connection, TABLE)) {
            return runs;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT RUN_REVISION, FOLDER, DIRECTION, STARTED_UTC, MILLIS, STEPS,"
                                + " EXECUTED_BY, DATABASE_USER, NODE FROM " + TABLE
                                + " ORDER BY STARTED_UTC, FOLDER")) {
            while (rows.next()) {
                runs.add(new MigrationRun(
                        rows.getString(1),
                        rows.getString(2),
                        MigrationOutcome.Direction.valueOf(rows.getString(3)),
                        rows.getTimestamp(4, utc()).toInstant(),
                        Duration.ofMillis(rows.getLong(5)),
                        rows.getInt(6),
                        rows.getString(7),
                        rows.getString(8),
                        rows.getString(9)));
            }
        }
        return runs;
    }

    /** The machine and the process, without asking the network. */
    static String node() {
        return host() + "/" + ProcessHandle.current().pid();
    }

    private static String host() {
        for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
            String host = System.getenv(variable);
            if (host != null && !host.isBlank()) {
                return host.strip();
            }
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
