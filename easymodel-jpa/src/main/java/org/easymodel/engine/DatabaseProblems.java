package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.easymodel.failure.ConcurrentChangeException;
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
                };
        String fact =
                switch (violation.kind()) {
                    case UNIQUE -> "another row has the same value of a unique key" + subject + ".";
                    case FOREIGN_KEY ->
                        "a foreign key" + subject + " leads to no row, or rows lead to one that was to go.";
                    case NOT_NULL -> "a required value" + subject + " is missing.";
                    case CHECK -> "a check" + subject + " does not hold.";
                };
        String remedy =
                switch (violation.kind()) {
                    case UNIQUE -> "Give another value.";
                    case FOREIGN_KEY -> "Give the key of a row, or change the rows that lead there first.";
                    case NOT_NULL -> "Give a value.";
                    case CHECK -> "Give a value that meets it.";
                };
        return new ConstraintViolatedException(
                new Problem(code, place, fact + constraint, "Nothing was written. " + remedy),
                violation.kind(),
                entity,
                attributes,
                violation.constraint().toUpperCase(Locale.ROOT),
                cause);
    }

    static ConcurrentChangeException concurrentChange(String place, Throwable cause) {
        return new ConcurrentChangeException(
                List.of(new Problem(
                        "EM-2110",
                        place,
                        "somebody else changed or locked the same rows.",
                        "Read again and repeat the call.")),
                cause);
    }

    static DatabaseException noConnection(String place, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-2120",
                        place,
                        "the database cannot be reached.",
                        "Check that it runs, and the address in the configuration.")),
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
        return new DatabaseException(
                List.of(new Problem(
                        "EM-2122",
                        place,
                        "a table or column is missing in the database.",
                        "Bring the schema up to date with the entities.")),
                cause);
    }

    static DatabaseException valueTooLong(String place, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-2123",
                        place,
                        "a value is longer or larger than its column allows.",
                        "Give a smaller value, or the column a greater length or precision.")),
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
