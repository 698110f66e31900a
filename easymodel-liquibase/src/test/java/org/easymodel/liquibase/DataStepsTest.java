package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.nio.file.Path;
import java.util.List;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.DataStep;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.RevisionStep;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** SQL over rows within a revision: after what it adds, before what it requires and drops. */
class DataStepsTest {

    private static final SchemaModel TWO = model(table("PERSON", text("FIRST_NAME", 40), text("LAST_NAME", 40)));
    private static final SchemaModel ONE = model(table("PERSON", required(text("FULL_NAME", 81))));

    private static final DataStep JOIN = DataStep.of("""
            UPDATE PERSON SET FULL_NAME = FIRST_NAME || ' ' || LAST_NAME;
            -- back
            UPDATE PERSON SET FIRST_NAME = SUBSTR(FULL_NAME, 1, 3), LAST_NAME = SUBSTR(FULL_NAME, 5);
            """);

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private TestDatabase withRows(TestDatabase.Kind kind, ChangelogFormat format) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = manager(TWO, database).withFormat(format);
        manager.revision("Two names");
        manager.upgrade();
        database.run(
                "INSERT INTO PERSON (ID, FIRST_NAME, LAST_NAME) VALUES (1, 'Ada', 'Byron')",
                "INSERT INTO PERSON (ID, FIRST_NAME, LAST_NAME) VALUES (2, 'Eva', 'Lind')");
        return database;
    }

    private static RevisionOptions options(DataStep step) {
        return RevisionOptions.none()
                .withData(step)
                .accepting("EM102:PERSON.FIRST_NAME")
                .accepting("EM102:PERSON.LAST_NAME");
    }

    @ParameterizedTest
    @CsvSource({
        "H2, YAML",
        "H2, SQL",
        "DERBY, YAML",
        "DERBY, XML",
        "DERBY, SQL",
        "POSTGRESQL, YAML",
        "POSTGRESQL, JSON",
        "POSTGRESQL, SQL"
    })
    void upgrade_withADataStep_movesTheRowsThereAndBack(TestDatabase.Kind kind, ChangelogFormat format) {
        TestDatabase database = withRows(kind, format);
        MigrationManager manager = manager(ONE, database).withFormat(format);
        WrittenRevision written = manager.revision("One name", options(JOIN));
        assertThat(written.revision().orElseThrow().steps())
                .extracting(RevisionStep::operation)
                .containsExactly("AddColumn", "RunSql", "AddNotNull", "DropColumn", "DropColumn");
        assertThat(written.summary()).contains("lock       RunSql step 1", "EM119");
        manager.upgrade();
        assertThat(database.query("SELECT FULL_NAME FROM PERSON ORDER BY ID")).containsExactly("Ada Byron", "Eva Lind");
        assertThat(manager.checkDatabase().problems()).isEmpty();
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT FIRST_NAME, LAST_NAME FROM PERSON ORDER BY ID"))
                .containsExactly("Ada|Byron", "Eva|Lind");
        manager.upgrade();
        assertThat(database.query("SELECT FULL_NAME FROM PERSON ORDER BY ID")).containsExactly("Ada Byron", "Eva Lind");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_whereTheStepLeavesARowEmpty_stopsBeforeTheValueIsRequired(TestDatabase.Kind kind) {
        TestDatabase database = withRows(kind, ChangelogFormat.YAML);
        database.run("INSERT INTO PERSON (ID, FIRST_NAME) VALUES (3, 'Ida')");
        MigrationManager manager = manager(ONE, database);
        manager.revision("One name", options(JOIN));
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("PERSON.FULL_NAME");
        assertThat(database.query("SELECT LAST_NAME FROM PERSON WHERE ID = 1")).containsExactly("Byron");
        database.run("UPDATE PERSON SET FULL_NAME = FIRST_NAME WHERE FULL_NAME IS NULL");
        manager.upgrade();
        assertThat(database.query("SELECT FULL_NAME FROM PERSON WHERE ID = 3")).containsExactly("Ida");
    }

    private static SchemaModel states(String... names) {
        String list = String.join("', '", names);
        return model(of(table("ITEM", constants("STATE", names)), check("CK_STATE", "STATE IN ('" + list + "')")));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_constantThatIsRenamed_carriesTheRowsAlong(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(states("OPEN", "SHUT"), database).revision("States");
        manager(states("OPEN", "SHUT"), database).upgrade();
        database.run("INSERT INTO ITEM (ID, STATE) VALUES (1, 'SHUT')");
        MigrationManager manager = manager(states("OPEN", "CLOSED"), database);
        manager.revision(
                "Rename a state",
                RevisionOptions.none().accepting("EM112:ITEM.STATE").withData(DataStep.of("""
                                UPDATE ITEM SET STATE = 'CLOSED' WHERE STATE = 'SHUT';
                                -- back
                                UPDATE ITEM SET STATE = 'SHUT' WHERE STATE = 'CLOSED';
                                """)));
        manager.upgrade();
        assertThat(database.query("SELECT STATE FROM ITEM")).containsExactly("CLOSED");
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT STATE FROM ITEM")).containsExactly("SHUT");
    }

    /** The change set is one transaction on H2, too: a statement that fails takes those before it back. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_whoseStepFails_changesNoRowAndCanBeCorrected(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel model = model(table("ITEM", number("AMOUNT")));
        MigrationManager manager = manager(model, database);
        manager.revision("Items");
        manager.upgrade();
        database.run("INSERT INTO ITEM (ID, AMOUNT) VALUES (1, 5)");
        manager.revision(
                "Count",
                RevisionOptions.none()
                        .withData(DataStep.of("UPDATE ITEM SET AMOUNT = AMOUNT + 1; UPDATE ITEM SET NOT_THERE = 1")));
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("RunSql step 1");
        assertThat(database.query("SELECT AMOUNT FROM ITEM")).containsExactly("5");
        remove("0002");
        manager.revision("Count", RevisionOptions.none().withData(DataStep.of("UPDATE ITEM SET AMOUNT = AMOUNT + 1")));
        manager.upgrade();
        assertThat(database.query("SELECT AMOUNT FROM ITEM")).containsExactly("6");
        manager.downgrade("-1");
        assertThat(database.query("SELECT AMOUNT FROM ITEM")).containsExactly("6");
    }

    private void remove(String number) {
        for (var folder : revisions.toFile().listFiles((directory, name) -> name.startsWith(number))) {
            for (var file : folder.listFiles()) {
                file.delete();
            }
            folder.delete();
        }
    }

    @Test
    void revision_stepsForOneDatabase_areInItsSqlAlone() {
        MigrationManager manager = MigrationManager.of(TWO, revisions);
        manager.revision("Two names");
        WrittenRevision written = manager.revision(
                "Tidy",
                RevisionOptions.none()
                        .withData(DataStep.of("-- database: postgresql\nUPDATE PERSON SET LAST_NAME = ''")));
        assertThat(manager.sql("postgresql", "0001", "heads").statements())
                .containsExactly("UPDATE PERSON SET LAST_NAME = ''");
        assertThat(manager.sql("h2", "0001", "heads").statements()).isEmpty();
        assertThat(manager.check().problems()).isEmpty();
        assertThat(written.revision().orElseThrow().id()).isNotEqualTo(otherStep("UPDATE PERSON SET LAST_NAME = '-'"));
    }

    /** The id of a revision with another step after the same revision. */
    private String otherStep(String sql) {
        remove("0002");
        return MigrationManager.of(TWO, revisions)
                .revision("Tidy", RevisionOptions.none().withData(DataStep.of("-- database: postgresql\n" + sql)))
                .revision()
                .orElseThrow()
                .id();
    }

    @Test
    void revision_newColumnThatMustHaveAValue_needsAValueOrAStep() {
        MigrationManager.of(TWO, revisions).revision("Two names");
        SchemaModel more =
                model(table("PERSON", text("FIRST_NAME", 40), text("LAST_NAME", 40), required(number("AGE"))));
        MigrationManager manager = MigrationManager.of(more, revisions);
        assertThatThrownBy(() -> manager.revision("Age"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("EM-3001 PERSON.AGE: ")
                .hasMessageContaining("data step");
        assertThat(manager.revision("Age", RevisionOptions.none().withData(DataStep.of("UPDATE PERSON SET AGE = 0")))
                        .revision()
                        .orElseThrow()
                        .steps())
                .extracting(RevisionStep::operation)
                .isEqualTo(List.of("AddColumn", "RunSql", "AddNotNull"));
    }
}
