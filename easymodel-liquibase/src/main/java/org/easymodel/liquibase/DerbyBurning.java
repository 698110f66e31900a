package org.easymodel.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.easymodel.schema.Sequence;

/**
 * Moves a sequence of Derby on, which can only be told to start at a literal: numbers are drawn and thrown away.
 */
final class DerbyBurning {

    /** As many as are drawn in a few seconds. */
    static final int MOST = 1_000_000;

    private DerbyBurning() {}

    /** The position of a sequence: what it gives next. */
    static String next(Sequence sequence) {
        String schema = sequence.schema().map(name -> "'" + name.text() + "'").orElse("CURRENT SCHEMA");
        return "SYSCS_UTIL.SYSCS_PEEK_AT_SEQUENCE(" + schema + ", '"
                + sequence.name().text() + "')";
    }

    /**
     * Draws until the sequence gives no number below the one that a query gives; that must be within reach. How many that are
     * is kept in a table, since Derby asks for the position of the sequence again while it draws.
     */
    static List<String> upTo(Sequence sequence, String wanted) {
        long step = sequence.increment();
        String count = "(W.N - " + next(sequence) + " + " + (step > 0 ? step - 1 : step + 1) + ") / " + step;
        List<String> digits = IntStream.range(0, 6).mapToObj(i -> "D" + i).toList();
        String number = IntStream.range(0, 6)
                .mapToObj(i -> digits.get(i) + ".N * " + (int) Math.pow(10, i))
                .collect(Collectors.joining(" + "));
        String numbers = digits.stream()
                .map(digit -> "(VALUES 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) " + digit + "(N)")
                .collect(Collectors.joining(", "));
        return List.of(
                "CREATE TABLE EM_COUNT (N BIGINT)",
                "CREATE TABLE EM_SWAP (N BIGINT)",
                "INSERT INTO EM_COUNT SELECT " + count + " FROM (" + wanted + ") W(N)",
                "INSERT INTO EM_SWAP SELECT NEXT VALUE FOR " + sequence.sql() + " FROM " + numbers + " WHERE " + number
                        + " < (SELECT N FROM EM_COUNT)",
                "DROP TABLE EM_SWAP",
                "DROP TABLE EM_COUNT");
    }
}
