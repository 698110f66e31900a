package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.withDefault;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.DataStep;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that get another type while rows are there: what stops it, in each language, and with plain Liquibase. */
class TypeChangeTest {

    @TempDir
    Path root;

    private Path revisions() {
        return root.resolve("db/easymodel/shop");
    }

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions()).withConnections(database.source());
    }

    private static Column typed(String name, String type) {
        return Column.nullable(name, ColumnType.parse(type));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_valuesThatDoNotFit_stopItAndStay(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(model(table("P", text("CODE", 20), typed("PRICE", "DECIMAL(8,2)"))), database)
                .revision("First");
        manager(model(), database).upgrade();
        database.run(
                "INSERT INTO P (ID, CODE, PRICE) VALUES (1, '0042', 123456.78)",
                "INSERT INTO P (ID, CODE, PRICE) VALUES (2, 'x', 1.50)");
        MigrationManager manager = manager(model(table("P", number("CODE"), typed("PRICE", "DECIMAL(8,1)"))), database);
        String id = manager.revision(
                        "Second",
                        RevisionOptions.none().accepting("EM106:P.CODE").accepting("EM106:P.PRICE"))
                .revision()
                .orElseThrow()
                .id();
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "EM-3058 " + id + "-01 ModifyType P.CODE from STRING(20) to INT32: table P has rows in which"
                                + " CODE does not fit INT32. Change them, then upgrade again. 0 of 2 steps are applied and stay.");
        assertThat(database.query("SELECT CODE, PRICE FROM P ORDER BY ID")).containsExactly("0042|123456.78", "x|1.50");
        database.run("UPDATE P SET CODE = '7' WHERE ID = 2");
        assertThatThrownBy(manager::upgrade)
                .hasMessageContaining(" ModifyType P.PRICE from DECIMAL(8,2) to DECIMAL(8,1): table P has rows in which"
                        + " PRICE does not fit DECIMAL(8,1). ");
        database.run("UPDATE P SET PRICE = 123456.70 WHERE ID = 1");
        manager.upgrade();
        assertThat(database.query("SELECT CODE, PRICE FROM P ORDER BY ID")).containsExactly("42|123456.7", "7|1.5");
        manager.downgrade("-1");
        assertThat(database.query("SELECT CODE, PRICE FROM P ORDER BY ID")).containsExactly("42|123456.70", "7|1.50");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void downgrade_valuesThatDoNotFitTheOldType_isRefusedWhateverIsAccepted(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(model(table("P", withDefault(text("CODE", 3), "'abc'"), typed("D", "DATE"))), database)
                .revision("First");
        MigrationManager manager =
                manager(model(table("P", withDefault(text("CODE", 9), "'abc'"), typed("D", "TIMESTAMP"))), database);
        String folder = manager.revision("Second").revision().orElseThrow().folder();
        manager.upgrade();
        database.run("INSERT INTO P (ID, CODE, D) VALUES (1, 'abcd', '2026-01-31 10:11:12')");
        String misfit =
                "EM-3081 " + folder + ": it cannot be taken back while rows hold values in P.CODE that do not fit"
                        + " STRING(3). Change them, or keep the revision.";
        assertThatThrownBy(() -> manager.downgrade("-1"))
                .hasMessage(misfit + "\nEM-3061 " + folder + ": going back over it loses the time of the day in the"
                        + " values of P.D. Keep the revision, or accept the loss with acceptLoss.");
        assertThatThrownBy(() -> manager.downgradeAcceptingLoss("-1")).hasMessage(misfit);
        assertThat(database.query("SELECT CODE FROM P")).containsExactly("abcd");
        database.run("UPDATE P SET CODE = 'xyz'");
        manager.downgradeAcceptingLoss("-1");
        database.run("INSERT INTO P (ID) VALUES (2)");
        assertThat(database.query("SELECT CODE, D FROM P ORDER BY ID")).containsExactly("xyz|2026-01-31", "abc|null");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_dataStepForWhatDoesNotFit_runsBeforeTheGuardAndBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(model(table("P", text("CODE", 9), number("SIZE_"))), database).revision("First");
        manager(model(), database).upgrade();
        database.run(
                "INSERT INTO P (ID, CODE) VALUES (1, '7')",
                "INSERT INTO P (ID, CODE) VALUES (2, NULL)",
                "INSERT INTO P (ID, CODE) VALUES (3, 'no')");
        MigrationManager manager = manager(model(table("P", required(number("CODE")), big("SIZE_"))), database);
        manager.revision(
                "Second",
                RevisionOptions.none()
                        .accepting("EM106:P.CODE")
                        .withDefault("P.CODE=5")
                        .withData(
                                DataStep.of("UPDATE P SET SIZE_ = 5000000000, CODE = '0' WHERE CODE = 'no';\n-- back\n"
                                        + "UPDATE P SET SIZE_ = NULL, CODE = 'no' WHERE SIZE_ IS NOT NULL;")));
        manager.upgrade();
        assertThat(database.query("SELECT CODE, SIZE_ FROM P ORDER BY ID"))
                .containsExactly("7|null", "5|null", "0|5000000000");
        manager.downgrade("-1");
        assertThat(database.query("SELECT CODE, SIZE_ FROM P ORDER BY ID"))
                .containsExactly("7|null", "5|null", "no|null");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void downgrade_ofACut_tellsThatItStays(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(model(table("P", typed("D", "TIMESTAMP"))), database).revision("First");
        manager(model(), database).upgrade();
        database.run("INSERT INTO P (ID, D) VALUES (1, '2026-01-31 10:11:12')");
        MigrationManager manager = manager(model(table("P", typed("D", "DATE"))), database);
        assertThatThrownBy(() -> manager.revision("Second"))
                .hasMessage(
                        "EM-3006 P.D: ModifyType loses data: the time of the day is gone from every value. Accept it"
                                + " with the option accept EM106:P.D, or keep it in the model.");
        String folder = manager.revision("Second", RevisionOptions.none().accepting("EM106:P.D"))
                .revision()
                .orElseThrow()
                .folder();
        manager.upgrade();
        assertThat(database.query("SELECT D FROM P")).containsExactly("2026-01-31");
        assertThatThrownBy(() -> manager.downgrade("-1"))
                .hasMessage("EM-3082 " + folder + ": it took the time of the day from the values of P.D, and going back"
                        + " does not bring it. Keep the revision, or accept the loss with acceptLoss.");
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT D FROM P").get(0)).startsWith("2026-01-31 00:00:00");
    }

    /** Names that one database reserves and others do not, a key at both ends, and all that leans on a column. */
    private static final SchemaModel OLD = model(
            of(
                    table("OWNER", required(withDefault(number("YEAR"), "1")), text("NAME", 50)),
                    unique("YEAR"),
                    index("NAME", "YEAR"),
                    check("CK_YEAR", "YEAR > 0")),
            of(table("PET", big("OWNER_ID"), typed("BORN", "DECIMAL(8,2)")), key("OWNER_ID", "OWNER")));

    private static final SchemaModel NEW = model(
            rekeyed(of(
                    table("OWNER", required(withDefault(big("YEAR"), "2")), text("NAME", 80))
                            .withColumns(List.of(
                                    required(text("ID", 30)),
                                    required(withDefault(big("YEAR"), "2")),
                                    text("NAME", 80))),
                    unique("YEAR"),
                    index("NAME", "YEAR"),
                    check("CK_YEAR", "YEAR > 0"))),
            of(table("PET", text("OWNER_ID", 30), typed("BORN", "STRING(20)")), key("OWNER_ID", "OWNER")));

    private static Table rekeyed(Table table) {
        return table.withPrimaryKey(
                Optional.of(new PrimaryKey(Identifier.of("PK_OWNER"), List.of(Identifier.of("ID")))));
    }

    private static final String[] ROWS = {
        "INSERT INTO OWNER (ID, NAME) VALUES (5, 'Ann')", "INSERT INTO PET (ID, OWNER_ID, BORN) VALUES (1, 5, 2.50)"
    };

    static Stream<Arguments> onEach() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(ChangelogFormat.values()).map(format -> Arguments.of(kind, format)));
    }

    @ParameterizedTest
    @MethodSource("onEach")
    void upgradeAndDowngrade_eachFormat_keepRowsAndAllThatLeans(TestDatabase.Kind kind, ChangelogFormat format) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(OLD, database).withFormat(format).revision("First");
        manager(NEW, database).withFormat(format).revision("Second");
        MigrationManager manager = manager(NEW, database);
        manager.upgrade("0001");
        List<String> before = ColumnReader.read(database);
        database.run(ROWS);
        var rows = SampleRows.read(database, OLD);
        manager.upgrade();
        assertThat(ColumnReader.read(database)).isEqualTo(BuiltSchema.of(NEW, kind));
        assertThat(DetailReader.difference(database, NEW)).isEmpty();
        assertThat(database.query("SELECT O.ID, BORN FROM PET P JOIN OWNER O ON O.ID = P.OWNER_ID"))
                .containsExactly("5|2.50");
        manager.downgrade("-1");
        assertThat(ColumnReader.read(database)).isEqualTo(before);
        assertThat(SampleRows.read(database, OLD)).isEqualTo(rows);
    }

    /** Row for row as our own way back, guards of values that do not fit included. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void rollback_ofPlainLiquibase_bringsTypesAndRowsBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(OLD, database).revision("First");
        manager(NEW, database).revision("Second");
        MigrationManager manager = manager(NEW, database);
        manager.upgrade("0001");
        List<String> before = ColumnReader.read(database);
        database.run(ROWS);
        var rows = SampleRows.read(database, OLD);
        for (PlainLiquibase version : PlainLiquibase.values()) {
            int steps = manager.upgrade().steps();
            database.run("INSERT INTO OWNER (ID, NAME) VALUES ('no number', 'Bob')");
            assertThatThrownBy(() -> version.start("rollbackCount " + steps, database, root)
                            .join())
                    .as(version.name())
                    .hasStackTraceContaining("Rollback");
            database.run("DELETE FROM OWNER WHERE NAME = 'Bob'");
            int left = Integer.parseInt(database.query("SELECT COUNT(*) FROM DATABASECHANGELOG")
                            .get(0))
                    - firstSteps();
            assertThat(left).as(version.name()).isBetween(1, steps);
            version.start("rollbackCount " + left, database, root).join();
            assertThat(ColumnReader.read(database)).as(version.name()).isEqualTo(before);
            assertThat(DetailReader.difference(database, OLD))
                    .as(version.name())
                    .isEmpty();
            assertThat(SampleRows.read(database, OLD)).as(version.name()).isEqualTo(rows);
        }
    }

    private int firstSteps() {
        return MigrationManager.of(revisions())
                .history()
                .revisions()
                .get(0)
                .steps()
                .size();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void update_ofPlainLiquibase_givesTheSame(TestDatabase.Kind kind) {
        TestDatabase ours = TestDatabase.fresh(kind);
        manager(OLD, ours).revision("First");
        for (PlainLiquibase version : PlainLiquibase.values()) {
            TestDatabase plain = TestDatabase.fresh(kind);
            MigrationManager.of(revisions()).withConnections(plain.source()).upgrade("0001");
            plain.run(ROWS);
            manager(NEW, ours).revision("Second");
            version.update(plain, root);
            assertThat(ColumnReader.read(plain)).as(version.name()).isEqualTo(BuiltSchema.of(NEW, kind));
            MigrationManager manager = manager(NEW, plain);
            assertThat(manager.upgrade().isEmpty()).as(version.name()).isTrue();
            assertThat(manager.drift().isEmpty()).as(version.name()).isTrue();
            manager.downgrade("-1");
            assertThat(plain.query("SELECT OWNER_ID, BORN FROM PET")).containsExactly("5|2.50");
        }
    }
}
