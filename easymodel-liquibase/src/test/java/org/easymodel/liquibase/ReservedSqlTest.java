package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;

import java.nio.file.Path;
import java.util.Optional;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words that one database reserves and another does not, where changes are written as SQL of our own. */
class ReservedSqlTest {

    @TempDir
    Path revisions;

    private static TableName name(String name) {
        return new TableName(Optional.of(Identifier.of("SALES")), Identifier.of(name));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgradeAndDowngrade_inAnotherSchema_takeTheWordsOfEveryDatabase(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        database.run("CREATE SCHEMA SALES");
        SchemaModel first = model(of(
                        table("VALUE", text("FUNCTION", 20), text("WINDOW", 20), number("KEY"), number("_HIDDEN")),
                        unique("FUNCTION"),
                        index("KEY", "FUNCTION"))
                .withName(name("VALUE")));
        MigrationManager manager = MigrationManager.of(first, revisions).withConnections(database.source());
        manager.revision("First");

        manager.upgrade();

        String value = kind == TestDatabase.Kind.H2 ? "\"VALUE\"" : "VALUE";
        String function = kind == TestDatabase.Kind.DERBY ? "\"FUNCTION\"" : "FUNCTION";
        database.run("INSERT INTO SALES." + value + " (ID, " + function + ", \"WINDOW\") VALUES (1, 'f', 'w')");
        assertThat(database.query("SELECT " + function + " FROM SALES." + value))
                .containsExactly("f");
        manager.downgradeAcceptingLoss("base");
        assertThat(database.schema()).isEmpty();
    }

    @Test
    void statements_withoutSuchWords_areThoseOfEveryDatabase() {
        Change change = new Change.DropColumn(name("BOOK"), text("TITLE", 10));

        assertThat(SqlText.of(change, Dialect.H2))
                .isEqualTo(SqlText.of(change, Dialect.POSTGRESQL))
                .containsExactly("ALTER TABLE SALES.BOOK DROP COLUMN TITLE");
    }

    @Test
    void statements_withSuchWords_areQuotedWhereTheyAreReserved() {
        Change change = new Change.DropColumn(name("VALUE"), text("FUNCTION", 10));

        assertThat(SqlText.of(change, Dialect.H2)).containsExactly("ALTER TABLE SALES.\"VALUE\" DROP COLUMN FUNCTION");
        assertThat(SqlText.of(change, Dialect.DERBY))
                .containsExactly("ALTER TABLE SALES.VALUE DROP COLUMN \"FUNCTION\"");
        assertThat(SqlText.of(change, Dialect.POSTGRESQL))
                .containsExactly("ALTER TABLE SALES.VALUE DROP COLUMN FUNCTION");
    }
}
