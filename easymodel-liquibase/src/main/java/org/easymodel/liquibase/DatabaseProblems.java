package org.easymodel.liquibase;

import java.util.Collection;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;

/** What is found in a database that its revisions do not say. */
final class DatabaseProblems {

    private static final String REMEDY =
            "Take the change back, or make it part of a revision and tell the database that it has it with stamp.";

    private DatabaseProblems() {}

    static Problem gone(String place) {
        return new Problem("EM-3143", place, "the database does not have it any more.", REMEDY);
    }

    static Problem unknown(String place, String found) {
        return new Problem("EM-3144", place, "the database has it beside the revisions: " + found + ".", REMEDY);
    }

    static Problem other(String place, String found, String meant) {
        return new Problem(
                "EM-3145", place, "the database has " + found + ", and the revisions have " + meant + ".", REMEDY);
    }

    static Problem missing(Collection<String> folders) {
        return new Problem(
                "EM-3146",
                "database",
                "it does not have " + String.join(", ", folders) + ".",
                "Apply what is missing with upgrade.");
    }

    static MigrationException alreadyBegun(Collection<String> folders) {
        return new MigrationException(new Problem(
                "EM-3147",
                "adopt",
                "there are revisions already: " + String.join(", ", folders) + ".",
                "Adopt a database into an empty directory, or tell with stamp which revision it has."));
    }

    static MigrationException nothingToAdopt(Collection<String> others) {
        return new MigrationException(new Problem(
                "EM-3148",
                "adopt",
                "the database has no table of the model"
                        + (others.isEmpty() ? "; it has none at all." : "; it has " + String.join(", ", others) + "."),
                "Write the first revision with revision, or check schema and table names."));
    }
}
