package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.numbers;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.positions;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.nio.file.Path;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks over enumerations, ranges and lengths, and what becomes of them when names and constants change. */
class ChecksTest {

    private static final Column PRICE = Column.nullable("PRICE", ColumnType.decimal(8, 2));

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private void upgrade(TestDatabase database, SchemaModel model, RevisionOptions options) {
        MigrationManager manager = manager(model, database);
        manager.revision("Step", options);
        manager.upgrade();
        assertThat(DetailReader.difference(database, model)).isEmpty();
    }

    private void downgrade(TestDatabase database, SchemaModel model) {
        manager(model, database).downgradeAcceptingLoss("-1");
        assertThat(DetailReader.difference(database, model)).isEmpty();
    }

    private static Table bill(String state, String table) {
        return of(
                table(table, constants(state, "NEW", "PAID"), PRICE, text("CODE", 10)),
                check("CK_STATUS", state + " IN ('NEW','PAID')"),
                check("CK_PRICE", "PRICE >= 0 AND PRICE < 1000.5"),
                check("CK_CODE", "LENGTH(CODE) >= 3"),
                check("CK_BOTH", "PRICE IS NULL OR " + state + " <> 'it''s PRICE'"));
    }

    private static void assertChecked(TestDatabase database, String table, String state) {
        String insert = "INSERT INTO " + table + " (ID, " + state + ", PRICE, CODE) VALUES ";
        database.run(insert + "(10, 'PAID', 0, 'abc')", insert + "(11, NULL, NULL, NULL)");
        for (String row : new String[] {"(12, 'OLD', 0, 'abc')", "(12, 'NEW', -0.01, 'abc')", "(12, 'NEW', 0, 'ab')"}) {
            assertThatThrownBy(() -> database.run(insert + row)).isInstanceOf(IllegalStateException.class);
        }
        database.run("DELETE FROM " + table + " WHERE ID > 9");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_namesInsideOfChecks_areFollowedBothWays(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(bill("STATUS", "BILL"));
        SchemaModel second = model(bill("\"state\"", "BILL"));
        SchemaModel third = model(bill("\"state\"", "INVOICE"));
        upgrade(database, first, RevisionOptions.none());
        assertChecked(database, "BILL", "STATUS");
        database.run("INSERT INTO BILL (ID, STATUS, PRICE) VALUES (1, 'NEW', 3)");
        upgrade(database, second, RevisionOptions.none().withRename("BILL.STATUS=\"state\""));
        assertChecked(database, "BILL", "\"state\"");
        upgrade(database, third, RevisionOptions.none().withRename("BILL=INVOICE"));
        assertChecked(database, "INVOICE", "\"state\"");
        SchemaModel without = model(table("INVOICE", constants("\"state\"", "NEW", "PAID"), PRICE, text("CODE", 10)));
        upgrade(database, without, RevisionOptions.none());
        database.run("UPDATE INVOICE SET PRICE = 5");
        downgrade(database, third);
        downgrade(database, second);
        assertChecked(database, "BILL", "\"state\"");
        downgrade(database, first);
        assertChecked(database, "BILL", "STATUS");
        assertThat(database.query("SELECT ID, STATUS FROM BILL")).containsExactly("1|NEW");
        downgrade(database, SchemaModel.empty());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_columnOfACheckDropped_goesWithItsCheckAndComesBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(bill("STATUS", "BILL"));
        SchemaModel second = model(of(
                table("BILL", constants("STATUS", "NEW", "PAID"), text("CODE", 10)),
                check("CK_STATUS", "STATUS IN ('NEW','PAID')"),
                check("CK_CODE", "LENGTH(CODE) >= 3")));
        upgrade(database, first, RevisionOptions.none());
        upgrade(database, second, RevisionOptions.none().accepting("EM102:BILL.PRICE"));
        downgrade(database, first);
        assertChecked(database, "BILL", "STATUS");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_constantAdded_isTakenAndGoesAgain(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(of(table("BILL", constants("STATUS", "NEW")), check("CK", "STATUS IN ('NEW')")));
        SchemaModel second =
                model(of(table("BILL", constants("STATUS", "NEW", "PAID")), check("CK", "STATUS IN ('NEW', 'PAID')")));
        upgrade(database, first, RevisionOptions.none());
        upgrade(database, second, RevisionOptions.none());
        database.run("INSERT INTO BILL (ID, STATUS) VALUES (1, 'PAID')");
        assertThatThrownBy(() -> manager(first, database).downgrade("-1"))
                .hasMessageContaining("DropCheck BILL.CK: the database refused the step");
        database.run("DELETE FROM BILL");
        downgrade(database, first);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_constantRemoved_haltsWhileRowsHoldIt(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(table(
                "BILL",
                constants("STATUS", "NEW", "PAID", "OLD", "IT'S"),
                positions("PLACE", "A", "B"),
                numbers("RANKING", "1", "2")));
        SchemaModel second = model(
                table("BILL", constants("STATUS", "NEW", "PAID"), positions("PLACE", "A"), numbers("RANKING", "2")));
        upgrade(database, first, RevisionOptions.none());
        database.run(
                "INSERT INTO BILL (ID, STATUS, PLACE, RANKING) VALUES (1, 'IT''S', 1, 1)",
                "INSERT INTO BILL (ID, STATUS, PLACE, RANKING) VALUES (2, 'NEW', 0, 2)");
        MigrationManager manager = manager(second, database);
        assertThatThrownBy(() -> manager.revision("Less"))
                .hasMessage("EM-3006 BILL.PLACE: ChangeEnumValues loses data: the numbers in the rows stand for other"
                        + " constants, or for none. Accept it with the option accept EM113:BILL.PLACE, or keep it in"
                        + " the model.\n"
                        + "EM-3006 BILL.RANKING: ChangeEnumValues loses data: rows that hold 1 stop it. Accept it with"
                        + " the option accept EM112:BILL.RANKING, or keep it in the model.\n"
                        + "EM-3006 BILL.STATUS: ChangeEnumValues loses data: rows that hold IT'S, OLD stop it. Accept"
                        + " it with the option accept EM112:BILL.STATUS, or keep it in the model.");
        String id = manager.revision(
                        "Less",
                        RevisionOptions.none()
                                .accepting("EM113:BILL.PLACE")
                                .accepting("EM112:BILL.RANKING")
                                .accepting("EM112:BILL.STATUS"))
                .revision()
                .orElseThrow()
                .id();
        assertThatThrownBy(manager::upgrade)
                .hasMessage("EM-3058 " + id + "-01 ChangeEnumValues BILL.PLACE: table BILL has rows in which PLACE"
                        + " holds a position that is gone. Change them, then upgrade again. 0 of 3 steps are applied"
                        + " and stay.");
        database.run("UPDATE BILL SET PLACE = 0");
        assertThatThrownBy(manager::upgrade)
                .hasMessage("EM-3058 " + id + "-02 ChangeEnumValues BILL.RANKING: table BILL has rows in which RANKING"
                        + " holds 1. Change them, then upgrade again. 1 of 3 steps are applied and stay.");
        database.run("UPDATE BILL SET RANKING = 2");
        assertThatThrownBy(manager::upgrade)
                .hasMessage("EM-3058 " + id + "-03 ChangeEnumValues BILL.STATUS: table BILL has rows in which STATUS"
                        + " holds IT'S or OLD. Change them, then upgrade again. 1 of 2 steps are applied and stay.");
        database.run("UPDATE BILL SET STATUS = 'PAID'");
        manager.upgrade();
        assertThat(manager.check().isSound()).isTrue();
        manager.downgrade("-1");
        assertThat(database.query("SELECT STATUS, PLACE, RANKING FROM BILL ORDER BY ID"))
                .containsExactly("PAID|0|2", "PAID|0|2");
    }
}
