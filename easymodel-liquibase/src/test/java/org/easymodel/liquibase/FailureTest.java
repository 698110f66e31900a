package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens when rows, files, locks or databases stand against a migration. */
@Timeout(120)
class FailureTest {

    @TempDir
    Path revisions;

    private static final SchemaModel FIRST = model(table("BOOK", text("ISBN", 13), big("AUTHOR_ID")), table("AUTHOR"));

    private MigrationManager upgraded(TestDatabase database) {
        MigrationManager manager = MigrationManager.of(FIRST, revisions).withConnections(database.source());
        manager.revision("First");
        manager.upgrade();
        return manager;
    }

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_rowsAgainstIt_haltsBeforeTheChangeAndGoesOnLater(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgraded(database);
        List<String> before = database.schema();
        database.run(
                "INSERT INTO BOOK (ID, ISBN, AUTHOR_ID) VALUES (1, 'a', 7)",
                "INSERT INTO BOOK (ID, ISBN, AUTHOR_ID) VALUES (2, 'a', NULL)",
                "INSERT INTO BOOK (ID, ISBN, AUTHOR_ID) VALUES (3, NULL, NULL)");
        MigrationManager manager = manager(
                model(
                        of(
                                table("BOOK", required(text("ISBN", 13)), big("AUTHOR_ID")),
                                unique("ISBN"),
                                key("AUTHOR_ID", "AUTHOR")),
                        table("AUTHOR")),
                database);
        WrittenRevision written = manager.revision("Guarded");
        String id = written.revision().orElseThrow().id();
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(MigrationException.class)
                .hasMessage("EM-3058 " + id + "-01 AddNotNull BOOK.ISBN: table BOOK has rows in which ISBN is empty."
                        + " Give them a value, then upgrade again. 0 of 3 steps are applied and stay.");
        assertThat(database.schema()).isEqualTo(before);
        database.run("UPDATE BOOK SET ISBN = 'c' WHERE ID = 3");
        assertThatThrownBy(manager::upgrade)
                .hasMessage(
                        "EM-3058 " + id + "-02 AddUniqueKey BOOK.UK_BOOK_ISBN: table BOOK has rows that are equal in"
                                + " ISBN. Make them distinct, then upgrade again. 1 of 3 steps are applied and stay.");
        database.run("UPDATE BOOK SET ISBN = 'b' WHERE ID = 2");
        assertThatThrownBy(manager::upgrade)
                .hasMessage("EM-3058 " + id + "-03 AddForeignKey BOOK.FK_BOOK_AUTHOR_ID: table BOOK has rows whose"
                        + " AUTHOR_ID leads to no row of AUTHOR. Add, change or delete them, then upgrade again."
                        + " 1 of 2 steps are applied and stay.");
        assertThat(manager.current()).hasSize(1);
        database.run("INSERT INTO AUTHOR (ID) VALUES (7)");
        manager.upgrade();
        assertThat(database.query("SELECT ID, ISBN, AUTHOR_ID FROM BOOK ORDER BY ID"))
                .containsExactly("1|a|7", "2|b|null", "3|c|null");
        manager.downgrade("0001");
        assertThat(database.schema()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"DERBY", "POSTGRESQL"})
    void upgrade_changeSetFailsHalfWay_leavesNothingOfIt(TestDatabase.Kind kind) throws IOException {
        TestDatabase database = TestDatabase.fresh(kind);
        upgraded(database);
        List<String> before = database.schema();
        MigrationManager manager = manager(
                model(table("BOOK", text("ISBN", 13), big("AUTHOR_ID"), number("N")), table("AUTHOR")), database);
        Path folder = manager.revision("Breaks").folder().orElseThrow();
        addFailingChange(folder);
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("EM-3059 ")
                .hasMessageContaining("0 of 1 steps are applied and stay.");
        assertThat(database.schema()).isEqualTo(before);
        assertThat(database.query("SELECT COUNT(*) FROM DATABASECHANGELOG")).containsExactly("2");
    }

