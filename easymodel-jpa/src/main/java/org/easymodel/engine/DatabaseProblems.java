package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConcurrentChangeException.Kind;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.Problem;

/** The messages of 21xx: what the database says. */
final class DatabaseProblems {

    private DatabaseProblems() {}

    static ConstraintViolatedException violated(
            String place, Violation violation, String entity, List<String> attributes, Throwable cause) {
        List<String> names = new ArrayList<>();
        if (!attributes.isEmpty()) {
            names.add(String.join(", ", attributes));
        }
        String subject = (entity.isEmpty() ? "" : " of " + entity)
                + (names.isEmpty() ? "" : " (" + String.join("", names) + ")");
        String constraint = violation.constraint().isEmpty()
                ? ""
                : " Constraint " + violation.constraint().toUpperCase(Locale.ROOT) + ".";
        String code =
                switch (violation.kind()) {
                    case UNIQUE -> "EM-2101";
                    case FOREIGN_KEY -> "EM-2102";
                    case NOT_NULL -> "EM-2103";
                    case CHECK -> "EM-2104";
                    case LENGTH -> "EM-2123";
                    case RANGE -> "EM-2130";
                };
        String fact =
                switch (violation.kind()) {
                    case UNIQUE -> "another row has the same value of a unique key" + subject + ".";
                    case FOREIGN_KEY ->
                        "a foreign key" + subject + " leads to no row, or rows lead to one that was to go.";
                    case NOT_NULL -> "a required value" + subject + " is missing.";
                    case CHECK -> "a check" + subject + " does not hold.";
                    case LENGTH -> "a value" + subject + " is longer than its column allows.";
                    case RANGE -> "a number" + subject + " does not fit into its column.";
                };
        String remedy =
                switch (violation.kind()) {
                    case UNIQUE -> "Give another value.";
                    case FOREIGN_KEY -> "Give the key of a row, or change the rows that lead there first.";
                    case NOT_NULL -> "Give a value.";
                    case CHECK -> "Give a value that meets it.";
                    case LENGTH -> "Give a shorter value, or the column a greater length.";
                    case RANGE -> "Give a number that fits, or the column a greater precision.";
                };
        return new ConstraintViolatedException(
                new Problem(code, place, fact + constraint, "Nothing was written. " + remedy),
                violation.kind(),
                entity,
                attributes,
                violation.constraint().toUpperCase(Locale.ROOT),
                cause);
    }

    private static ConcurrentChangeException concurrent(
            String code, Kind kind, String place, String fact, Throwable cause) {
        return new ConcurrentChangeException(
                new Problem(code, place, fact, "Read again and repeat the call."), kind, cause);
    }

    static ConcurrentChangeException concurrentChange(String place, Throwable cause) {
        return concurrent("EM-2110", Kind.VERSION, place, "somebody else changed the same row meanwhile.", cause);
    }

    static ConcurrentChangeException deadlock(String place, Throwable cause) {
        return concurrent(
                "EM-2131",
                Kind.DEADLOCK,
                place,
                "two transactions waited for each other's rows, and the database ended this one.",
                cause);
    }

    static ConcurrentChangeException notSerializable(String place, Throwable cause) {
        return concurrent(
                "EM-2132",
                Kind.SERIALIZATION,
                place,
                "another transaction changed what this one had read, and the database ended this one.",
                cause);
    }

    static ConcurrentChangeException lockTimeout(String place, Throwable cause) {
        return concurrent(
                "EM-2133",
                Kind.LOCK_TIMEOUT,
                place,
                "another transaction holds the same rows, and did not release them in time.",
                cause);
    }

    private static DatabaseException database(
            String code, DatabaseException.Kind kind, String place, String fact, String remedy, Throwable cause) {
        return new DatabaseException(new Problem(code, place, fact, remedy), kind, cause);
    }

    static DatabaseException noConnection(String place, Throwable cause) {
        return database(
                "EM-2120",
                DatabaseException.Kind.UNREACHABLE,
                place,
                "the database cannot be reached.",
                "Check that it runs, and the address in the configuration.",
                cause);
    }

    static DatabaseException connectionLost(String place, Throwable cause) {
        return database(
                "EM-2134",
                DatabaseException.Kind.CONNECTION_LOST,
                place,
                "the connection to the database broke.",
                "Read whether the work was done before it is repeated.",
                cause);
    }

    static DatabaseException timedOut(String place, Throwable cause) {
        return database(
                "EM-2135",
                DatabaseException.Kind.TIMED_OUT,
                place,
                "a statement took longer than it may, or was cancelled.",
                "Give it more time with jakarta.persistence.query.timeout, or ask for less.",
                cause);
    }

    static DatabaseException unstorable(String place, Throwable cause) {
        return database(
                "EM-2136",
                DatabaseException.Kind.VALUE,
                place,
                "a text holds a character that the database cannot keep, such as NUL or half of a surrogate pair.",
                "Remove the character.",
                cause);
    }

    static DatabaseException tooLarge(String place, Throwable cause) {
        return database(
                "EM-2263",
                DatabaseException.Kind.VALUE,
                place,
                "a calculated number is too large for its type; calculations with whole numbers have the range of Long.",
                "Restrict the rows, or calculate with decimals.",
                cause);
    }

    static DatabaseException tooComplex(String place, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-2255",
                        place,
                        "the statement has more parts than the database can read.",
                        "Ask with fewer conditions in one call; many values of one attribute go with in(...).")),
                cause);
    }

    static ConfigurationException loginRefused(String place, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-2121",
                        place,
                        "the database refused the login.",
                        "Check user and password in the configuration.")),
                cause);
    }

    static DatabaseException noTable(String place, Throwable cause) {
        return database(
                "EM-2122",
                DatabaseException.Kind.SCHEMA,
                place,
                "a table or column is missing in the database.",
                "Bring the schema up to date with the entities.",
                cause);
    }

    static DatabaseException databaseFailed(String place, String state, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-2190",
                        place,
                        "the database failed" + (state.isEmpty() ? "" : " with SQL state " + state) + ".",
                        "The cause says how.")),
                cause);
    }

    static DatabaseException providerFailed(String place, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-2191",
                        place,
                        "the persistence provider failed with "
                                + cause.getClass().getSimpleName() + ".",
                        "The cause says how.")),
                cause);
    }
}
