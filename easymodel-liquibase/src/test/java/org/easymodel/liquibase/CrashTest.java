package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaHash;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that migrates is killed: the next start finishes its work, without help and without a half change set. */
@Timeout(600)
class CrashTest {

    private static final int KILLS = 20;
    private static final int KILLS_OF_H2 = 6;
    private static final int STEPS_AT_MOST = 5;
    private static final int TURNS_AT_MOST = 200_000;
    private static final long SEED = 20_261_127;

    private static final SchemaModel FIRST = model(
            of(table("BOOK", text("ISBN", 13), big("AUTHOR_ID"), text("PAGES", 10)), unique("ISBN")),
            table("AUTHOR", text("NAME", 80)),
            table("SHELF", number("ROOM")));

    private static final SchemaModel SECOND = model(
            of(
                    table(
                            "BOOK",
                            text("ISBN", 13),
                            big("AUTHOR_ID"),
                            text("EXTENT", 10),
                            required(number("COPIES")),
                            required(text("TONGUE", 2))),
                    unique("ISBN"),
                    index("EXTENT"),
                    key("AUTHOR_ID", "AUTHOR")),
            table("AUTHOR", text("NAME", 80), text("BORN", 10)),
            of(table("REVIEW", big("BOOK_ID"), required(text("TEXT", 500))), key("BOOK_ID", "BOOK"), unique("TEXT")));

    @TempDir
    Path directory;

    private Path revisions;
    private int firstSteps;
    private int steps;

    @BeforeEach
    void writeRevisions() {
        revisions = directory.resolve("revisions");
        firstSteps = MigrationManager.of(FIRST, revisions)
                .revision("First")
                .revision()
                .orElseThrow()
                .steps()
                .size();
        steps = MigrationManager.of(SECOND, revisions)
                .revision(
                        "Second",
                        RevisionOptions.none()
                                .withRename("BOOK.PAGES=EXTENT")
                                .withDefault("BOOK.COPIES=1")
                                .withDefault("BOOK.TONGUE=en")
                                .accepting("EM101:SHELF"))
                .revision()
                .orElseThrow()
                .steps()
                .size();
        assertThat(steps).isGreaterThan(10);
    }

    /** A database that outlives the process that writes to it. */
    private String url(TestDatabase.Kind kind, int number) {
        String file = directory.resolve("db" + number).toString();
        return switch (kind) {
            case H2 -> "jdbc:h2:file:" + file;
            case DERBY -> "jdbc:derby:" + file + ";create=true";
            case POSTGRESQL -> TestDatabase.fresh(kind).url();
        };
    }

    private static void shutDown(TestDatabase database) {
        if (database.kind() == TestDatabase.Kind.DERBY) {
            try {
                DriverManager.getConnection(database.url().replace("create=true", "shutdown=true"));
            } catch (SQLException e) {
                assertThat(e.getSQLState()).isEqualTo("08006");
            }
        }
    }

    private TestDatabase atFirst(TestDatabase.Kind kind, int number) {
        TestDatabase database = new TestDatabase(kind, url(kind, number));
        MigrationManager.of(revisions).withConnections(database.source()).upgrade("0001");
        database.run(
                "INSERT INTO AUTHOR (ID, NAME) VALUES (7, 'Ann')",
                "INSERT INTO BOOK (ID, ISBN, AUTHOR_ID, PAGES) VALUES (1, 'a', 7, '300')",
                "INSERT INTO BOOK (ID, ISBN, AUTHOR_ID, PAGES) VALUES (2, 'b', NULL, NULL)");
        shutDown(database);
        return database;
    }

    private void assertFinished(TestDatabase database, String moment) {
        MigrationManager manager = MigrationManager.of(revisions).withConnections(database.source());
        manager.upgrade();
        assertThat(SchemaReader.difference(SchemaReader.expected(SECOND), database.schema()))
                .as(moment)
                .isEmpty();
        assertThat(database.query("SELECT ID, ISBN, AUTHOR_ID, EXTENT, COPIES, TONGUE FROM BOOK ORDER BY ID"))
                .as(moment)
                .containsExactly("1|a|7|300|1|en", "2|b|null|null|1|en");
        assertThat(database.query("SELECT COUNT(*) FROM DATABASECHANGELOG"))
                .as(moment)
                .containsExactly(String.valueOf(firstSteps + steps));
        assertThat(manager.upgrade().isEmpty()).as(moment).isTrue();
        shutDown(database);
    }

