package org.easymodel.liquibase;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** Everything that this package refuses, with its text. */
final class Problems {

    private Problems() {}

    static MigrationException refused(List<Problem> problems) {
        return new MigrationException(problems, null);
    }

    static Problem modelDiffers(String changes) {
        return new Problem(
                "EM-3050",
                "model",
                "it differs from the revisions. Write one for:\n"
                        + changes.indent(2).stripTrailing(),
                "");
    }

    static MigrationException gate(String folder, Collection<String> differences) {
        return new MigrationException(new Problem(
                "EM-3051",
                folder,
                "the changelog would not be read as it was meant: " + String.join("; ", differences)
                        + ". Nothing was saved.",
                "This is a fault of EasyModel; report it with this text."));
    }

    static MigrationException gateUnreadable(String folder, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3052",
                        folder,
                        "Liquibase cannot read the changelog. Nothing was saved.",
                        "This is a fault of EasyModel; report it with this text.")),
                cause);
    }

    static ConfigurationException noConnectionSource() {
        return new ConfigurationException(new Problem(
                "EM-3053",
                "MigrationManager",
                "it was made without connections to a database.",
                "Give it some with withConnections."));
    }

    static ConfigurationException noModel() {
        return new ConfigurationException(new Problem(
                "EM-3054", "MigrationManager", "it was made without a model.", "Make it with the schema of a model."));
    }

    static DatabaseException notConnected(Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-3055",
                        "database",
                        "there is no connection to it.",
                        "Check address, user and password, and that the driver is on the class path.")),
                cause);
    }

    static MigrationException unknownDatabase(String product) {
        return new MigrationException(new Problem(
                "EM-3056",
                "database",
                "EasyModel migrates Derby, H2 and PostgreSQL, and this is " + product + ".",
                "Run the changelogs with Liquibase itself after a review for that database."));
    }

    static MigrationException lockedFor(Duration wait, @Nullable String holder) {
        return new MigrationException(new Problem(
                "EM-3057",
                "DATABASECHANGELOGLOCK",
                "another migration has held the lock for " + wait.toSeconds() + " seconds"
                        + (holder == null ? "" : ", taken by plain Liquibase on " + holder) + ".",
                holder == null
                        ? "Wait for it to end, then run again."
                        : "If no migration is running, take the lock off with 'liquibase release-locks'."));
    }

    static MigrationException guarded(String place, String message, int done, int of, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3058", place, lowerFirst(message), done + " of " + of + " steps are applied and stay.")),
                cause);
    }

    static MigrationException failed(String place, @Nullable String state, int done, int of, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3059",
                        place,
                        "the database refused the step" + (state == null ? "" : " (SQL state " + state + ")") + ".",
                        "The cause says why. " + done + " of " + of + " steps are applied and stay.")),
                cause);
    }

    static MigrationException changedAfterwards(Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3060",
                        "revisions",
                        "a change set is not the one that the database has run.",
                        "The cause names it. Take its file back to what was committed.")),
                cause);
    }

    static Problem downgradeDoesNotFit(String folder, String target, String type) {
        return new Problem(
                "EM-3081",
                folder,
                "it cannot be taken back while rows hold values in " + target + " that do not fit " + type + ".",
                "Change them, or keep the revision.");
    }

    static Problem downgradeStaysCut(String folder, String target) {
        return new Problem(
                "EM-3082",
                folder,
                "it took the time of the day from the values of " + target + ", and going back does not bring it.",
                "Keep the revision, or accept the loss with acceptLoss.");
    }

    static Problem downgradeLoses(String folder, String target, String what) {
        return new Problem(
                "EM-3061",
                folder,
                "going back over it loses " + what + " of " + target + ".",
                "Keep the revision, or accept the loss with acceptLoss.");
    }

    static Problem downgradeCannotRestore(String folder, String target) {
        return new Problem(
                "EM-3062",
                folder,
                "it dropped " + target + ", and going back brings the structure but not what was in it.",
                "Keep the revision, or accept the loss with acceptLoss.");
    }

    static InvalidRequestException noMessage() {
        return new InvalidRequestException(new Problem(
                "EM-3063", "revision", "the message is blank.", "Say in a few words why the schema changes."));
    }

    static InvalidRequestException wrongCount(String command) {
        return new InvalidRequestException(new Problem(
                "EM-3064",
                command,
                "it is no number of revisions.",
                "Write -1 to take the last one back, +1 to apply the next one, a revision, base or heads."));
    }

    static MigrationException placeholder(String place) {
        return new MigrationException(new Problem(
                "EM-3066",
                place,
                "its value, condition or comment holds '${', which Liquibase would take for a property of its own.",
                "Use another text, or set it by hand after the upgrade."));
    }

    static Problem indexLeftOut(String place, List<String> kind, boolean unique) {
        return new Problem(
                "EM-3067",
                place,
                "it is an index " + String.join(" and ", kind)
                        + ", which only PostgreSQL has; it is left out on Derby and H2"
                        + (unique ? ", where nothing forbids equal rows then." : "."),
                unique ? "Where the application runs on them, it must see to that itself." : "");
    }

    static Problem noOffset(String place) {
        return new Problem(
                "EM-3068",
                place,
                "Derby has no type with an offset; there the column is a TIMESTAMP, and the offset of a value is lost.",
                "Use Instant or LocalDateTime if the application runs on Derby.");
    }

    static Problem fewerDigits(String place, String type) {
        return new Problem(
                "EM-3069",
                place,
                "Derby holds at most 31 digits; there the column is " + type + ", and refuses greater numbers.",
                "Use a precision of at most 31 if the application runs on Derby.");
    }

    static Problem longText(String place) {
        return new Problem(
                "EM-3070",
                place,
                "Derby holds at most 32672 letters in a VARCHAR; there the column is a CLOB, which no condition can"
                        + " compare.",
                "Use a shorter length if the application runs on Derby.");
    }

    static Problem nativeType(String place, String type) {
        return new Problem(
                "EM-3071",
                place,
                "its type " + type + " is SQL text of the mapping, written as it is for every database.",
                "Check that each database of the application has that type.");
    }

    static Problem tooManyColumns(String table, int columns, List<String> limits) {
        return new Problem(
                "EM-3072",
                table,
                "it has " + columns + " columns, but " + String.join(" and ", limits) + ".",
                "Divide the table if the application runs there.");
    }

    static InvalidRequestException javaInSql(String type) {
        return new InvalidRequestException(new Problem(
                "EM-3106",
                "data step " + type,
                "a changelog in formatted SQL cannot call Java.",
                "Write this revision in YAML, XML or JSON."));
    }

    static EasyModelException unexpected(Throwable cause) {
        return cause instanceof EasyModelException known
                ? known
                : new DatabaseException(
                        List.of(new Problem(
                                "EM-3065",
                                "database",
                                "the migration ended with " + cause.getClass().getName() + ".",
                                "The cause says why.")),
                        cause);
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
