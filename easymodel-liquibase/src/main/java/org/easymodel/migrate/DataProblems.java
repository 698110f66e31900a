package org.easymodel.migrate;

import java.util.Collection;
import java.util.List;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** What is refused of a data step. */
final class DataProblems {

    private static final String PLACE = "data step";

    private DataProblems() {}

    static InvalidRequestException noStatement() {
        return new InvalidRequestException(new Problem(
                "EM-3100", PLACE, "it holds no statement.", "Write SQL into it, each statement ended by a semicolon."));
    }

    static InvalidRequestException unknownDatabase(String name, Collection<String> known) {
        return new InvalidRequestException(new Problem(
                "EM-3101",
                PLACE,
                "there is no database '" + name + "'.",
                "Name some of " + String.join(", ", known) + "; without a name the SQL is for all."));
    }

    static InvalidRequestException commentWithin() {
        return new InvalidRequestException(new Problem(
                "EM-3102",
                PLACE,
                "a line of a statement begins with two hyphens, which changelogs in formatted SQL read as words of their own.",
                "Break the text at another place."));
    }

    static InvalidRequestException noClassName(String text) {
        return new InvalidRequestException(new Problem(
                "EM-3103",
                PLACE,
                "'" + text + "' is no name of a class.",
                "Write it with its package: com.shop.FullNames."));
    }

    static MigrationException notAStep(String type, @Nullable Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3104",
                        type,
                        "a revision needs this class, and it cannot be used.",
                        "Put it on the class path of the application: a public class with a public constructor without"
                                + " parameters that implements org.easymodel.migrate.JavaDataStep.")),
                cause);
    }

    static InvalidRequestException transactionOfOthers(String method) {
        return new InvalidRequestException(new Problem(
                "EM-3105",
                PLACE,
                "it calls " + method + ", and its transaction and connection belong to the migration.",
                "Leave that to the migration, which commits the step as a whole."));
    }
}
