package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
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
import static org.easymodel.migrate.Shop.with;
import static org.easymodel.migrate.Shop.withDefault;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.DiffLaws;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a database really has, beside what its revisions say; and databases that are taken under revisions. */
class DriftTest {

    private static final SchemaModel SHOP = with(
            model(
                    table("AUTHOR", required(text("NAME", 80))),
                    of(
                            table(
                                    "BOOK",
                                    required(text("ISBN", 13)),
                                    withDefault(text("KIND", 20), "'it''s'"),
                                    withDefault(number("PAGES"), "-1"),
                                    big("AUTHOR_ID")),
                            unique("ISBN"),
                            index("KIND"),
                            key("AUTHOR_ID", "AUTHOR"))),
            sequence("BOOK_SEQ", 1, 50));

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void drift_afterKeyColumnsWereRenamed_isEmpty(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(SHOP, database).revision("First");
        manager(SHOP, database).upgrade();
        SchemaModel renamed = with(
                model(
                        table("AUTHOR", required(text("NAME", 80))),
                        of(
                                table(
                                        "BOOK",
                                        required(text("CODE", 13)),
                                        withDefault(text("KIND", 20), "'it''s'"),
                                        withDefault(number("PAGES"), "-1"),
                                        big("WRITER_ID")),
                                unique("CODE"),
                                index("KIND"),
                                key("WRITER_ID", "AUTHOR"))),
                sequence("BOOK_SEQ", 1, 50));
        MigrationManager manager = manager(renamed, database);
        manager.revision(
                "Second", RevisionOptions.none().withRename("BOOK.ISBN=CODE").withRename("BOOK.AUTHOR_ID=WRITER_ID"));
        manager.upgrade();
        assertThat(manager.drift().isEmpty()).isTrue();
        assertThat(manager.checkDatabase().problems()).isEmpty();
    }

