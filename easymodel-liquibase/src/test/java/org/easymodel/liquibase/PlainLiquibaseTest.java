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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our changelogs are run by Liquibase itself, 4.33 and 5.0, before us and after us. */
@Timeout(180)
class PlainLiquibaseTest {

    private static final SchemaModel FIRST = model(
            of(table("BOOK", text("ISBN", 13), big("AUTHOR_ID")), unique("ISBN")), table("AUTHOR", text("NAME", 80)));

    private static final SchemaModel SECOND = model(
            of(
                    table("BOOK", text("ISBN", 13), big("AUTHOR_ID"), required(number("COPIES")), text("FILTER", 9)),
                    unique("ISBN"),
                    index("FILTER"),
                    key("AUTHOR_ID", "WRITER")),
            table("WRITER", text("NAME", 80)));

    @TempDir
    Path root;

    private Path revisions;
    private int steps;

    @BeforeEach
    void write() {
        revisions = root.resolve("db/easymodel/shop");
        steps = stepsOf(MigrationManager.of(FIRST, revisions).revision("First"));
        steps += stepsOf(MigrationManager.of(SECOND, revisions)
                .revision(
                        "Second",
                        RevisionOptions.none().withDefault("BOOK.COPIES=1").withRename("AUTHOR=WRITER")));
    }

    private static int stepsOf(WrittenRevision written) {
        return written.revision().orElseThrow().steps().size();
    }

    private MigrationManager ours(TestDatabase database) {
        return MigrationManager.of(revisions).withConnections(database.source());
    }

    private static List<String> history(TestDatabase database) {
        return database.query(
                "SELECT FILENAME, ID, AUTHOR, MD5SUM, EXECTYPE FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void update_ofEachVersion_givesTheSameAsOurs(TestDatabase.Kind kind) {
        TestDatabase ours = TestDatabase.fresh(kind);
        ours(ours).upgrade();
        assertThat(history(ours)).hasSize(steps);
        for (PlainLiquibase version : PlainLiquibase.values()) {
            TestDatabase plain = TestDatabase.fresh(kind);
            version.update(plain, root);
            assertThat(history(plain)).as(version.name()).isEqualTo(history(ours));
            assertThat(plain.schema()).as(version.name()).isEqualTo(ours.schema());
            assertThat(ours(plain).upgrade().isEmpty()).as(version.name()).isTrue();
            assertThat(ours(plain).current()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void update_afterUs_hasNothingToDo(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        ours(database).upgrade();
        List<String> before = history(database);
        PlainLiquibase.V4.update(database, root);
        PlainLiquibase.V5.update(database, root);
        PlainLiquibase.V4.update(database, root);
        assertThat(history(database)).isEqualTo(before);
        assertThat(ours(database).downgrade("base").revisions()).hasSize(2);
        assertThat(database.schema()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void update_inTurnsWithUs_goesOnWhereTheOtherStopped(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        ours(database).upgrade("0001");
        PlainLiquibase.V5.update(database, root);
        assertThat(history(database)).hasSize(steps);
        PlainLiquibase.V4.start("rollbackCount", database, root).join();
        assertThat(history(database)).hasSize(steps - 1);
        assertThat(ours(database).upgrade().steps()).isEqualTo(1);
        TestDatabase fresh = TestDatabase.fresh(kind);
        ours(fresh).upgrade();
        assertThat(database.schema()).isEqualTo(fresh.schema());
    }

    /** H2 gives up on a row lock after two seconds, so that Liquibase fails there, and cleanly. */
    @ParameterizedTest
    @EnumSource(
            value = TestDatabase.Kind.class,
            names = {"DERBY", "POSTGRESQL"})
    void update_whileWeMigrate_waitsForOurLock(TestDatabase.Kind kind) {
        for (PlainLiquibase version : PlainLiquibase.values()) {
            TestDatabase database = TestDatabase.fresh(kind);
            AtomicReference<CompletableFuture<Void>> plain = new AtomicReference<>();
            MigrationOutcome outcome = ours(database)
                    .withProgress((number, of, step) -> {
                        if (number == 1) {
                            plain.set(version.start("update", database, root));
                        }
                    })
                    .upgrade();
            plain.get().join();
            assertThat(outcome.steps()).as(version.name()).isEqualTo(steps);
            assertThat(history(database)).as(version.name()).hasSize(steps);
            assertThat(database.query("SELECT LOCKED FROM DATABASECHANGELOGLOCK"))
                    .as(version.name())
                    .isIn(List.of("f"), List.of("false"));
        }
    }

    @Test
    void rootChangelog_neverChanges() throws IOException {
        assertThat(Files.readString(revisions.resolve("root.yaml"))).isEqualTo("""
                        # For users of plain Liquibase: all revisions in their order. EasyModel itself does not read this file.
                        databaseChangeLog:
                          - includeAll:
                              path: .
                              relativeToChangelogFile: true
                              minDepth: 2
                              maxDepth: 2
                              endsWithFilter: changelog.yaml
                        """);
    }
}