    /** As a person could have written it: the file with its hash. */
    private static void addFailingChange(Path folder) throws IOException {
        Path file = folder.resolve("changelog.yaml");
        String text = Files.readString(file);
        String broken = text.replace(
                        "        rollback:\n",
                        "        - sql:\n            sql: INSERT INTO NOWHERE VALUES (1)\n        rollback:\n")
                .replace(
                        "      rollback:\n",
                        "        - sql:\n            sql: INSERT INTO NOWHERE VALUES (1)\n      rollback:\n");
        assertThat(broken).isNotEqualTo(text);
        Files.writeString(file, broken);
        Path facts = folder.resolve("revision.json");
        Files.writeString(
                facts,
                Files.readString(facts)
                        .replace(
                                org.easymodel.schema.SchemaHash.sha256(text),
                                org.easymodel.schema.SchemaHash.sha256(broken)));
    }

    @Test
    void upgrade_twoAtOnce_oneMigratesAndBothReturn() throws InterruptedException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        MigrationManager manager = manager(FIRST, database);
        manager.revision("First");
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        CompletableFuture<MigrationOutcome> first = async(() -> manager.withProgress((number, of, step) -> {
                    steps.incrementAndGet();
                    began.countDown();
                    await(goOn);
                })
                .upgrade());
        began.await();
        CountDownLatch waiting = new CountDownLatch(2);
        CompletableFuture<MigrationOutcome> second = async(() -> manager.withConnections(() -> {
                    waiting.countDown();
                    return database.source().open();
                })
                .withProgress((number, of, step) -> steps.incrementAndGet())
                .upgrade());
        waiting.await();
        goOn.countDown();
        assertThat(first.join().steps()).isEqualTo(2);
        assertThat(second.join().isEmpty()).isTrue();
        assertThat(steps).hasValue(2);
    }

    /** A thread of its own for each: the common pool of a small machine has only one. */
    private static CompletableFuture<MigrationOutcome> async(java.util.function.Supplier<MigrationOutcome> work) {
        return CompletableFuture.supplyAsync(work, command -> new Thread(command).start());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_lockHeldByPlainLiquibase_isRefusedWithItsHolder(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgraded(database);
        database.run("UPDATE DATABASECHANGELOGLOCK SET LOCKED = TRUE, LOCKEDBY = 'node-7' WHERE ID = 1");
        MigrationManager manager = manager(
                        model(table("BOOK", text("ISBN", 13), big("AUTHOR_ID"), number("N")), table("AUTHOR")),
                        database)
                .withLockWait(Duration.ZERO);
        manager.revision("More");
        assertThatThrownBy(manager::upgrade)
                .hasMessage("EM-3057 DATABASECHANGELOGLOCK: another migration has held the lock for 0 seconds, taken by"
                        + " plain Liquibase on node-7. If no migration is running, take the lock off with 'liquibase"
                        + " release-locks'.");
        assertThat(manager.upgrade("0001").isEmpty())
                .as("up to date needs no lock")
                .isTrue();
        database.run("UPDATE DATABASECHANGELOGLOCK SET LOCKED = FALSE WHERE ID = 1");
        assertThat(manager.upgrade().steps()).isEqualTo(1);
    }

    @Test
    void upgrade_rowLockHeld_waitsAndIsRefused() throws SQLException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        upgraded(database);
        MigrationManager manager = manager(
                        model(table("BOOK", text("ISBN", 13), big("AUTHOR_ID"), number("N")), table("AUTHOR")),
                        database)
                .withLockWait(Duration.ofSeconds(1));
        manager.revision("More");
        try (Connection holder = database.source().open();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT * FROM DATABASECHANGELOGLOCK WHERE ID = 1 FOR UPDATE");
            assertThatThrownBy(manager::upgrade)
                    .hasMessage("EM-3057 DATABASECHANGELOGLOCK: another migration has held the lock for 1 seconds."
                            + " Wait for it to end, then run again.");
            holder.rollback();
        }
        assertThat(manager.upgrade().steps()).isEqualTo(1);
    }

    @Test
    void downgrade_losses_areRefusedUnlessNothingIsThere() {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        upgraded(database);
        MigrationManager manager = manager(
                model(table("BOOK", text("ISBN", 13), number("PAGES")), table("WRITER"), table("REVIEW")), database);
        Revision second = manager.revision(
                        "Loss",
                        RevisionOptions.none().withRename("AUTHOR=WRITER").accepting("EM102:BOOK.AUTHOR_ID"))
                .revision()
                .orElseThrow();
        manager.upgrade();
        database.run("INSERT INTO BOOK (ID, PAGES) VALUES (1, 3)", "INSERT INTO WRITER (ID) VALUES (1)");
        String first = manager.revisions().get(0).folder();
        assertThatThrownBy(() -> manager.downgrade("base"))
                .hasMessage("EM-3061 " + second.folder()
                        + ": going back over it loses the values of BOOK.PAGES. Keep the revision, or accept the loss with"
                        + " acceptLoss.\nEM-3062 " + second.folder()
                        + ": it dropped BOOK.AUTHOR_ID, and going back brings the structure but not what was in it. Keep"
                        + " the revision, or accept the loss with acceptLoss.\nEM-3061 " + first
                        + ": going back over it loses the rows of AUTHOR. Keep the revision, or accept the loss with"
                        + " acceptLoss.\nEM-3061 " + first
                        + ": going back over it loses the rows of BOOK. Keep the revision, or accept the loss with"
                        + " acceptLoss.");
        assertThat(manager.current()).hasSize(2);
        assertThat(manager.downgradeAcceptingLoss("base").text())
                .isEqualTo("Took back " + second.folder() + ", " + first
                        + " in 7 steps. The database is before the first revision.");
    }

    @Test
    void upgrade_thereIsNoDatabase_isToldWithoutTheAddress() {
        MigrationManager manager = MigrationManager.of(FIRST, revisions);
        manager.revision("First");
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("EM-3053 MigrationManager: it was made without connections to a database. Give it some with"
                        + " withConnections.");
        ConnectionSource wrong = ConnectionSource.of("jdbc:h2:tcp://localhost:1/x?secret", "a", "b");
        assertThatThrownBy(() -> manager.withConnections(wrong).upgrade())
                .isInstanceOf(DatabaseException.class)
                .hasMessage("EM-3055 database: there is no connection to it. Check address, user and password, and that"
                        + " the driver is on the class path.");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_anyOutcome_printsAndLeavesNothing(TestDatabase.Kind kind) throws ReflectiveOperationException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLevel() + " " + entry.getLoggerName() + " " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        TestDatabase database = TestDatabase.fresh(kind);
        root.addHandler(handler);
        System.setOut(new PrintStream(printed, true));
        System.setErr(new PrintStream(printed, true));
        AtomicInteger open = new AtomicInteger();
        ConnectionSource counting = () -> {
            open.incrementAndGet();
            Connection connection = database.source().open();
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            open.decrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        };
        try {
            upgraded(database);
            database.run("INSERT INTO BOOK (ID) VALUES (1)");
            MigrationManager manager = MigrationManager.of(
                            model(table("BOOK", required(text("ISBN", 13)), big("AUTHOR_ID")), table("AUTHOR")),
                            revisions)
                    .withConnections(counting);
            manager.revision("Fails");
            assertThatThrownBy(manager::upgrade).isInstanceOf(MigrationException.class);
            manager.downgradeAcceptingLoss("base");
            manager.upgrade();
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.removeHandler(handler);
        }
        assertThat(printed.toString()).isEmpty();
        assertThat(logged)
                .filteredOn(line -> !line.contains("java.sql") && !line.contains("postgres"))
                .isEmpty();
        assertThat(open).hasValue(0);
        assertThat(liquibaseThreadLocals()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("easymodel-migration"));
    }

    private static List<String> liquibaseThreadLocals() throws ReflectiveOperationException {
        var field = Thread.class.getDeclaredField("inheritableThreadLocals");
        field.setAccessible(true);
        Object map = field.get(Thread.currentThread());
        List<String> found = new ArrayList<>();
        if (map != null) {
            var tableField = map.getClass().getDeclaredField("table");
            tableField.setAccessible(true);
            for (Object entry : (Object[]) tableField.get(map)) {
                if (entry != null) {
                    var value = entry.getClass().getDeclaredField("value");
                    value.setAccessible(true);
                    Object held = value.get(entry);
                    if (held != null && held.getClass().getName().startsWith("liquibase")) {
                        found.add(held.getClass().getName());
                    }
                }
            }
        }
        return found;
    }
}
