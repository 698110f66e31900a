package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.comment;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.nio.file.Path;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Comments are in H2 and PostgreSQL as the model says; Derby has none and takes the revisions all the same. */
class CommentsTest {

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private void upgrade(TestDatabase database, SchemaModel model) {
        MigrationManager manager = manager(model, database);
        manager.revision("Step");
        manager.upgrade();
        assertThat(DetailReader.difference(database, model)).isEmpty();
        assertThat(manager.check().problems()).isEmpty();
        assertThat(manager.current()).hasSize(manager.revisions().size());
    }

    private void downgrade(TestDatabase database, SchemaModel model) {
        manager(model, database).downgrade("-1");
        assertThat(DetailReader.difference(database, model)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_comments_comeChangeAndGo(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(
                of(
                        table("BOOK", comment(text("TITLE", 50), "what it's called; {1}"), number("PAGES")),
                        comment("a\nb")),
                // Names and types that Liquibase has no word for.
                of(
                        table(
                                "\"orderItem\"",
                                comment(text("\"userName\"", 5), "who"),
                                comment(Column.nullable("N", ColumnType.ofDefinition("INTEGER")), "native")),
                        comment("delimited")));
        SchemaModel second = model(
                table("BOOK", text("TITLE", 50), comment(number("PAGES"), "how many: \"all\" # of them")),
                of(
                        table(
                                "\"orderItem\"",
                                comment(text("\"userName\"", 5), "'who' \\else"),
                                Column.nullable("N", ColumnType.ofDefinition("INTEGER")),
                                comment(text("MORE", 5), "new"),
                                comment(Column.nullable("O", ColumnType.ofDefinition("INTEGER")), "new native")),
                        comment("DELIMITED")));
        upgrade(database, first);
        upgrade(database, second);
        upgrade(database, without());
        downgrade(database, second);
        downgrade(database, first);
        downgrade(database, SchemaModel.empty());
    }

    private static SchemaModel without() {
        return model(
                table("BOOK", text("TITLE", 50), number("PAGES")),
                table(
                        "\"orderItem\"",
                        text("\"userName\"", 5),
                        Column.nullable("N", ColumnType.ofDefinition("INTEGER")),
                        text("MORE", 5),
                        Column.nullable("O", ColumnType.ofDefinition("INTEGER"))));
    }

    @Test
    void revision_otherComments_areRevisionsOfTheirOwn(@TempDir Path other) {
        Table book = table("BOOK");
        for (Path directory : new Path[] {revisions, other}) {
            MigrationManager.of(model(book), directory).revision("First");
        }
        String one = MigrationManager.of(model(of(book, comment("one"))), revisions)
                .revision("Comment")
                .revision()
                .orElseThrow()
                .id();
        String two = MigrationManager.of(model(of(book, comment("two"))), other)
                .revision("Comment")
                .revision()
                .orElseThrow()
                .id();
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void revision_placeholderInAComment_isRefused() {
        assertThatThrownBy(() -> MigrationManager.of(model(of(table("BOOK"), comment("for ${user}"))), revisions)
                        .revision("Comment"))
                .hasMessageStartingWith("EM-3066 BOOK: its value, condition or comment holds '${', ");
        assertThat(revisions).isEmptyDirectory();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_commentsInAnotherSchema_areSetThere(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Table book = table("BOOK", comment(text("TITLE", 50), "title"))
                .withName(new TableName(java.util.Optional.of(Identifier.of("SALES")), Identifier.of("BOOK")));
        MigrationManager manager = manager(model(of(book, comment("book"))), database);
        manager.revision("Comments");
        manager.upgrade();
        String schema = kind == TestDatabase.Kind.H2 ? "SALES" : "sales";
        if (kind == TestDatabase.Kind.H2) {
            assertThat(database.query("SELECT REMARKS FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = '" + schema
                            + "' UNION ALL SELECT REMARKS FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = '"
                            + schema + "' AND REMARKS IS NOT NULL"))
                    .containsExactly("book", "title");
        } else if (kind == TestDatabase.Kind.POSTGRESQL) {
            assertThat(database.query(
                            "SELECT description FROM pg_description WHERE objoid = 'sales.book'::regclass ORDER BY 1"))
                    .containsExactly("book", "title");
        }
        assertThat(database.query("SELECT ID, TITLE FROM SALES.BOOK")).isEmpty();
    }
}