    /**
     * The moment is a step, and then as many turns of a loop: what the process does in that time is chance. The next process
     * goes on, and is killed too, until there is nothing left to do.
     */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void kill_atRandomMoments_theNextStartFinishes(TestDatabase.Kind kind) {
        Random random = new Random(SEED);
        int wanted = kind == TestDatabase.Kind.H2 ? KILLS_OF_H2 : KILLS;
        int kills = 0;
        for (int number = 1; kills < wanted; number++) {
            TestDatabase database = atFirst(kind, number);
            StringBuilder moments = new StringBuilder(kind.name());
            boolean running = true;
            while (running && kills < wanted) {
                int step = 1 + random.nextInt(STEPS_AT_MOST);
                int turns = random.nextInt(TURNS_AT_MOST);
                moments.append(", step ")
                        .append(step)
                        .append(" and ")
                        .append(turns)
                        .append(" turns");
                try (MigratingProcess process = MigratingProcess.start(database.url(), revisions)) {
                    running = process.awaitStep(step);
                    for (int turn = 0; turn < turns; turn++) {
                        Thread.onSpinWait();
                    }
                }
                kills += running ? 1 : 0;
            }
            assertFinished(database, moments.toString());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void kill_betweenTheChangeAndItsRow_theNextStartFinishes(TestDatabase.Kind kind) {
        TestDatabase database = atFirst(kind, 0);
        for (int row = 1; row <= 2; row++) {
            try (MigratingProcess process = MigratingProcess.startStoppingBeforeRow(database.url(), revisions, row)) {
                process.awaitRow(row);
            }
        }
        assertFinished(database, kind + " killed between changes and their rows");
    }

    @Test
    void kill_betweenAChangeWithoutTransactionAndItsRow_theNextStartFinishes() throws IOException {
        Path changelog = outsideTransactions();
        assertThat(Files.readString(changelog)).contains("runInTransaction: false");
        TestDatabase database = atFirst(TestDatabase.Kind.POSTGRESQL, 0);
        for (int row = 1; row <= 2; row++) {
            try (MigratingProcess process = MigratingProcess.startStoppingBeforeRow(database.url(), revisions, row)) {
                process.awaitRow(row);
            }
        }
        assertFinished(database, "killed outside a transaction");
    }

    /** As a person could have written it: each change set of the second revision commits by itself. */
    private Path outsideTransactions() throws IOException {
        try (var folders = Files.list(revisions)) {
            Path folder = folders.filter(each -> each.getFileName().toString().startsWith("0002"))
                    .findFirst()
                    .orElseThrow();
            Path changelog = folder.resolve("changelog.yaml");
            String text = Files.readString(changelog);
            String changed = text.replace(
                    "      author: easymodel\n", "      author: easymodel\n      runInTransaction: false\n");
            Files.writeString(changelog, changed);
            Path facts = folder.resolve("revision.json");
            Files.writeString(
                    facts, Files.readString(facts).replace(SchemaHash.sha256(text), SchemaHash.sha256(changed)));
            return changelog;
        }
    }

    @Test
    void start_eightProcessesAtOnce_oneMigratesAndNoneFails() {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        List<MigratingProcess> nodes = IntStream.range(0, 8)
                .mapToObj(each -> MigratingProcess.start(database.url(), revisions))
                .toList();
        try {
            List<Integer> done =
                    nodes.stream().map(MigratingProcess::steps).sorted().toList();
            assertThat(done).containsExactly(0, 0, 0, 0, 0, 0, 0, firstSteps + steps);
        } finally {
            nodes.forEach(MigratingProcess::close);
        }
        assertThat(SchemaReader.difference(SchemaReader.expected(SECOND), database.schema()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void start_eightThreadsAtOnce_oneMigratesAndNoneFails(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = MigrationManager.of(revisions).withConnections(database.source());
        CountDownLatch ready = new CountDownLatch(8);
        List<CompletableFuture<Integer>> nodes = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> {
                            ready.countDown();
                            try {
                                ready.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return manager.upgrade().steps();
                        },
                        command -> new Thread(command).start()))
                .toList();
        assertThat(nodes.stream().map(CompletableFuture::join).sorted())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, firstSteps + steps);
        assertThat(SchemaReader.difference(SchemaReader.expected(SECOND), database.schema()))
                .isEmpty();
    }
}
