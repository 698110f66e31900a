package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Sequence;

/**
 * The statements that make a sequence, give it another start and increment, or move it on. A sequence from which nothing was
 * drawn begins at its new start; any other goes on one new increment behind the last number, and so does the one that takes
 * the place of another.
 *
 * @param dialect the database
 */
record SequenceSteps(Dialect dialect) {

    List<String> create(Change.CreateSequence create) {
        List<String> statements = new ArrayList<>();
        statements.add(create(create.sequence()));
        create.behind().forEach(each -> statements.addAll(follow(create.sequence(), each)));
        return statements;
    }

    private static String create(Sequence sequence) {
        return "CREATE SEQUENCE " + sequence.sql() + " AS BIGINT START WITH " + sequence.start() + " INCREMENT BY "
                + sequence.increment();
    }

    /** Moves a new sequence behind the numbers of another; never back. */
    private List<String> follow(Sequence sequence, Sequence other) {
        boolean up = sequence.increment() > 0;
        String further = up ? "GREATEST" : "LEAST";
        String shift = " - " + other.increment() + " + " + sequence.increment();
        return switch (dialect) {
            case POSTGRESQL ->
                List.of("SELECT setval(" + literal(sequence.sql()) + ", " + further + "(N.last_value, CASE WHEN"
                        + " O.is_called THEN O.last_value + " + other.increment() + " ELSE O.last_value END" + shift
                        + "), FALSE) FROM " + sequence.sql() + " N, " + other.sql() + " O");
            case H2 ->
                List.of("ALTER SEQUENCE " + sequence.sql() + " RESTART WITH (SELECT " + further
                        + "((SELECT BASE_VALUE" + catalogue(sequence) + "), (SELECT BASE_VALUE" + shift
                        + catalogue(other) + ")))");
            case DERBY ->
                derby(
                        sequence,
                        sequence,
                        "SELECT CASE WHEN P.N " + (up ? ">" : "<") + " O.N" + shift + " THEN P.N ELSE O.N" + shift
                                + " END FROM " + position(sequence) + ", (VALUES " + DerbyBurning.next(other)
                                + ") O(N)");
        };
    }

    List<String> change(Change.ChangeSequence change) {
        Sequence before = change.before();
        Sequence after = change.after();
        String shift = "CASE WHEN %1$s = " + before.start() + " THEN " + after.start() + " ELSE %1$s - "
                + before.increment() + " + " + after.increment() + " END";
        return switch (dialect) {
            case POSTGRESQL ->
                List.of(
                        "ALTER SEQUENCE " + after.sql() + " INCREMENT BY " + after.increment() + " START WITH "
                                + after.start(),
                        "SELECT setval(" + literal(after.sql()) + ", " + shift.formatted("last_value")
                                + ", FALSE) FROM " + after.sql() + " WHERE NOT is_called");
            case H2 ->
                List.of("ALTER SEQUENCE " + after.sql() + " RESTART WITH (SELECT CASE WHEN INCREMENT <> "
                        + before.increment()
                        + " THEN BASE_VALUE ELSE " + shift.formatted("BASE_VALUE") + " END" + catalogue(after)
                        + ") START WITH " + after.start() + " INCREMENT BY " + after.increment());
            case DERBY -> derby(before, after, "SELECT " + shift.formatted("P.N") + " FROM " + position(before));
        };
    }

    /**
     * The sequence is dropped and built anew, and driven up to a position that a query gives. The position is kept in a table,
     * which refuses one that is out of reach.
     */
    private static List<String> derby(Sequence before, Sequence after, String wanted) {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE EM_NEXT (N BIGINT CONSTRAINT EM_FITS CHECK ((N - " + after.start() + ") / "
                + after.increment() + " < " + DerbyBurning.MOST + "))");
        statements.add("INSERT INTO EM_NEXT " + wanted);
        statements.add("DROP SEQUENCE " + before.sql() + " RESTRICT");
        statements.add(create(after));
        statements.addAll(DerbyBurning.upTo(after, "SELECT N FROM EM_NEXT"));
        statements.add("DROP TABLE EM_NEXT");
        return statements;
    }

    private static String position(Sequence sequence) {
        return "(VALUES " + DerbyBurning.next(sequence) + ") P(N)";
    }

    /** Moves the sequence behind the largest number of a column; never back. */
    List<String> raise(Sequence sequence, String table, String column) {
        String wanted = "SELECT COALESCE(MAX(" + column + ") + " + sequence.increment() + ", " + sequence.start()
                + ") FROM " + table;
        return switch (dialect) {
            case POSTGRESQL ->
                List.of("SELECT setval(" + literal(sequence.sql()) + ", GREATEST(CASE WHEN is_called THEN last_value + "
                        + sequence.increment() + " ELSE last_value END, (" + wanted + ")), FALSE) FROM "
                        + sequence.sql());
            case H2 ->
                List.of("ALTER SEQUENCE " + sequence.sql() + " RESTART WITH (SELECT GREATEST(BASE_VALUE, (" + wanted
                        + "))" + catalogue(sequence) + ")");
            case DERBY ->
                derby(
                        sequence,
                        sequence,
                        "SELECT CASE WHEN P.N > W.N THEN P.N ELSE W.N END FROM " + position(sequence) + ", (" + wanted
                                + ") W(N)");
        };
    }

    private static String catalogue(Sequence sequence) {
        String schema = sequence.schema().map(name -> literal(name.text())).orElse("SCHEMA()");
        return " FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_NAME = "
                + literal(sequence.name().text()) + " AND SEQUENCE_SCHEMA = " + schema;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
