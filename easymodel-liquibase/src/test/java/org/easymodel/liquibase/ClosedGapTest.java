package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.uniqueIndex;
import static org.easymodel.migrate.Shop.with;
import static org.easymodel.migrate.Shop.withDefault;

import java.nio.file.Path;
import java.util.List;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revisions on real databases: what is there afterwards is what the model says, and going back brings what was. */
class ClosedGapTest {

    @TempDir
    Path revisions;

    private static final SchemaModel FIRST = with(
            model(
                    table("AUTHOR", required(text("NAME", 80))),
                    of(
                            table(
                                    "BOOK",
                                    required(text("ISBN", 13)),
                                    text("NAME", 100),
                                    big("AUTHOR_ID"),
                                    number("PAGES")),
                            unique("ISBN"),
                            index("NAME"),
                            index("AUTHOR_ID"),
                            key("AUTHOR_ID", "AUTHOR"))),
            sequence("BOOK_SEQ", 1, 50));

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private static void assertSchema(TestDatabase database, SchemaModel model) {
        assertThat(SchemaReader.difference(SchemaReader.expected(model), database.schema()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_firstRevision_makesTheModelAndBaseTakesItBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = manager(FIRST, database);
        manager.revision("First tables");
        manager.upgrade();
        assertSchema(database, FIRST);
        assertThat(manager.upgrade().isEmpty()).isTrue();
        manager.downgrade("base");
        assertSchema(database, SchemaModel.empty());
        manager.upgrade();
        assertSchema(database, FIRST);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_everyKindOfChange_keepsRowsBothWays(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(FIRST, database).revision("First tables");
        manager(FIRST, database).upgrade();
        database.run(
                "INSERT INTO AUTHOR (ID, NAME) VALUES (1, 'Ada')",
                "INSERT INTO BOOK (ID, ISBN, NAME, AUTHOR_ID, PAGES) VALUES (1, 'x1', 'One', 1, 100)",
                "INSERT INTO BOOK (ID, ISBN, NAME, AUTHOR_ID, PAGES) VALUES (2, 'x2', 'Two', 1, NULL)");
        SchemaModel second = with(
                model(
                        of(table("WRITER", required(text("NAME", 80)), text("MAIL", 100)), unique("MAIL")),
                        of(
                                table(
                                        "BOOK",
                                        required(text("ISBN", 13)),
                                        text("TITLE", 100),
                                        big("WRITER_ID"),
                                        required(withDefault(number("STOCK"), "7")),
                                        required(number("LEVEL"))),
                                unique("ISBN", "TITLE"),
                                index("TITLE"),
                                index("WRITER_ID"),
                                uniqueIndex("UX_BOOK_TITLE", "TITLE", "STOCK"),
                                check("CK_STOCK", "STOCK >= 0"),
                                key("WRITER_ID", "WRITER")),
                        of(table("REVIEW", big("BOOK_ID")), key("BOOK_ID", "BOOK"))),
                sequence("REVIEW_SEQ", 100, 1));
        MigrationManager manager = manager(second, database);
        WrittenRevision written = manager.revision(
                "Rename and grow",
                RevisionOptions.none()
                        .withRename("author=writer")
                        .withRename("book.name=title")
                        .withRename("book.author_id=writer_id")
                        .withDefault("book.level=3")
                        .accepting("EM102:book.pages")
                        .accepting("EM118:book_seq"));
        assertThat(manager.check().problems()).isEmpty();
        manager.upgrade();
        assertSchema(database, second);
        assertThat(database.query("SELECT ID, ISBN, TITLE, WRITER_ID, STOCK, LEVEL FROM BOOK ORDER BY ID"))
                .containsExactly("1|x1|One|1|7|3", "2|x2|Two|1|7|3");
        assertThat(written.revision()).isPresent();
        manager.downgradeAcceptingLoss("-1");
        assertSchema(database, FIRST);
        assertThat(database.query("SELECT ID, ISBN, NAME, AUTHOR_ID FROM BOOK ORDER BY ID"))
                .containsExactly("1|x1|One|1", "2|x2|Two|1");
        manager.upgrade();
        assertSchema(database, second);
        assertThat(manager.current())
                .extracting(each -> each.message())
                .isEqualTo(List.of("First tables", "Rename and grow"));
    }
}
