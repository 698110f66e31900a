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

import java.nio.file.Path;
import java.util.List;
import org.easymodel.failure.EasyModelException;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.Tactics;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What looks at every row of a table lets others go on, on PostgreSQL, where a revision asks for that. */
class OnlineTest {

    private static final RevisionOptions ONLINE = RevisionOptions.none().with(Tactics.ONLINE);

    private static final SchemaModel PLAIN =
            model(table("SHELF"), table("BOOK", text("ISBN", 13), text("TITLE", 80), number("PAGES"), big("SHELF_ID")));

    private static final SchemaModel FULL = model(
            table("SHELF"),
            of(
                    table("BOOK", text("ISBN", 13), required(text("TITLE", 80)), number("PAGES"), big("SHELF_ID")),
                    unique("ISBN"),
                    index("TITLE"),
                    check("CK_PAGES", "PAGES > 0"),
                    key("SHELF_ID", "SHELF")));

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private TestDatabase withRows(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(PLAIN, database).revision("Plain");
        manager(PLAIN, database).upgrade();
        database.run(
                "INSERT INTO SHELF (ID) VALUES (1)",
                "INSERT INTO BOOK (ID, ISBN, TITLE, PAGES, SHELF_ID) VALUES (1, 'a', 'A', 1, 1)",
                "INSERT INTO BOOK (ID, ISBN, TITLE, PAGES, SHELF_ID) VALUES (2, 'b', 'B', 2, 1)");
        return database;
    }

    @ParameterizedTest
    @CsvSource({
        "H2, YAML",
        "H2, SQL",
        "DERBY, YAML",
        "DERBY, SQL",
        "POSTGRESQL, YAML",
        "POSTGRESQL, XML",
        "POSTGRESQL, JSON",
        "POSTGRESQL, SQL"
    })
    void upgrade_online_givesTheSameSchemaThereAndBack(TestDatabase.Kind kind, ChangelogFormat format) {
        TestDatabase database = withRows(kind);
        List<String> before = database.schema();
        MigrationManager manager = manager(FULL, database).withFormat(format);
        assertThat(manager.revision("Full", ONLINE).summary()).contains("online");
        manager.upgrade();
        assertThat(SchemaReader.difference(SchemaReader.expected(FULL), database.schema()))
                .isEmpty();
        assertThat(manager.checkDatabase().problems()).isEmpty();
        assertThat(database.query("SELECT COUNT(*) FROM BOOK")).containsExactly("2");
        manager.downgrade("-1");
        assertThat(database.schema()).isEqualTo(before);
        manager.upgrade();
        assertThat(manager.checkDatabase().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ChangelogFormat.class)
    void upgrade_fillOfALargeTable_isOneTransactionForAFewMegabytes(ChangelogFormat format) {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        manager(PLAIN, database).revision("Plain");
        manager(PLAIN, database).upgrade();
        database.run("INSERT INTO BOOK (ID, TITLE) SELECT n, repeat('x', 80) FROM generate_series(1, 80000) AS n");
        SchemaModel more = model(
                table("SHELF"),
                table(
                        "BOOK",
                        text("ISBN", 13),
                        text("TITLE", 80),
                        number("PAGES"),
                        big("SHELF_ID"),
                        required(text("TONGUE", 20))));
        MigrationManager manager = manager(more, database).withFormat(format);
        manager.revision("More", ONLINE.withDefault("BOOK.TONGUE=O'en $$"));
        manager.upgrade();
        assertThat(database.query("SELECT COUNT(*) FROM BOOK WHERE TONGUE = 'O''en $$'"))
                .containsExactly("80000");
        assertThat(Integer.parseInt(database.query("SELECT COUNT(DISTINCT xmin::text) FROM BOOK")
                        .get(0)))
                .isBetween(2, 20);
        assertThat(manager.checkDatabase().problems()).isEmpty();
        manager.downgradeAcceptingLoss("-1");
        assertThat(manager.drift().differences()).isEmpty();
    }

    @Test
    void sql_online_isOfPostgresqlAlone() {
        MigrationManager.of(PLAIN, revisions).revision("Plain");
        MigrationManager manager = MigrationManager.of(FULL, revisions);
        manager.revision("Full", ONLINE);
        assertThat(manager.sql("postgresql", "0001", "heads").statements())
                .anyMatch(sql -> sql.startsWith("CREATE INDEX CONCURRENTLY IX_BOOK_TITLE ON BOOK "))
                .anyMatch(sql -> sql.startsWith("CREATE UNIQUE INDEX CONCURRENTLY UK_BOOK_ISBN ON BOOK "))
                .contains("ALTER TABLE BOOK ADD CONSTRAINT UK_BOOK_ISBN UNIQUE USING INDEX UK_BOOK_ISBN")
                .contains("ALTER TABLE BOOK ADD CONSTRAINT CK_PAGES CHECK (PAGES > 0) NOT VALID")
                .contains("ALTER TABLE BOOK VALIDATE CONSTRAINT FK_BOOK_SHELF_ID")
                .contains("ALTER TABLE BOOK ALTER COLUMN TITLE SET NOT NULL");
        assertThat(manager.sql("h2", "0001", "heads").statements())
                .noneMatch(sql -> sql.contains("CONCURRENTLY") || sql.contains("VALID"));
    }

    @Test
    void upgrade_afterATryThatLeftAnInvalidIndex_makesItAnew() {
        TestDatabase database = withRows(TestDatabase.Kind.POSTGRESQL);
        database.run("UPDATE BOOK SET ISBN = 'a'");
        assertThatThrownBy(() -> database.run("CREATE UNIQUE INDEX CONCURRENTLY UK_BOOK_ISBN ON BOOK (ISBN)"))
                .hasMessageContaining("uk_book_isbn");
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('uk_book_isbn')"))
                .containsExactly("f");
        MigrationManager manager = manager(FULL, database);
        manager.revision("Full", ONLINE);
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("UK_BOOK_ISBN");
        database.run("UPDATE BOOK SET ISBN = 'b' WHERE ID = 2");
        manager.upgrade();
        assertThat(manager.checkDatabase().problems()).isEmpty();
    }

    @Test
    void revision_online_concernsOnlyTablesThatAreThere() {
        WrittenRevision all = MigrationManager.of(FULL, revisions).revision("All", ONLINE);
        assertThat(all.revision().orElseThrow().steps())
                .allMatch(step -> step.flags().isEmpty());
    }
}
