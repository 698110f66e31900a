package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.generators;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.row;
import static org.easymodel.migrate.Shop.table;

import java.nio.file.Path;
import java.util.List;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.ChangeInterpreter;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of generator tables: they are there before the first insert, and no count is ever turned back. */
class GeneratorRowsTest {

    private static final String ROWS = "SELECT NAME, COUNTED FROM GENERATORS ORDER BY NAME";

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private MigrationManager upgrade(TestDatabase database, SchemaModel model, RevisionOptions options) {
        MigrationManager manager = manager(model, database);
        manager.revision("Step", options);
        manager.upgrade();
        return manager;
    }

    private MigrationManager upgrade(TestDatabase database, Table... tables) {
        return upgrade(database, model(tables), RevisionOptions.none());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_newTableWithRows_canBeTakenBackWhileNoIdWasDrawn(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Table rows = generators("GENERATORS", "BOOK", "it's; \"mine\"")
                .withGeneratorRows(List.of(row("BOOK", 0), row("it's; \"mine\"", 99)));
        MigrationManager manager = upgrade(database, rows);
        assertThat(database.query(ROWS)).containsExactly("BOOK|0", "it's; \"mine\"|99");
        manager.downgrade("-1");
        assertThat(database.schema()).isEmpty();
        manager.upgrade();
        database.run("UPDATE GENERATORS SET COUNTED = 150 WHERE NAME = 'BOOK'");
        String folder = manager.revisions().get(0).folder();
        assertThatThrownBy(() -> manager.downgrade("-1"))
                .hasMessage(
                        "EM-3061 " + folder + ": going back over it loses the rows of GENERATORS. Keep the revision,"
                                + " or accept the loss with acceptLoss.");
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.schema()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_rowThatIsThere_keepsItsCount(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, generators("GENERATORS", "BOOK"));
        database.run(
                "UPDATE GENERATORS SET COUNTED = 150", "INSERT INTO GENERATORS (NAME, COUNTED) VALUES ('AUTHOR', 300)");
        MigrationManager manager = upgrade(database, generators("GENERATORS", "AUTHOR", "BOOK", "NEW"));
        assertThat(database.query(ROWS)).containsExactly("AUTHOR|300", "BOOK|150", "NEW|0");
        String folder = manager.revisions().get(1).folder();
        assertThatThrownBy(() -> manager.downgrade("-1"))
                .hasMessage("EM-3061 " + folder + ": going back over it loses the count of GENERATORS.AUTHOR. Keep the"
                        + " revision, or accept the loss with acceptLoss.");
        assertThat(database.query(ROWS)).containsExactly("AUTHOR|300", "BOOK|150", "NEW|0");
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query(ROWS)).containsExactly("BOOK|150");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_anotherStart_leavesTheCount(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, generators("GENERATORS", "BOOK"));
        database.run("UPDATE GENERATORS SET COUNTED = 150");
        MigrationManager manager =
                upgrade(database, generators("GENERATORS").withGeneratorRows(List.of(row("BOOK", 999))));
        assertThat(database.query(ROWS)).containsExactly("BOOK|150");
        assertThat(manager.current()).hasSize(2);
        assertThat(manager.check().isSound()).isTrue();
        manager.downgrade("-1");
        assertThat(database.query(ROWS)).containsExactly("BOOK|150");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_rowDropped_needsConsentAndComesBackFromTheStart(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, generators("GENERATORS", "BOOK", "AUTHOR"));
        database.run("UPDATE GENERATORS SET COUNTED = 150");
        SchemaModel less = model(generators("GENERATORS", "BOOK"));
        assertThatThrownBy(() -> manager(less, database).revision("Less"))
                .hasMessage("EM-3006 GENERATORS.AUTHOR: DropGeneratorRow loses data: the position of the generator is"
                        + " gone. Accept it with the option accept EM118:GENERATORS.AUTHOR, or keep it in the model.");
        MigrationManager manager =
                upgrade(database, less, RevisionOptions.none().accepting("EM118:generators.author"));
        assertThat(database.query(ROWS)).containsExactly("BOOK|150");
        String folder = manager.revisions().get(1).folder();
        assertThatThrownBy(() -> manager.downgrade("-1"))
                .hasMessage("EM-3062 " + folder + ": it dropped GENERATORS.AUTHOR, and going back brings the structure"
                        + " but not what was in it. Keep the revision, or accept the loss with acceptLoss.");
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query(ROWS)).containsExactly("AUTHOR|0", "BOOK|150");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_renamedTableAndColumns_leadTheRowsAlong(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Table before = generators("GENERATORS", "BOOK");
        upgrade(database, before, table("OTHER"));
        database.run("UPDATE GENERATORS SET COUNTED = 150");
        TableName ids = TableName.of("IDS");
        SchemaModel after = ChangeInterpreter.apply(
                model(generators("GENERATORS", "BOOK", "NEW"), table("OTHER")),
                List.of(
                        new Change.RenameTable(before.name(), ids.name()),
                        new Change.RenameColumn(
                                ids,
                                Identifier.of("COUNTED"),
                                Identifier.of("LAST_ID"),
                                ColumnType.of(ColumnType.Kind.INT64))));
        MigrationManager manager = upgrade(
                database,
                after,
                RevisionOptions.none().withRename("GENERATORS=IDS").withRename("GENERATORS.COUNTED=LAST_ID"));
        assertThat(database.query("SELECT NAME, LAST_ID FROM IDS ORDER BY NAME"))
                .containsExactly("BOOK|150", "NEW|0");
        manager.downgrade("-1");
        assertThat(database.query(ROWS)).containsExactly("BOOK|150");
        manager.upgrade();
        database.run("UPDATE IDS SET LAST_ID = 50 WHERE NAME = 'NEW'");
        assertThatThrownBy(() -> manager.downgrade("-1")).hasMessageContaining("loses the count of IDS.NEW.");
    }
}
