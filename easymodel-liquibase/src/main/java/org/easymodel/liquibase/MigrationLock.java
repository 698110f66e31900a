package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to migrate a database: a lock on the one row of Liquibase's own lock table, held by a transaction of a
 * connection that does nothing else. It is free when the connection ends, however it ends; plain Liquibase waits for it,
 * and it waits for plain Liquibase. For one thread.
 */
final class MigrationLock implements AutoCloseable {

    private static final String TABLE = "DATABASECHANGELOGLOCK";
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Lock timeouts and deadlocks of the three databases, as SQL states. */
    static final Set<String> WAITING = Set.of("HYT00", "40XL1", "40XL2", "55P03", "40001", "40P01");

    private final Connection connection;
    private final Dialect dialect;
    private @Nullable String holder;

    private MigrationLock(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Waits for the lock at most so long. */
    static MigrationLock take(ConnectionSource source, Dialect dialect, Duration wait) throws SQLException {
        MigrationLock lock = new MigrationLock(Connections.openFurther(source), dialect);
        try {
            lock.connection.setAutoCommit(false);
            lock.takeWithin(wait);
            return lock;
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void takeWithin(Duration wait) throws SQLException {
        long deadline = System.nanoTime() + wait.toNanos();
        createTable();
        while (!tryTake()) {
            if (System.nanoTime() >= deadline) {
                throw Problems.lockedFor(wait, holder);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean tryTake() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.POSTGRESQL) {
                statement.execute("SET LOCAL lock_timeout = '1s'");
            }
            if (dialect == Dialect.DERBY) {
                statement.executeUpdate("UPDATE " + TABLE + " SET LOCKED = LOCKED WHERE ID = 1");
            }
            String lockRow = dialect == Dialect.DERBY ? "" : " FOR UPDATE";
            boolean free;
            try (ResultSet row =
                    statement.executeQuery("SELECT LOCKED, LOCKEDBY FROM " + TABLE + " WHERE ID = 1" + lockRow)) {
                free = row.next() && !row.getBoolean(1);
                holder = free ? null : row.getString(2);
            }
            if (!free) {
                connection.rollback();
            } else if (dialect == Dialect.POSTGRESQL) {
                // The query keeps its snapshot until the next statement, and an index that is built concurrently waits
                // for
                // all snapshots that are older; this statement has none.
                statement.execute("SET LOCAL lock_timeout = '1s'");
            }
            return free;
        } catch (SQLException e) {
            connection.rollback();
            if (!WAITING.contains(e.getSQLState())) {
                throw e;
            }
            holder = null;
            return false;
        }
    }

    /** Two first migrations may meet here: who comes second finds table or row there and goes on. */
    private void createTable() throws SQLException {
        if (!History.hasTable(connection, TABLE)) {
            attempt("CREATE TABLE " + TABLE + " (ID INT NOT NULL, LOCKED BOOLEAN NOT NULL, LOCKGRANTED TIMESTAMP, "
                    + "LOCKEDBY VARCHAR(255), CONSTRAINT PK_" + TABLE + " PRIMARY KEY (ID))");
        }
        connection.rollback();
        if (!hasRow()) {
            attempt("INSERT INTO " + TABLE + " (ID, LOCKED) VALUES (1, FALSE)");
        }
    }

    private boolean hasRow() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT ID FROM " + TABLE + " WHERE ID = 1")) {
            return row.next();
        } finally {
            connection.rollback();
        }
    }

    private void attempt(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if (!History.hasTable(connection, TABLE)) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        Connections.close(connection);
    }
}
