package org.easymodel.liquibase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;

/** What can go wrong where a unit is started, or where processes meet or end, with its text. */
final class StartProblems {

    private StartProblems() {}

    static ConfigurationException unknownMode(String unit, String mode) {
        return new ConfigurationException(new Problem(
                "EM-3161",
                place(unit),
                "easymodel.migrate is " + mode + ", which is no way to start.",
                "Write auto, upgrade, check, create or off."));
    }

    static ConfigurationException wrongDuration(String unit, String text) {
        return new ConfigurationException(new Problem(
                "EM-3162",
                place(unit),
                "easymodel.migrate.lock-timeout is " + text + ", which is no length of time.",
                "Write whole seconds, such as 300, or a duration such as PT5M."));
    }

    static Problem behind(String unit, Collection<String> missing) {
        return new Problem(
                "EM-3164",
                place(unit),
                "the database does not have " + String.join(", ", missing) + ".",
                "Run 'mvn easymodel:upgrade' for this database, or start with easymodel.migrate=upgrade.");
    }

    static Problem modelDiffers(String unit, String changes) {
        return new Problem(
                "EM-3165",
                place(unit),
                "its entities differ from the revisions. Run 'mvn compile easymodel:revision -Dmessage=...' and commit"
                        + " what it writes, for:\n"
                        + changes.indent(2).stripTrailing(),
                "");
    }

    static DatabaseException noConnectionWithin(Duration wait, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-3166",
                        "database",
                        "there was no connection within " + wait.toSeconds() + " seconds.",
                        "Check that the database answers, and that the pool has free connections.")),
                cause);
    }

    static ConfigurationException poolTooSmall(Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-3167",
                        "data source",
                        "a migration got one connection, but no second one for its lock.",
                        "Give the pool at least 3 connections: the caller, the lock and the migration each need one.")),
                cause);
    }

    static MigrationException notEmpty(Collection<String> names, int count) {
        return new MigrationException(new Problem(
                "EM-3168",
                "createAll",
                "the database is not empty: it has " + String.join(", ", names)
                        + (count > names.size() ? " and " + (count - names.size()) + " more." : "."),
                "Use an empty database, or revisions and upgrade."));
    }

    static MigrationException notAutomatic(String unit, List<Problem> reasons) {
        List<Problem> all = new ArrayList<>(reasons);
        all.add(new Problem(
                "EM-3170",
                place(unit),
                "easymodel.migrate is auto, which makes no change that needs a decision.",
                "Decide with 'mvn compile easymodel:revision -Dmessage=...' and the options named above, then start"
                        + " again."));
        return new MigrationException(all, null);
    }

    static MigrationException diverged(String unit, Collection<String> heads, MigrationException cause) {
        List<Problem> all = new ArrayList<>(cause.problems());
        all.add(new Problem(
                "EM-3171",
                place(unit),
                "the database has what easymodel.migrate=auto made of the entities, and the committed revisions up to "
                        + String.join(" and ", heads) + " lead elsewhere.",
                "Save what is needed and use an empty database, or commit a revision that leads to what the database"
                        + " has."));
        return new MigrationException(all, cause);
    }

    static MigrationException inUse(String place, int done, int of, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3172",
                        place,
                        "another transaction holds what the step changes.",
                        "Let it end, then upgrade again. " + done + " of " + of + " steps are applied and stay.")),
                cause);
    }

    static MigrationException begunOtherwise(String changeSet, String now) {
        return new MigrationException(new Problem(
                "EM-3173",
                changeSet,
                "a process ended while it ran, and now " + now + ".",
                "Take its file back to what it was and upgrade first, so that what was begun is finished."));
    }

    private static String place(String unit) {
        return "persistence unit '" + unit + "'";
    }
}
