package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens and closes connections so that a pool gets them back as it gave them, and nobody waits for ever for one. */
final class Connections {

    private Connections() {}

    /** The first connection of a migration. */
    static Connection open(ConnectionSource source) {
        TimedSource timed = TimedSource.of(source);
        try {
            return openWithin(timed);
        } catch (SQLException e) {
            throw Problems.notConnected(e);
        } catch (TimeoutException e) {
            throw StartProblems.noConnectionWithin(timed.limit(), e);
        }
    }

    /** A connection beside one that is there already: if there is none, the pool is too small. */
    static Connection openFurther(ConnectionSource source) {
        try {
            return openWithin(TimedSource.of(source));
        } catch (SQLException | TimeoutException e) {
            throw StartProblems.poolTooSmall(e);
        }
    }

    /** The wait is of the migration's own: there are pools that never give up. A connection that comes too late is closed. */
    private static Connection openWithin(TimedSource source) throws SQLException, TimeoutException {
        CompletableFuture<Connection> opening = new CompletableFuture<>();
        Thread opener = MigrationThread.start(() -> {
            try {
                Connection connection = source.open();
                if (!opening.complete(connection)) {
                    connection.close();
                }
            } catch (SQLException | RuntimeException | Error e) {
                opening.completeExceptionally(e);
            }
        });
        try {
            return opening.get(source.limit().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            if (opening.completeExceptionally(e)) {
                opener.interrupt();
                throw e;
            }
            return opening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unexpected(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    /** Ends an open transaction, switches automatic commits on and closes. */
    static void close(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
