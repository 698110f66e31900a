package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.using;
import static org.easymodel.migrate.Shop.where;

import java.nio.file.Path;
import java.util.List;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Index;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Indexes with directions everywhere, and with all that PostgreSQL has there. */
class IndexTest {

    private static final Table PLAIN = table("MEMBER", text("MAIL", 50), number("POINTS"), big("PARENT_ID"));

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private WrittenRevision upgrade(TestDatabase database, SchemaModel model, RevisionOptions options) {
        MigrationManager manager = manager(model, database);
        WrittenRevision written = manager.revision("Step", options);
        manager.upgrade();
        assertThat(DetailReader.difference(database, model)).isEmpty();
        assertThat(manager.current()).hasSize(manager.revisions().size());
        return written;
    }

    private void downgrade(TestDatabase database, SchemaModel model) {
        manager(model, database).downgradeAcceptingLoss("-1");
        assertThat(DetailReader.difference(database, model)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_descendingColumns_areBuiltChangedAndTakenBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(
                of(PLAIN, index(indexOf("IX_ONE", "MAIL DESC", "POINTS")), index(indexOf("IX_TWO", "POINTS DESC"))));
        SchemaModel second = model(of(
                PLAIN,
                index(indexOf("IX_ONE", "MAIL DESC", "POINTS DESC")),
                index(indexOf("IX_THREE", "POINTS DESC")),
                index(indexOf("IX_ID", "ID DESC"))));
        assertThat(upgrade(database, first, RevisionOptions.none()).warnings()).isEmpty();
        assertThat(directions(database)).containsExactly("IX_ONE MAIL D", "IX_ONE POINTS A", "IX_TWO POINTS D");
        upgrade(database, second, RevisionOptions.none());
        assertThat(directions(database))
                .containsExactly("IX_ID ID D", "IX_ONE MAIL D", "IX_ONE POINTS D", "IX_THREE POINTS D");
        downgrade(database, first);
        assertThat(directions(database)).containsExactly("IX_ONE MAIL D", "IX_ONE POINTS A", "IX_TWO POINTS D");
        downgrade(database, SchemaModel.empty());
    }

    private static List<String> directions(TestDatabase database) {
        return DetailReader.directions(database, "MEMBER");
    }

    /** Derby builds no index that has the columns of a key, unless it runs the other way. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_indexOverTheColumnsOfAKey_isThereToo(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Table keyed = of(PLAIN, unique("POINTS"), key("PARENT_ID", "MEMBER"));
        SchemaModel without = model(keyed);
        SchemaModel indexed =
                model(of(keyed, index("POINTS"), index("PARENT_ID"), index(indexOf("IX_DOWN", "ID DESC"))));
        upgrade(database, indexed, RevisionOptions.none());
        upgrade(database, without, RevisionOptions.none());
        downgrade(database, indexed);
        downgrade(database, SchemaModel.empty());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_indexesOfPostgresOnly_areLeftOutElsewhereWithAWarning(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Index partial = where(indexOf("IX_PARTIAL", "MAIL DESC", "POINTS"), "POINTS > 10 AND MAIL <> 'it''s; a'");
        Index expression = unique(indexOf("IX_EXPRESSION", "(lower(MAIL)) DESC", "POINTS"));
        Index search = using(indexOf("IX_SEARCH", "(to_tsvector('simple', MAIL))"), "gin");
        Index pattern = indexOf("IX_PATTERN", "MAIL USING varchar_pattern_ops");
        SchemaModel bare = model(PLAIN);
        SchemaModel first = model(of(PLAIN, index(partial), index(expression), index(search), index(pattern)));
        upgrade(database, bare, RevisionOptions.none());
        database.run("INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (1, 'a', 1)");
        WrittenRevision written = upgrade(database, first, RevisionOptions.none());
        assertThat(written.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "EM-3067 MEMBER.IX_EXPRESSION: it is an index over an expression, which only PostgreSQL has; it"
                                + " is left out on Derby and H2, where nothing forbids equal rows then. Where the"
                                + " application runs on them, it must see to that itself.",
                        "EM-3067 MEMBER.IX_PARTIAL: it is an index over a part of the rows, which only PostgreSQL has;"
                                + " it is left out on Derby and H2.",
                        "EM-3067 MEMBER.IX_PATTERN: it is an index with the operator class varchar_pattern_ops, which"
                                + " only PostgreSQL has; it is left out on Derby and H2.",
                        "EM-3067 MEMBER.IX_SEARCH: it is an index over an expression and of the method gin, which only"
                                + " PostgreSQL has; it is left out on Derby and H2.");
        assertDefinitions(
                database,
                "CREATE UNIQUE INDEX ix_expression ON public.member USING btree (lower((mail)::text) DESC, points)",
                "CREATE INDEX ix_partial ON public.member USING btree (mail DESC, points) WHERE ((points > 10) AND"
                        + " ((mail)::text <> 'it''s; a'::text))",
                "CREATE INDEX ix_pattern ON public.member USING btree (mail varchar_pattern_ops)",
                "CREATE INDEX ix_search ON public.member USING gin (to_tsvector('simple'::regconfig, (mail)::text))");
        SchemaModel second = model(of(
                table("MEMBER", text("EMAIL", 50), number("POINTS"), big("PARENT_ID")),
                index(where(indexOf("IX_PARTIAL", "EMAIL DESC", "POINTS"), "POINTS > 11")),
                index(unique(indexOf("IX_OTHER_NAME", "(lower(EMAIL)) DESC", "POINTS"))),
                index(indexOf("IX_NEW_PATTERN", "EMAIL USING varchar_pattern_ops"))));
        upgrade(database, second, RevisionOptions.none().withRename("MEMBER.MAIL=EMAIL"));
        assertDefinitions(
                database,
                "CREATE INDEX ix_new_pattern ON public.member USING btree (email varchar_pattern_ops)",
                "CREATE UNIQUE INDEX ix_other_name ON public.member USING btree (lower((email)::text) DESC, points)",
                "CREATE INDEX ix_partial ON public.member USING btree (email DESC, points) WHERE (points > 11)");
        downgrade(database, first);
        downgrade(database, bare);
        downgrade(database, SchemaModel.empty());
    }

    private static void assertDefinitions(TestDatabase database, String... definitions) {
        if (database.kind() == TestDatabase.Kind.POSTGRESQL) {
            assertThat(database.query("SELECT indexdef FROM pg_indexes WHERE tablename = 'member' AND indexname LIKE"
                            + " 'ix%' ORDER BY indexname"))
                    .containsExactly(definitions);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_uniqueIndexOverRowsThatAreEqual_haltsOnlyWhereTheIndexIs(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, model(PLAIN), RevisionOptions.none());
        database.run(
                "INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (1, 'a', 1)",
                "INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (2, 'A', 1)",
                "INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (3, NULL, 1)",
                "INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (4, NULL, 1)",
                "INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (5, 'b', 0)",
                "INSERT INTO MEMBER (ID, MAIL, POINTS) VALUES (6, 'b', 0)");
        SchemaModel unique = model(
                of(PLAIN, index(unique(where(indexOf("IX_MAIL", "(lower(MAIL))"), "POINTS > 0 OR POINTS IS NULL")))));
        MigrationManager manager = manager(unique, database);
        String id = manager.revision("Unique").revision().orElseThrow().id();
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            assertThatThrownBy(manager::upgrade)
                    .hasMessage("EM-3058 " + id + "-01 CreateIndex MEMBER.IX_MAIL: table MEMBER has rows that are equal"
                            + " in the unique index IX_MAIL. Make them distinct, then upgrade again. 0 of 1 steps are"
                            + " applied and stay.");
            database.run("UPDATE MEMBER SET MAIL = 'c' WHERE ID = 2");
        }
        manager.upgrade();
        assertThat(DetailReader.difference(database, unique)).isEmpty();
        downgrade(database, model(PLAIN));
    }

    /** H2 lets a foreign key lean on an index as soon as the table is built anew, and keeps the index then. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_indexBelowAForeignKey_canBeDroppedAndTakenBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Table bare = of(PLAIN, key("PARENT_ID", "MEMBER"));
        SchemaModel first = model(of(bare, index("PARENT_ID"), index("PARENT_ID", "POINTS")));
        SchemaModel wider = model(of(
                table("MEMBER", text("MAIL", 50), number("POINTS"), big("PARENT_ID"), number("MORE")),
                key("PARENT_ID", "MEMBER"),
                index("PARENT_ID"),
                index("PARENT_ID", "POINTS")));
        SchemaModel without = model(of(
                table("MEMBER", text("MAIL", 50), number("POINTS"), big("PARENT_ID"), number("MORE")),
                key("PARENT_ID", "MEMBER")));
        upgrade(database, first, RevisionOptions.none());
        upgrade(database, wider, RevisionOptions.none());
        upgrade(database, without, RevisionOptions.none());
        assertForeignKey(database);
        downgrade(database, wider);
        downgrade(database, first);
        assertForeignKey(database);
        downgrade(database, SchemaModel.empty());
    }

    private static void assertForeignKey(TestDatabase database) {
        assertThat(database.schema()).contains("foreign MEMBER FK_MEMBER_PARENT_ID[PARENT_ID] to MEMBER[ID] NO_ACTION");
    }
}
