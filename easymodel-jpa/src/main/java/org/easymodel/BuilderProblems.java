package org.easymodel;

import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.Problem;

/** What can be wrong with a unit that is said in code. */
final class BuilderProblems {

    private static final String PLACE = "EasyRepositories.builder";

    private BuilderProblems() {}

    static ConfigurationException cannotOpen(List<Problem> problems) {
        return new ConfigurationException(problems, null);
    }

    static Problem severalDatabases(List<String> calls) {
        return new Problem(
                "EM-2222", PLACE, String.join(" and ", calls) + " each say which database it is.", "Keep one of them.");
    }

    static Problem noDatabase() {
        return new Problem(
                "EM-2223",
                PLACE,
                "nothing says which database it is.",
                "Call postgres(..), derby(..), h2(..), memory(), url(..) or dataSource(..), or set EASYMODEL_URL or"
                        + " POSTGRES_HOST in the environment.");
    }

    static Problem doNotGoTogether(String database, String other) {
        return new Problem(
                "EM-2224",
                PLACE,
                database + " and " + other + " do not go together.",
                "Remove " + other + ": "
                        + (database.startsWith("memory")
                                ? "a database in memory has no login."
                                : "a data source has its own pool and login."));
    }

    static Problem noEntities() {
        return new Problem(
                "EM-2225",
                PLACE,
                "the unit has no entities.",
                "Call entities(User.class, ..), or entitiesBeside(User.class) for all that are in one place.");
    }

    static Problem notMapped(Class<?> type) {
        return new Problem(
                "EM-2225",
                PLACE,
                type.getName() + " is no entity: it has no annotation of Jakarta Persistence.",
                "Annotate it with @Entity, or leave it out of entities(..).");
    }

    static Problem saidTwice(String property, String call) {
        return new Problem(
                "EM-2226",
                PLACE,
                "property(\"" + property + "\", ..) says what " + call + " is for.",
                "Use " + call + " alone.");
    }

    static Problem outOfRange(String call, String fact, String remedy) {
        return new Problem("EM-2227", PLACE, call + " " + fact + ".", remedy);
    }

    static Problem noDriver(String call, String kind) {
        return new Problem(
                "EM-2228",
                PLACE,
                "no driver on the class path knows the address of " + call + ", which begins with " + kind + ".",
                "Put the JDBC driver on the class path, or correct the address.");
    }

    static Problem noMemoryDriver() {
        return new Problem(
                "EM-2228",
                PLACE,
                "memory() needs H2 or Derby, and neither driver is on the class path.",
                "Add com.h2database:h2 or org.apache.derby:derby.");
    }

    static DatabaseException noMemory(Throwable cause) {
        return new DatabaseException(
                List.of(new Problem("EM-2228", PLACE, "H2 made no database in memory.", "The cause says why.")), cause);
    }
}
