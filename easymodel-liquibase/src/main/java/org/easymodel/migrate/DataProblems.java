package org.easymodel.migrate;

import java.util.Collection;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;

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
}