    static Stream<Arguments> schemas() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(21L, 22L, 23L, 24L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void drift_afterUpgradesOfRandomSchemas_isEmpty(TestDatabase.Kind kind, long seed) {
        TestDatabase database = TestDatabase.fresh(kind);
        Random random = new Random(seed);
        SchemaModel before = SchemaModel.empty();
        for (int step = 0; step < 3; ) {
            SchemaModel after = DiffLaws.schema(random);
            RevisionOptions options = DiffLaws.everything(before, after);
            SchemaDiff diff = SchemaDiff.between(before, after, options);
            if (diff.problems().isEmpty() && !diff.isEmpty()) {
                MigrationManager manager = manager(after, database);
                manager.revision("Step " + step, options);
                manager.upgrade();
                assertThat(manager.drift().text()).isEqualTo("The database is as its revisions have it.");
                assertThat(manager.drift().others()).isEmpty();
                assertThat(manager.checkDatabase().problems()).isEmpty();
                before = after;
                step++;
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void drift_changesByHand_areAllTold(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = manager(SHOP, database);
        manager.revision("First");
        manager.upgrade();
        database.run(
                "ALTER TABLE BOOK ADD COLUMN NOTE VARCHAR(7)",
                "ALTER TABLE BOOK DROP CONSTRAINT FK_BOOK_AUTHOR_ID",
                "DROP INDEX IX_BOOK_KIND",
                "CREATE INDEX MINE ON BOOK (PAGES)",
                "ALTER TABLE BOOK ALTER COLUMN KIND SET DEFAULT 'other'",
                "ALTER TABLE AUTHOR ALTER COLUMN NAME " + (kind == TestDatabase.Kind.DERBY ? "NULL" : "DROP NOT NULL"),
                "DROP SEQUENCE BOOK_SEQ" + (kind == TestDatabase.Kind.DERBY ? " RESTRICT" : ""),
                "CREATE TABLE SOMEBODYS (ID INT)");
        assertThat(manager.drift().differences())
                .extracting(Problem::toString)
                .extracting(text -> text.replaceAll(" Take the change back.*", ""))
                .containsExactlyInAnyOrder(
                        "EM-3145 AUTHOR.NAME: the database has STRING(80), and the revisions have STRING(80) not null.",
                        "EM-3143 BOOK.FK_BOOK_AUTHOR_ID: the database does not have it any more.",
                        "EM-3143 BOOK.IX_BOOK_KIND: the database does not have it any more.",
                        "EM-3145 BOOK.KIND: the database has STRING(20) default 'other', and the revisions have"
                                + " STRING(20) default 'it''s'.",
                        "EM-3144 BOOK.MINE: the database has it beside the revisions: index over [PAGES].",
                        "EM-3144 BOOK.NOTE: the database has it beside the revisions: STRING(7).",
                        "EM-3143 BOOK_SEQ: the database does not have it any more.");
        assertThat(manager.drift().others()).containsExactly(TableName.of("SOMEBODYS"));
        assertThat(manager.checkDatabase().problems()).hasSize(7);
        assertThat(manager.check().problems()).isEmpty();
        database.run("DROP TABLE BOOK");
        assertThat(manager.drift().text()).contains("EM-3143 BOOK: the database does not have it any more.");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void drift_manyTables_asksNoMoreThanFew(TestDatabase.Kind kind) {
        assertThat(questions(kind, 40)).isEqualTo(questions(kind, 2)).isBetween(1, 25);
    }

    private static int questions(TestDatabase.Kind kind, int tables) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel model = with(
                model(IntStream.range(0, tables)
                        .mapToObj(i -> of(
                                table("T" + i, text("NAME", 80), big("NEXT_ID")),
                                unique("NAME"),
                                index("NEXT_ID"),
                                key("NEXT_ID", "T" + (i + 1) % tables)))
                        .toArray(Table[]::new)),
                sequence("A_SEQ", 1, 50),
                sequence("B_SEQ", 1, 50));
        MigrationManager.of(model).withConnections(database.source()).createAll();
        AtomicInteger questions = new AtomicInteger();
        SchemaDrift drift = MigrationThread.call(() -> {
            try (Connection connection = CountedConnection.of(database.source().open(), questions)) {
                return SchemaDrift.of(connection, Dialect.valueOf(kind.name()), model);
            }
        });
        assertThat(drift.text()).isEqualTo("The database is as its revisions have it.");
        assertThat(drift.others()).isEmpty();
        return questions.get();
    }

    @Test
    void checkDatabase_revisionsThatAreMissing_areNamed() {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        MigrationManager manager = manager(SHOP, database);
        String folder = manager.revision("First").revision().orElseThrow().folder();
        assertThat(manager.checkDatabase().text())
                .isEqualTo("EM-3146 database: it does not have " + folder + ". Apply what is missing with upgrade.");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void adopt_tablesOfItsOwn_areLeftAsTheyAre(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        String identity = "BIGINT GENERATED BY DEFAULT AS IDENTITY";
        database.run(
                "CREATE TABLE AUTHOR (ID BIGINT NOT NULL PRIMARY KEY, NAME VARCHAR(80) NOT NULL)",
                "CREATE TABLE BOOK (ID BIGINT NOT NULL, ISBN VARCHAR(13) NOT NULL, KIND VARCHAR(10), OLD_ID " + identity
                        + ", SOLD TIMESTAMP, PRICE DECIMAL(8,2) DEFAULT 0.5, TEXT_OF CLOB_TYPE, AUTHOR_ID BIGINT REFERENCES AUTHOR,"
                                .replace("CLOB_TYPE", kind == TestDatabase.Kind.POSTGRESQL ? "TEXT" : "CLOB")
                        + " CONSTRAINT OUR_KEY PRIMARY KEY (ID), CONSTRAINT OUR_UNIQUE UNIQUE (ISBN),"
                        + " CONSTRAINT OUR_CHECK CHECK (PRICE > 0))",
                "CREATE INDEX OUR_INDEX ON BOOK (KIND DESC)",
                "CREATE TABLE SOMEBODYS (ID INT)",
                "INSERT INTO AUTHOR VALUES (1, 'Ann')",
                "INSERT INTO BOOK (ID, ISBN, AUTHOR_ID) VALUES (1, 'X', 1)");
        var before = database.schema();
        MigrationManager manager = manager(SHOP, database);
        AdoptedSchema adopted = manager.adopt("What we had");
        assertThat(database.schema()).isEqualTo(before);
        assertThat(database.query("SELECT ISBN, AUTHOR_ID FROM BOOK")).containsExactly("X|1");
        assertThat(adopted.others()).containsExactly(TableName.of("SOMEBODYS"));
        assertThat(adopted.text()).contains("Left alone, since the model does not have them: SOMEBODYS.");
        assertThat(manager.current()).hasSize(1);
        assertThat(manager.drift().text()).isEqualTo("The database is as its revisions have it.");
        assertThat(manager.upgrade().isEmpty()).isTrue();
        assertThat(adopted.next().entities()).isNotEmpty();
        assertThatThrownBy(() -> manager.adopt("Again"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("EM-3147 adopt: there are revisions already: 0001_");

        // The revision makes the same on an empty database.
        TestDatabase copy = TestDatabase.fresh(kind);
        MigrationManager.of(revisions).withConnections(copy.source()).upgrade();
        copy.run("CREATE TABLE SOMEBODYS (ID INT)");
        assertThat(copy.schema()).isEqualTo(before);
        assertThat(manager(SHOP, copy).drift().differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void adopt_whatTheRevisionsThemselvesMade_isTheModel(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager.of(SHOP).withConnections(database.source()).createAll();
        AdoptedSchema adopted = manager(SHOP, database).adopt("All of it");
        assertThat(adopted.next().difference()).isEqualTo("The model is what the revisions add up to.");
        assertThat(manager(SHOP, database).checkDatabase().problems()).isEmpty();
    }

    @Test
    void adopt_emptyDatabase_isRefused() {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        assertThatThrownBy(() -> manager(SHOP, database).adopt("Nothing"))
                .hasMessageStartingWith("EM-3148 adopt: the database has no table of the model; it has none at all.");
        database.run("CREATE TABLE SOMEBODYS (ID INT)");
        assertThatThrownBy(() -> manager(SHOP, database).adopt("Nothing"))
                .hasMessageStartingWith("EM-3148 adopt: the database has no table of the model; it has SOMEBODYS.");
    }
}
