package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands beside revision, upgrade and downgrade, and their refusals, as a person meets them. */
class CommandsTest {

    private static final SchemaModel FIRST = model(table("BOOK", text("TITLE", 50)));
    private static final SchemaModel SECOND = model(table("BOOK", text("TITLE", 50), number("PAGES")));
    private static final SchemaModel THIRD = model(
            table("BOOK", text("TITLE", 50), number("PAGES")),
            of(table("LOAN", big("BOOK_ID")), key("BOOK_ID", "BOOK")));

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model) {
        return MigrationManager.of(model, revisions);
    }

    private void threeSteps() {
        manager(FIRST).revision("First");
        manager(SECOND).revision("Second");
        manager(THIRD).revision("Third");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_toAMiddleRevision_andStampToAnother(TestDatabase.Kind kind) {
        threeSteps();
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = manager(THIRD).withConnections(database.source());
        assertThat(manager.upgrade("0002").current())
                .extracting(Revision::message)
                .containsExactly("Second");
        assertThat(SchemaReader.difference(SchemaReader.expected(SECOND), database.schema()))
                .isEmpty();
        assertThat(manager.stamp("heads").text()).startsWith("Noted 0003_");
        assertThat(manager.current()).hasSize(3);
        assertThat(manager.drift().text()).contains("EM-3143 LOAN: ");
        assertThat(manager.stamp("0002").current())
                .extracting(Revision::message)
                .containsExactly("Second");
        assertThat(manager.drift().differences()).isEmpty();
        assertThat(manager.upgrade().revisions()).extracting(Revision::message).containsExactly("Third");
        assertThat(manager.stamp("heads").isEmpty()).isTrue();
        assertThat(manager.history().runs())
                .extracting(MigrationRun::direction)
                .contains(MigrationOutcome.Direction.STAMP, MigrationOutcome.Direction.UPGRADE);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void downgrade_withRows_isRefusedUnlessTheLossIsAccepted(TestDatabase.Kind kind) {
        threeSteps();
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = manager(THIRD).withConnections(database.source());
        manager.upgrade();
        database.run("INSERT INTO BOOK (ID, TITLE, PAGES) VALUES (1, 'One', 7)");
        assertThatThrownBy(() -> manager.downgrade("0001"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("EM-3061 0002_")
                .hasMessageContaining("going back over it loses the values of BOOK.PAGES.");
        assertThat(manager.current()).hasSize(3);
        assertThat(manager.downgradeAcceptingLoss("0001").revisions()).hasSize(2);
        assertThat(database.query("SELECT TITLE FROM BOOK")).containsExactly("One");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void emptyRevision_writtenByHand_runsAndComesBack(TestDatabase.Kind kind) throws IOException {
        manager(FIRST).revision("First");
        WrittenRevision empty = manager(FIRST).emptyRevision("Fill titles");
        Path changelog = empty.folder().orElseThrow().resolve("changelog.yaml");
        String steps = """

              - changeSet:
                  id: titles
                  author: ann
                  changes:
                    - sql: { sql: "UPDATE BOOK SET TITLE = 'none' WHERE TITLE IS NULL" }
            """;
        Files.writeString(changelog, Files.readString(changelog) + steps);
        MigrationManager manager =
                manager(FIRST).withConnections(TestDatabase.fresh(kind).source());
        assertThatThrownBy(manager::upgrade).hasMessageStartingWith("EM-3021 ");
        assertThatThrownBy(() -> manager.reseal("0002"))
                .hasMessageMatching(
                        "EM-3138 0002_\\w+/changelog.yaml, change set titles: it has no rollback, so no downgrade"
                                + " could pass it. Add one; an empty rollback says that there is nothing to take back.");
        Files.writeString(changelog, Files.readString(changelog) + "      rollback:\n        - empty: {}\n");
        assertThat(manager.reseal("0002").text()).endsWith("/changelog.yaml with 1 change set.");
        assertThat(manager.reseal("0002").changed()).isFalse();
        assertThat(manager.upgrade().steps()).isEqualTo(2);
        assertThat(manager.current()).hasSize(2);
        assertThat(manager.checkDatabase().problems()).isEmpty();
        assertThat(manager.downgrade("-1").current())
                .extracting(Revision::message)
                .containsExactly("First");
        Files.writeString(changelog, Files.readString(changelog).replace("logicalFilePath", "nonsense"));
        assertThatThrownBy(() -> manager.reseal("0002")).isInstanceOf(MigrationException.class);
    }

    private static String newest(MigrationOutcome outcome) {
        assertThat(outcome.current()).hasSize(1);
        return outcome.current().get(0).message();
    }

    @Test
    void upgrade_byNumber_appliesSoManyMore() {
        threeSteps();
        MigrationManager manager = MigrationManager.of(revisions)
                .withConnections(TestDatabase.fresh(TestDatabase.Kind.H2).source());
        assertThat(newest(manager.upgrade("+1"))).isEqualTo("First");
        assertThat(newest(manager.upgrade("+0"))).isEqualTo("First");
        assertThat(newest(manager.upgrade("+1"))).isEqualTo("Second");
        assertThat(newest(manager.upgrade("+7"))).isEqualTo("Third");
        assertThat(manager.upgrade("+1").isEmpty()).isTrue();
        assertThat(newest(manager.downgrade("-2"))).isEqualTo("First");
        for (String wrong : new String[] {"+", "+x", "+-1", "+99999999999"}) {
            assertThatThrownBy(() -> manager.upgrade(wrong)).hasMessageStartingWith("EM-3064 upgrade " + wrong + ": ");
        }
    }

    @Test
    void sql_forwardsAndBack_isThatOfTheDatabase() {
        threeSteps();
        MigrationManager manager = MigrationManager.of(revisions);
        assertThat(manager.sql("h2").statements()).hasSize(4);
        assertThat(manager.sql("PostgreSQL", "0002", "heads").text())
                .contains(
                        "-- Revision 0003_",
                        "CREATE TABLE LOAN",
                        "ADD CONSTRAINT FK_LOAN_BOOK_ID FOREIGN KEY (BOOK_ID)");
        assertThat(manager.sql("derby", "heads", "0001").statements())
                .last()
                .asString()
                .contains("DROP COLUMN PAGES");
        assertThat(manager.sql("h2", "heads", "heads").text()).isEqualTo("-- Nothing to do.");
        assertThatThrownBy(() -> manager.sql("oracle"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3133 database oracle: there is no SQL for it. Name one of derby, h2, postgresql.");
    }

    @Test
    void lint_modelAndRevisions_tellsWhatAReviewerShouldKnow() {
        threeSteps();
        LintReport report = manager(THIRD).lint();
        assertThat(report.text()).contains("EM-3140 LOAN.FK_LOAN_BOOK_ID: no index begins with its columns");
        manager(FIRST)
                .revision("Less", RevisionOptions.none().accepting("EM101:LOAN").accepting("EM102:BOOK.PAGES"));
        assertThat(manager(FIRST).lint("0003").text())
                .contains("data-loss 0004_", "DropTable LOAN", "EM101 the table and its rows are gone");
        assertThat(manager(FIRST).lint("0004").isEmpty()).isTrue();
    }

    @Test
    void json_ofEveryResult_isADocument() {
        threeSteps();
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        MigrationManager manager = manager(THIRD).withConnections(database.source());
        for (String json : new String[] {
            manager.detectChanges().json(),
            manager.revision("None").json(),
            manager.check().json(),
            manager.upgrade().json(),
            manager.current().json(),
            manager.heads().json(),
            manager.history().json(),
            manager.history().historyFile(),
            manager.sql("h2").json(),
            manager.lint().json(),
            manager.drift().json(),
            manager.merge().json(),
            manager.reseal("0001").json()
        }) {
            assertThat(org.easymodel.schema.Json.parse(json)).isInstanceOf(java.util.Map.class);
            assertThat(json).endsWith("}\n");
        }
    }
}
