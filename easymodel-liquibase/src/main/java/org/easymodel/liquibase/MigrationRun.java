package org.easymodel.liquibase;

import java.time.Duration;
import java.time.Instant;

/**
 * One revision that was applied to a database or taken back: who, when, how long, from where. Immutable.
 *
 * @param revision the id of the revision
 * @param folder its folder
 * @param direction which way it went
 * @param started when its first step began
 * @param took how long its steps took
 * @param steps the number of its steps; fewer than it has if a former run had begun it
 * @param executedBy the user of the operating system
 * @param databaseUser the user of the database
 * @param node the machine and the process
 */
public record MigrationRun(
        String revision,
        String folder,
        MigrationOutcome.Direction direction,
        Instant started,
        Duration took,
        int steps,
        String executedBy,
        String databaseUser,
        String node) {
    /** One line for a person. */
    @Override
    public String toString() {
        String verb =
                switch (direction) {
                    case UPGRADE -> "applied";
                    case DOWNGRADE -> "taken back";
                    case STAMP -> "noted";
                };
        String user = databaseUser.equalsIgnoreCase(executedBy) ? "" : " as " + databaseUser;
        return verb + " " + started + " by " + executedBy + user + " on " + node + " in " + took.toMillis() + " ms";
    }
}
