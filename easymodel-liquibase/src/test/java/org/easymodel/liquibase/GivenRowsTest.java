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
import static org.easymodel.migrate.Shop.positions;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.DataStep;
import org.easymodel.migrate.MigrationCasesTest;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows that the case matrix gives, and what it expects of them after the upgrade and back again. A case that the matrix
 * has with an option of its own ({@code --move}, {@code --map}) has a data step here.
 */
class GivenRowsTest {

    private static final String REFUSED = "refused";
    private static final String NOT_COMPARED = "not compared";

    /**
     * @param row the schemas and options
     * @param given what makes the rows
     * @param before a question to the old schema, and its answer before and after the way back
     * @param after a question to the new schema, and its answer; {@code refused} if the upgrade must be refused
     */
    private record Given(
            Row row, List<String> given, String before, List<String> old, String after, List<String> expected) {

        @Override
        public String toString() {
            return row.id();
        }
    }

    private static Given given(
            String id, List<String> given, String before, String old, String after, String... expected) {
        Row row = MigrationCasesTest.rows()
                .filter(each ->
                        each.id().equals(id) && each.expected().stream().noneMatch(step -> step.startsWith("EM-")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
        return new Given(row, given, before, List.of(old), after, List.of(expected));
    }

    private static Given moved(
            String id,
            SchemaModel from,
            SchemaModel to,
            RevisionOptions options,
            List<String> given,
            String before,
            String old,
            String after,
            String... expected) {
        return new Given(
                new Row(id, from, to, options, List.of()), given, before, List.of(old), after, List.of(expected));
    }

    private static Given refused(String id, String given, String question, String answer) {
        return given(id, List.of(given), question, answer, "", REFUSED);
    }

    private static final String P = "INSERT INTO P (ID, NAME) VALUES (1, 'x')";
    private static final String OF_P = "SELECT ID, NAME FROM P";

    private static String value(String literal) {
        return "INSERT INTO P (ID, V) VALUES (1, " + literal + ")";
    }

    private static final String OF_V = "SELECT V FROM P";

    static Stream<Arguments> cases() {
        return Stream.of(kept(), changed(), stopped(), withDataSteps())
                .flatMap(List::stream)
                .flatMap(each -> Stream.of(TestDatabase.Kind.values()).map(kind -> Arguments.of(each, kind)));
    }

    private static List<Given> kept() {
        return List.of(
                given(
                        "MC014",
                        List.of(P, "INSERT INTO C (ID, P_ID) VALUES (1, 1)"),
                        "SELECT P.NAME, C.P_ID FROM P, C",
                        "x|1",
                        "SELECT Q.NAME, C.P_ID FROM Q, C",
                        "x|1"),
                given("MC020", List.of(P), OF_P, "1|x", "SELECT ID, NAME, NOTE FROM P", "1|x|null"),
                given("MC022", List.of(P), OF_P, "1|x", "SELECT ID, NAME, LVL FROM P", "1|x|0"),
                given("MC026", List.of(P), OF_P, "1|x", "SELECT COUNT(CREATED) FROM P", "1"),
                given("MC035 note", List.of(P), OF_P, "1|x", "SELECT ID, TITLE FROM P", "1|x"),
                given("MC039", List.of(P), OF_P, "1|x", "SELECT ID, TITLE FROM P", "1|x"),
                given("MC048", List.of(value("'x'")), OF_V, "x", OF_V, "x"),
                given("MC051", List.of(value("2")), OF_V, "2", OF_V, "2"),
                given("MC070", List.of(P), OF_P, "1|x", OF_P, "1|x"),
                given(
                        "MC075",
                        List.of("INSERT INTO P (ID) VALUES (1)"),
                        "SELECT Q FROM P",
                        "null",
                        "SELECT Q FROM P",
                        "null"),
                given(
                        "MC080",
                        List.of("INSERT INTO P (ID, K) VALUES (1, 'a')"),
                        "SELECT ID, K FROM P",
                        "1|a",
                        "SELECT ID, K FROM P",
                        "1|a"),
                given(
                        "MC095",
                        List.of("INSERT INTO P (ID) VALUES (1)", "INSERT INTO P (ID) VALUES (2)"),
                        "SELECT COUNT(*) FROM P WHERE K IS NULL",
                        "2",
                        "SELECT COUNT(*) FROM P WHERE K IS NULL",
                        "2"));
    }

    private static List<Given> changed() {
        return List.of(
                given("MC058", List.of(value("'2020-01-02 03:04:05'")), NOT_COMPARED, "", OF_V, "2020-01-02"),
                given("MC062", List.of(value("'42'")), OF_V, "42", OF_V, "42"),
                given("MC072", List.of("INSERT INTO P (ID) VALUES (1)"), NOT_COMPARED, "", "SELECT NAME FROM P", "?"));
    }

    private static List<Given> stopped() {
        return List.of(
                refused("MC050", value("'abcdef'"), OF_V, "abcdef"),
                refused("MC052", value("5000000000"), OF_V, "5000000000"),
                refused("MC056", value("123456.78"), OF_V, "123456.78"),
                refused("MC057", value("123456.78"), OF_V, "123456.78"),
                refused("MC070", "INSERT INTO P (ID) VALUES (1)", OF_P, "1|null"),
                refused("MC110", "INSERT INTO C (ID, P_ID) VALUES (1, 99)", "SELECT ID, P_ID FROM C", "1|99"),
                refused("MC123", "INSERT INTO P (ID, K) VALUES (1, 'OLD')", "SELECT K FROM P", "OLD"),
                refused("MC129", "INSERT INTO P (ID, A) VALUES (1, -1)", "SELECT A FROM P", "-1"));
    }

    private static Table keyed(Table table, String... columns) {
        return table.withPrimaryKey(Optional.of(new PrimaryKey(
                        Identifier.of("PK_" + table.name().name().text()),
                        Stream.of(columns).map(Identifier::of).toList())))
                .withColumns(table.columns().stream()
                        .filter(each -> !each.name().text().equals("ID"))
                        .toList());
    }

    private static RevisionOptions data(String script, String... accept) {
        RevisionOptions options = RevisionOptions.none().withData(DataStep.of(script));
        for (String each : accept) {
            options = options.accepting(each);
        }
        return options;
    }

    private static List<Given> withDataSteps() {
        SchemaModel toOne = model(table("P"), of(table("C", big("P_ID")), key("P_ID", "P")));
        SchemaModel toMany = model(
                table("P"),
                table("C"),
                of(
                        keyed(table("C_P", required(big("C_ID")), required(big("P_ID"))), "C_ID", "P_ID"),
                        key("C_ID", "C"),
                        key("P_ID", "P")));
        String fill = "INSERT INTO C_P (C_ID, P_ID) SELECT ID, P_ID FROM C WHERE P_ID IS NOT NULL;";
        String empty = "UPDATE C SET P_ID = (SELECT P_ID FROM C_P WHERE C_ID = C.ID);";
        return List.of(
                moved(
                        "MC118",
                        toOne,
                        toMany,
                        data(fill + "\n-- back\n" + empty, "EM102:C.P_ID"),
                        List.of("INSERT INTO P (ID) VALUES (1)", "INSERT INTO C (ID, P_ID) VALUES (1, 1)"),
                        "SELECT ID, P_ID FROM C",
                        "1|1",
                        "SELECT C_ID, P_ID FROM C_P",
                        "1|1"),
                moved(
                        "MC119",
                        toMany,
                        toOne,
                        data(empty + "\n-- back\n" + fill, "EM101:C_P"),
                        List.of(
                                "INSERT INTO P (ID) VALUES (1)",
                                "INSERT INTO C (ID) VALUES (1)",
                                "INSERT INTO C_P (C_ID, P_ID) VALUES (1, 1)"),
                        "SELECT C_ID, P_ID FROM C_P",
                        "1|1",
                        "SELECT ID, P_ID FROM C",
                        "1|1"),
                moved(
                        "MC123 with --map",
                        model(of(table("P", constants("K", "A", "OLD")), check("CK", "K IN ('A', 'OLD')"))),
                        model(of(table("P", constants("K", "A")), check("CK", "K IN ('A')"))),
                        data("UPDATE P SET K = 'A' WHERE K = 'OLD';", "EM112:P.K"),
                        List.of("INSERT INTO P (ID, K) VALUES (1, 'OLD')"),
                        NOT_COMPARED,
                        "",
                        "SELECT K FROM P",
                        "A"),
                moved(
                        "MC124",
                        model(of(table("P", constants("K", "DONE")), check("CK", "K IN ('DONE')"))),
                        model(of(table("P", constants("K", "COMPLETED")), check("CK", "K IN ('COMPLETED')"))),
                        data(
                                "UPDATE P SET K = 'COMPLETED' WHERE K = 'DONE';\n-- back\n"
                                        + "UPDATE P SET K = 'DONE' WHERE K = 'COMPLETED';",
                                "EM112:P.K"),
                        List.of("INSERT INTO P (ID, K) VALUES (1, 'DONE')"),
                        "SELECT K FROM P",
                        "DONE",
                        "SELECT K FROM P",
                        "COMPLETED"),
                moved(
                        "MC125 with --ordinal-map",
                        model(table("P", positions("K", "A", "B"))),
                        model(table("P", positions("K", "A", "X", "B"))),
                        data("UPDATE P SET K = 2 WHERE K = 1;\n-- back\nUPDATE P SET K = 1 WHERE K = 2;", "EM113:P.K"),
                        List.of("INSERT INTO P (ID, K) VALUES (1, 1)"),
                        "SELECT K FROM P",
                        "1",
                        "SELECT K FROM P",
                        "2"),
                moved(
                        "MC134",
                        model(table("ANIMAL", text("DTYPE", 31), number("LIVES"))),
                        model(
                                table("ANIMAL", text("DTYPE", 31)),
                                of(table("CAT", number("LIVES")), key("ID", "ANIMAL"))),
                        data(
                                "INSERT INTO CAT (ID, LIVES) SELECT ID, LIVES FROM ANIMAL WHERE DTYPE = 'Cat';\n-- back\n"
                                        + "UPDATE ANIMAL SET LIVES = (SELECT LIVES FROM CAT WHERE CAT.ID = ANIMAL.ID);",
                                "EM102:ANIMAL.LIVES"),
                        List.of("INSERT INTO ANIMAL (ID, DTYPE, LIVES) VALUES (1, 'Cat', 9)"),
                        "SELECT ID, LIVES FROM ANIMAL",
                        "1|9",
                        "SELECT ID, LIVES FROM CAT",
                        "1|9"),
                moved(
                        "MC135",
                        model(table("ANIMAL", text("DTYPE", 31))),
                        model(table("ANIMAL", text("DTYPE", 31))),
                        data("UPDATE ANIMAL SET DTYPE = 'CAT' WHERE DTYPE = 'C';\n-- back\n"
                                + "UPDATE ANIMAL SET DTYPE = 'C' WHERE DTYPE = 'CAT';"),
                        List.of("INSERT INTO ANIMAL (ID, DTYPE) VALUES (1, 'C')"),
                        "SELECT DTYPE FROM ANIMAL",
                        "C",
                        "SELECT DTYPE FROM ANIMAL",
                        "CAT"));
    }

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private MigrationManager upgraded(Row row, TestDatabase database, List<String> given) {
        manager(row.before(), database).revision("Before");
        manager(row.before(), database).upgrade();
        database.run(given.toArray(String[]::new));
        MigrationManager manager = manager(row.after(), database);
        manager.revision("After", row.options());
        return manager;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void upgrade_rowsOfTheMatrix_areWhatItExpects(Given each, TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = upgraded(each.row(), database, each.given());
        if (each.expected().equals(List.of(REFUSED))) {
            assertThatThrownBy(manager::upgrade)
                    .isInstanceOf(MigrationException.class)
                    .hasMessageStartingWith("EM-3058 ");
            assertThat(database.query(each.before())).isEqualTo(each.old());
        } else {
            manager.upgrade();
            assertThat(database.query(each.after())).isEqualTo(each.expected());
            manager.downgradeAcceptingLoss("-1");
            if (!each.before().equals(NOT_COMPARED)) {
                assertThat(database.query(each.before())).isEqualTo(each.old());
            }
            manager.upgrade();
            assertThat(database.query(each.after())).isEqualTo(each.expected());
        }
        database.drop();
    }

    private static final Map<TestDatabase.Kind, String> NEXT = Map.of(
            TestDatabase.Kind.H2, "SELECT NEXT VALUE FOR %s",
            TestDatabase.Kind.DERBY, "VALUES NEXT VALUE FOR %s",
            TestDatabase.Kind.POSTGRESQL, "SELECT nextval('%s')");

    private static long next(TestDatabase database, String sequence) {
        return Long.parseLong(database.query(String.format(NEXT.get(database.kind()), sequence))
                .get(0));
    }

    private static Row row(String id) {
        return MigrationCasesTest.rows()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static Stream<TestDatabase.Kind> kinds() {
        return Stream.of(TestDatabase.Kind.values());
    }

    /** MC086: the first number of the sequence is beyond those that identity has given. */
    @ParameterizedTest
    @MethodSource("kinds")
    void upgrade_identityToSequence_givesNoIdTwice(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        String insert = "INSERT INTO P (NAME) VALUES ('x')";
        MigrationManager manager = upgraded(row("MC086"), database, List.of(insert, insert, insert));
        manager.upgrade();
        assertThat(next(database, "P_SEQ") - 50).isGreaterThanOrEqualTo(3);
        assertThat(database.query("SELECT ID FROM P ORDER BY ID")).containsExactly("1", "2", "3");
        manager.downgradeAcceptingLoss("-1");
        database.run(insert);
        assertThat(database.query("SELECT COUNT(*) FROM P WHERE ID > 3")).containsExactly("1");
        database.drop();
    }

    /** MC087: the database goes on where the sequence stopped. */
    @ParameterizedTest
    @MethodSource("kinds")
    void upgrade_sequenceToIdentity_givesNoIdTwice(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager manager = upgraded(
                row("MC087"),
                database,
                List.of("INSERT INTO P (ID, NAME) VALUES (1, 'a')", "INSERT INTO P (ID, NAME) VALUES (2, 'b')"));
        manager.upgrade();
        database.run("INSERT INTO P (NAME) VALUES ('c')");
        assertThat(database.query("SELECT ID, NAME FROM P ORDER BY ID")).containsExactly("1|a", "2|b", "3|c");
        database.drop();
    }

    /** MC090: a sequence of larger steps begins beyond the numbers that were drawn. */
    @ParameterizedTest
    @MethodSource("kinds")
    void upgrade_sequenceOfLargerSteps_givesNoIdTwice(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        manager(row("MC090").before(), database).revision("Before");
        MigrationManager manager = manager(row("MC090").after(), database);
        manager.upgrade();
        long last = 0;
        for (int i = 0; i < 7; i++) {
            last = next(database, "S");
        }
        manager.revision("After");
        manager.upgrade();
        assertThat(next(database, "S") - 50).isGreaterThanOrEqualTo(last);
        database.drop();
    }

    /** Nothing that the matrix gives is passed over. */
    @Test
    void matrix_everyCaseWithRows_isHereOrNamed() {
        Stream<String> here = Stream.concat(
                cases().map(each -> ((Given) each.get()[0]).row().id().split(" ")[0]),
                Stream.of("MC086", "MC087", "MC090"));
        assertThat(MatrixCase.all().stream()
                        .filter(each -> !each.cell("given_rows").isEmpty()
                                || !each.cell("expected_after_up").isEmpty())
                        .map(MatrixCase::id))
                .isSubsetOf(
                        Stream.concat(here, GIVEN_ELSEWHERE.keySet().stream()).toList());
    }

    /** A million rows are no case of what the rows become; the others are among those above by another number. */
    private static final Map<String, String> GIVEN_ELSEWHERE = Map.of(
            "MC025", "a default of the database's own function, PostgreSQL only: MatrixOnPostgresTest",
            "MC071", "MC070 with a row that has no name",
            "MC111", "MC110 with an orphan");
}
