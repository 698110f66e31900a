package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.uniqueIndex;

import java.nio.file.Path;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns named by words that only Derby or H2 reserve, in guards, checks, values for rows and looks at losses. */
class ReservedColumnsTest {

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private static String quoted(TestDatabase database, String name) {
        return database.kind() == TestDatabase.Kind.POSTGRESQL ? name : '"' + name + '"';
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_reservedNamesEverywhere_areTakenByTheDatabase(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        // YEAR, VALUE and KEY are words of H2, FUNCTION, LAST and OPEN of Derby.
        Table bare = table("OPEN", number("YEAR"), text("VALUE", 10), text("FUNCTION", 10), big("KEY"));
        SchemaModel first = model(bare);
        SchemaModel second = model(of(
                table(
                        "OPEN",
                        required(number("YEAR")),
                        constants("VALUE", "A", "B"),
                        required(constants("FUNCTION", "A")),
                        big("KEY"),
                        required(number("LAST"))),
                unique("VALUE"),
                uniqueIndex("UX_KEY", "KEY", "FUNCTION"),
                check("CK_YEAR", "year >= 1900 AND YEAR <> 1901"),
                check("CK_VALUE", "VALUE IN ('A', 'VALUE')"),
                check("CK_FUNCTION", "FUNCTION IN ('A') OR LAST >= 0"),
                key("KEY", "OPEN")));
        MigrationManager one = manager(first, database);
        one.revision("First");
        one.upgrade();
        String table = quoted(database, "OPEN");
        database.run("INSERT INTO " + table + " (ID, " + quoted(database, "YEAR") + ", " + quoted(database, "KEY")
                + ") VALUES (1, NULL, 1)");
        MigrationManager two = manager(second, database);
        two.revision(
                "Second",
                RevisionOptions.none()
                        .withDefault("OPEN.YEAR=1950")
                        .withDefault("OPEN.LAST=1")
                        .withDefault("OPEN.FUNCTION=A"));
        two.upgrade();
        assertThatThrownBy(() -> database.run("UPDATE " + table + " SET " + quoted(database, "YEAR") + " = 1800"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> two.downgrade("-1")).hasMessageContaining("loses the values of OPEN.LAST.");
        two.downgradeAcceptingLoss("-1");
        assertThatThrownBy(() -> one.downgrade("-1")).hasMessageContaining("loses the rows of OPEN.");
        one.downgradeAcceptingLoss("-1");
        assertThat(database.schema()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_rowsAgainstIt_areFoundByReservedNames(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager one = manager(model(table("VALUE", number("YEAR"), big("LAST"))), database);
        one.revision("First");
        one.upgrade();
        database.run("INSERT INTO " + quoted(database, "VALUE") + " (ID, " + quoted(database, "YEAR") + ", "
                + quoted(database, "LAST") + ") VALUES (1, 5, 7)");
        MigrationManager two = manager(
                model(of(
                        table("VALUE", number("YEAR"), big("LAST")),
                        check("CK", "YEAR > 9 AND LAST > 1"),
                        key("LAST", "VALUE"))),
                database);
        two.revision("Second");
        assertThatThrownBy(two::upgrade)
                .hasMessageContaining("AddCheck VALUE.CK: table VALUE has rows that the check CK forbids.");
        database.run("UPDATE " + quoted(database, "VALUE") + " SET " + quoted(database, "YEAR") + " = 10");
        assertThatThrownBy(two::upgrade)
                .hasMessageContaining("table VALUE has rows whose LAST leads to no row of VALUE.");
        database.run("UPDATE " + quoted(database, "VALUE") + " SET " + quoted(database, "LAST") + " = NULL");
        two.upgrade();
        two.downgrade("-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALUE", "OPEN", "USER", "\"lower\""})
    void upgrade_reservedSchema_isMade(String schema) {
        for (TestDatabase.Kind kind : TestDatabase.Kind.values()) {
            TestDatabase database = TestDatabase.fresh(kind);
            Table plain = table("T");
            MigrationManager manager = manager(
                    model(plain.withName(new org.easymodel.schema.TableName(
                            java.util.Optional.of(Identifier.of(schema)),
                            plain.name().name()))),
                    database);
            manager.revision("Schema");
            manager.upgrade();
            assertThat(manager.current()).hasSize(1);
            assertThat(manager.revisions()).hasSize(1);
        }
    }
}
