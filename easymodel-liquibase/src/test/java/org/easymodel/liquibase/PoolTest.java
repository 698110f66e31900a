package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.table;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.MigrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Migrations with connections of a pool. */
@Timeout(120)
class PoolTest {

    @TempDir
    Path revisions;

    private final TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);

    /** A pool of so many connections that waits for ever when they are given out. */
    private ConnectionSource pool(int size) {
        Semaphore free = new Semaphore(size);
        return () -> {
            try {
                free.acquire();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            Connection connection = database.source().open();
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            free.release();
                        }
                        return method.invoke(connection, arguments);
                    });
        };
    }

    private MigrationManager manager(int size) {
        return MigrationManager.of(model(table("BOOK", number("PAGES"))), revisions)
                .withConnections(new TimedSource(pool(size), Duration.ofMillis(300)));
    }

    @Test
    void upgrade_twoConnections_areEnough_andComeBack() {
        MigrationManager manager = manager(2);
        manager.revision("First");
        assertThat(manager.upgrade().steps()).isEqualTo(1);
        assertThat(manager.upgrade().isEmpty()).isTrue();
        assertThat(manager.downgrade("base").steps()).isEqualTo(1);
    }

    @Test
    void upgrade_oneConnection_isRefusedAndDoesNotHang() {
        MigrationManager manager = manager(1);
        manager.revision("First");
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("EM-3167 data source: a migration got one connection, but no second one for its lock. Give"
                        + " the pool at least 3 connections: the caller, the lock and the migration each need one.");
        assertThat(database.schema()).isEmpty();
    }

    @Test
    void upgrade_noConnection_isRefusedAndDoesNotHang() {
        MigrationManager manager = manager(0);
        manager.revision("First");
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("EM-3166 database: there was no connection within ");
    }

    @Test
    void upgrade_tableIsInUse_givesUpAfterTheWait() throws SQLException {
        MigrationManager first = manager(3);
        first.revision("First");
        first.upgrade();
        MigrationManager second = MigrationManager.of(
                        model(table("BOOK", number("PAGES"), number("COPIES"))), revisions)
                .withConnections(database.source())
                .withLockWait(Duration.ofSeconds(1));
        second.revision("Second");
        try (Connection caller = database.source().open()) {
            caller.setAutoCommit(false);
            try (var statement = caller.createStatement()) {
                statement.execute("LOCK TABLE BOOK");
            }
            assertThatThrownBy(second::upgrade)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("EM-3172 ")
                    .hasMessageContaining("another transaction holds what the step changes. Let it end, then upgrade"
                            + " again. 0 of 1 steps are applied and stay.");
            caller.rollback();
        }
        assertThat(second.upgrade().steps()).isEqualTo(1);
    }
}
