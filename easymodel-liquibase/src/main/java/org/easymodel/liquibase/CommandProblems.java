package org.easymodel.liquibase;

import java.util.Collection;
import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** What the commands of migrations refuse, beyond what the migration itself refuses. */
final class CommandProblems {

    private CommandProblems() {}

    static ConfigurationException noScanner() {
        return new ConfigurationException(new Problem(
                "EM-3130",
                "MigrationManager",
                "nothing on the class path can read a persistence unit.",
                "Add easymodel-jpa and EclipseLink, or give the schema itself."));
    }

    static InvalidRequestException unknownEntity(String name, Collection<String> known) {
        return new InvalidRequestException(new Problem(
                "EM-3131", name, "it is no entity of the model.", "The model has " + String.join(", ", known) + "."));
    }

    static MigrationException notChosen(String table, String target) {
        return new MigrationException(new Problem(
                "EM-3132",
                table,
                "it refers to " + target + ", which is of an entity that was not chosen and has no revision yet.",
                "Choose that entity, too."));
    }

    static InvalidRequestException unknownDatabase(String name, Collection<String> known) {
        return new InvalidRequestException(new Problem(
                "EM-3133",
                "database " + name,
                "there is no SQL for it.",
                "Name one of " + String.join(", ", known) + "."));
    }

    static MigrationException resealedTooLate(String folder) {
        return new MigrationException(new Problem(
                "EM-3134",
                folder,
                "the database has run a part of it, so that its changelog can no longer be changed.",
                "Take the file back to what was committed, and write a new revision."));
    }

    static MigrationException editUnreadable(String file, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3135",
                        file,
                        "Liquibase cannot read it: " + firstLine(cause.getMessage()),
                        "Correct it; an empty revision shows the form.")),
                cause);
    }

    static Problem editedPath(String file, String id, String path) {
        return new Problem(
                "EM-3136",
                file + ", change set " + id,
                "it is known by another path than " + path + ".",
                "Keep the line logicalFilePath as it was written.");
    }

    static Problem editedTwice(String file, String id) {
        return new Problem("EM-3137", file + ", change set " + id, "there are two of that id.", "Give each its own.");
    }

    static Problem noWayBack(String file, String id) {
        return new Problem(
                "EM-3138",
                file + ", change set " + id,
                "it has no rollback, so no downgrade could pass it.",
                "Add one; an empty rollback says that there is nothing to take back.");
    }

    static InvalidRequestException notOneWay(String from, String to) {
        return new InvalidRequestException(new Problem(
                "EM-3141",
                from + " to " + to,
                "the way leads back and forwards.",
                "Ask for the way back first, then for the way forwards."));
    }

    static Problem noPrimaryKey(String table) {
        return new Problem("EM-3139", table, "it has no primary key.", "Give its rows an identity.");
    }

    static Problem keyWithoutIndex(String place, String target) {
        return new Problem(
                "EM-3140",
                place,
                "no index begins with its columns, so that deleting a row of " + target + " reads the whole table.",
                "Declare an index over them.");
    }

    static MigrationException editRefused(List<Problem> problems) {
        return new MigrationException(problems, null);
    }

    private static String firstLine(@Nullable String text) {
        return text == null || text.isBlank()
                ? "no reason given."
                : text.strip().lines().findFirst().orElse("").strip().replaceAll("\\.?$", ".");
    }
}
