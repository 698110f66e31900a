package org.easymodel.contract.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.easymodel.contract.repository.Database;
import org.easymodel.schema.ReservedWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words that we hold for reserved are those that the database refuses, and no others. */
class DatabaseWordsTest {

    /** Words that a model may well use, reserved or not. */
    private static final String USUAL = """
            ACTION ACTIVE ADDRESS AGE AMOUNT BALANCE CATEGORY CLASS CODE COLOR COMMENT CONTENT COUNT COUNTRY CURRENCY DATA DATE
            DESCRIPTION DOMAIN ELEMENT EMAIL EVENT FILE FORMAT GENDER HOST INDEX ITEM LABEL LANGUAGE LENGTH LEVEL LOCATION LOCK
            MEMBER MESSAGE METHOD MODE NAME NUMBER OBJECT OPERATION OWNER PARAMETER PARENT PASSWORD PATH PERCENT PERIOD PHONE
            POINT POSITION POWER PRICE PRIORITY QUANTITY RANGE RANK RESULT ROLE RULE SCALE SEQUENCE SESSION SIZE SORT SOURCE
            START STATE STATUS STREET SUBJECT SYSTEM TAG TEXT TIME TIMESTAMP TITLE TYPE URL USAGE UUID VALID VERSION WEEK WEIGHT
            ZONE
            """;

    @ParameterizedTest
    @EnumSource(Database.class)
    void words_thatTheDatabaseRefuses_areThoseThatAreHeldForReserved(Database database) throws SQLException {
        ReservedWords words = ReservedWords.valueOf(database.name());
        Set<String> refused = new TreeSet<>();
        Map<String, String> properties = database.properties("words_of_the_database");
        try (Connection connection = DriverManager.getConnection(
                        properties.get("jakarta.persistence.jdbc.url"),
                        properties.get("jakarta.persistence.jdbc.user"),
                        properties.get("jakarta.persistence.jdbc.password"));
                Statement statement = connection.createStatement()) {
            for (String word : candidates()) {
                if (!isTaken(statement, word)) {
                    refused.add(word);
                }
                if (!isTakenInQuotes(statement, word)) {
                    refused.add(word + " even in quotes");
                }
            }
        }

        assertThat(refused)
                .isEqualTo(new TreeSet<>(
                        candidates().stream().filter(words::contains).toList()));
    }

    private static Set<String> candidates() {
        Set<String> candidates = new TreeSet<>(List.of(USUAL.strip().split("\\s+")));
        for (ReservedWords words : ReservedWords.values()) {
            candidates.addAll(words.words());
        }
        return candidates;
    }

    private static boolean isTaken(Statement statement, String word) {
        return run(statement, uses(word));
    }

    private static boolean isTakenInQuotes(Statement statement, String word) {
        return run(statement, uses('"' + word + '"'));
    }

    private static List<String> uses(String name) {
        return List.of(
                "CREATE TABLE " + name + " (ID INTEGER, " + name + " INTEGER)",
                "INSERT INTO " + name + " (ID, " + name + ") VALUES (1, 2)",
                "SELECT " + name + ", ID FROM " + name + " WHERE (" + name + " = 2) ORDER BY " + name,
                "SELECT t0.ID, t0." + name + " FROM " + name + " t0, " + name + " t1 WHERE t0." + name + " = t1."
                        + name,
                "UPDATE " + name + " SET " + name + " = (" + name + " + 1) WHERE (" + name + " IS NULL)",
                "DROP TABLE " + name);
    }

    private static boolean run(Statement statement, List<String> uses) {
        List<String> failed = new ArrayList<>();
        for (String sql : uses) {
            try {
                statement.execute(sql);
            } catch (SQLException e) {
                failed.add(sql);
            }
        }
        return failed.isEmpty();
    }
}
