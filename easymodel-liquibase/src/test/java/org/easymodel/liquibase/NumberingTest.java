package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.generators;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.with;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Column;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gives the ids changes while rows are there: no id is given twice, on the way up or back. */
class NumberingTest {

    private static final Table P = of(table("P", required(text("NAME", 50))), unique("NAME"), index("ID", "NAME"));
    private static final Table NUMBERED = P.withColumns(P.columns().stream()
            .map(each -> each.name().text().equals("ID") ? each.withIdentity(true) : each)
            .toList());

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private void upgrade(TestDatabase database, SchemaModel model, String... accept) {
        RevisionOptions options = RevisionOptions.none();
        for (String each : accept) {
            options = options.accepting(each);
        }
        manager(model, database).revision("Step", options);
        manager(model, database).upgrade();
        assertThat(manager(model, database).drift().isEmpty()).isTrue();
    }

    private static long next(TestDatabase database, String sequence) {
        String sql =
                switch (database.kind()) {
                    case DERBY -> "VALUES NEXT VALUE FOR " + sequence;
                    case H2 -> "SELECT NEXT VALUE FOR " + sequence;
                    case POSTGRESQL -> "SELECT nextval('" + sequence + "')";
                };
        return Long.parseLong(database.query(sql).get(0));
    }

    private static void insert(TestDatabase database, String... names) {
        for (String name : names) {
            database.run("INSERT INTO P (NAME) VALUES ('" + name + "')");
        }
    }

    private static List<String> rows(TestDatabase database) {
        return database.query("SELECT ID, NAME FROM P ORDER BY ID");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_identityToSequence_goesOnBehindTheRowsAndBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, model(NUMBERED));
        insert(database, "a", "b", "c");
        database.run("INSERT INTO P (ID, NAME) VALUES (1070, 'd')");
        upgrade(database, with(model(P), sequence("P_SEQ", 50, 50)));
        assertThat(rows(database)).containsExactly("1|a", "2|b", "3|c", "1070|d");
        long first = next(database, "P_SEQ");
        assertThat(first - 50).isBetween(1070L, 1120L);
        assertThat(next(database, "P_SEQ")).isEqualTo(first + 50);
        database.run("INSERT INTO P (ID, NAME) VALUES (" + first + ", 'e')");
        manager(model(P), database).downgradeAcceptingLoss("-1");
        insert(database, "f");
        assertThat(rows(database)).containsExactly("1|a", "2|b", "3|c", "1070|d", first + "|e", first + 1 + "|f");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_sequenceToIdentity_goesOnBehindTheRowsAndBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel before = with(model(P, of(table("C", big("P_ID")), key("P_ID", "P"))), sequence("P_SEQ", 50, 50));
        upgrade(database, before);
        database.run(
                "INSERT INTO P (ID, NAME) VALUES (1, 'a')",
                "INSERT INTO P (ID, NAME) VALUES (2, 'b')",
                "INSERT INTO C (ID, P_ID) VALUES (1, 2)");
        upgrade(database, model(NUMBERED, of(table("C", big("P_ID")), key("P_ID", "P"))), "EM118:P_SEQ");
        insert(database, "c");
        assertThat(rows(database)).containsExactly("1|a", "2|b", "3|c");
        manager(before, database).downgradeAcceptingLoss("-1");
        assertThat(rows(database)).containsExactly("1|a", "2|b", "3|c");
        assertThat(next(database, "P_SEQ") - 50).isGreaterThanOrEqualTo(3);
        assertThatThrownBy(() -> insert(database, "d")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_anotherSequenceInPlaceOfOne_givesNoIdTwice(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel before = with(model(P), sequence("A_SEQ", 50, 50), sequence("B_SEQ", 1, 1));
        upgrade(database, before);
        assertThat(next(database, "A_SEQ")).isEqualTo(50);
        assertThat(next(database, "A_SEQ")).isEqualTo(100);
        assertThat(next(database, "B_SEQ")).isEqualTo(1);
        upgrade(database, with(model(P), sequence("P_SEQ", 20, 20)), "EM118:A_SEQ", "EM118:B_SEQ");
        assertThat(next(database, "P_SEQ"))
                .as("the ids up to 100 are given; this one gives the 20 up to its number")
                .isEqualTo(120);
        assertThat(next(database, "P_SEQ")).isEqualTo(140);
        manager(before, database).downgradeAcceptingLoss("-1");
        // Derby reaches only whole steps from the start.
        assertThat(next(database, "A_SEQ")).isEqualTo(kind == TestDatabase.Kind.DERBY ? 200 : 190);
        assertThat(next(database, "B_SEQ")).isEqualTo(141);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_anotherSequenceInPlaceOfAnUntouchedOne_beginsAtItsStart(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, with(model(P), sequence("A_SEQ", 50, 50), sequence("DOWN_SEQ", -1, -1)));
        next(database, "DOWN_SEQ");
        upgrade(
                database,
                with(model(P), sequence("P_SEQ", 1, 1), sequence("Q_SEQ", -2, -2)),
                "EM118:A_SEQ",
                "EM118:DOWN_SEQ");
        assertThat(next(database, "P_SEQ")).isEqualTo(1);
        assertThat(next(database, "Q_SEQ")).isEqualTo(kind == TestDatabase.Kind.DERBY ? -4 : -3);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_sequenceToIdentity_countsUpToAnyNumber(TestDatabase.Kind kind) {
        for (long largest : new long[] {0, 5, 64, 4_294_967_295L}) {
            TestDatabase database = TestDatabase.fresh(kind);
            MigrationManager.of(model(P)).withConnections(database.source()).createAll();
            for (String name : List.of("a", "b")) {
                if (largest > 0) {
                    database.run("INSERT INTO P (ID, NAME) VALUES (" + (name.equals("a") ? 1 : largest) + ", '" + name
                            + "')");
                }
            }
            Column id = P.column(P.primaryKey().orElseThrow().columns().get(0)).orElseThrow();
            var change = new org.easymodel.migrate.Change.ChangeIdentity(
                    P.name(),
                    id,
                    id.withIdentity(true),
                    List.of(
                            new org.easymodel.migrate.Change.AddPrimaryKey(
                                    P.name(), P.primaryKey().get()),
                            new org.easymodel.migrate.Change.CreateIndex(
                                    P.name(), P.indexes().get(0), false, List.of())),
                    List.of(),
                    List.of());
            database.run(SqlText.of(change, Dialect.valueOf(kind.name())).toArray(String[]::new));
            insert(database, "next");
            assertThat(database.query("SELECT ID FROM P WHERE NAME = 'next'")).containsExactly("" + (largest + 1));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_identityToGeneratorInATable_countsBehindTheRows(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, model(NUMBERED));
        insert(database, "a", "b");
        upgrade(database, model(P, generators("G", "P")));
        assertThat(database.query("SELECT COUNTED FROM G")).containsExactly("2");
        manager(model(P), database).downgradeAcceptingLoss("-1");
        insert(database, "c");
        assertThat(rows(database)).containsExactly("1|a", "2|b", "3|c");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_typeOfANumberedColumn_goesOnToCount(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        Table small = NUMBERED.withColumns(NUMBERED.columns().stream()
                .map(each -> each.name().text().equals("ID")
                        ? each.withType(org.easymodel.schema.ColumnType.parse("INT32"))
                        : each)
                .toList());
        upgrade(database, model(small));
        insert(database, "a", "b");
        database.run("DELETE FROM P WHERE ID = 1");
        upgrade(database, model(NUMBERED));
        insert(database, "c");
        assertThat(rows(database)).containsExactly("2|b", "3|c");
        manager(model(P), database).downgrade("-1");
        insert(database, "d");
        assertThat(rows(database)).containsExactly("2|b", "3|c", "4|d");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_anotherIncrement_givesNoNumberTwice(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, with(model(P), sequence("FRESH", 1, 1), sequence("USED", 1, 1)));
        IntStream.rangeClosed(1, 7)
                .forEach(each -> assertThat(next(database, "USED")).isEqualTo(each));
        upgrade(database, with(model(P), sequence("FRESH", 50, 50), sequence("USED", 50, 50)));
        assertThat(next(database, "FRESH")).isEqualTo(50);
        long first = next(database, "USED");
        assertThat(first - 50).isBetween(7L, 57L);
        assertThat(next(database, "USED")).isEqualTo(first + 50);
        manager(model(P), database).downgrade("-1");
        assertThat(next(database, "USED")).isEqualTo(first + 51);
        assertThat(next(database, "USED")).isEqualTo(first + 52);
        assertThat(next(database, "FRESH")).isEqualTo(51);
    }
}
