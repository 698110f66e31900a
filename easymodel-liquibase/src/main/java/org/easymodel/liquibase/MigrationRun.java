package org.easymodel.liquibase;

import java.time.Duration;
import java.time.Instant;

/**
 * One time that a database was taken over a revision, as the database tells it. Immutable.
 *
 * @param revision the id of the revision
 * @param folder its folder at that time
 * @param direction which way
 * @param started when the first of its steps began
 * @param took how long its steps took
 * @param steps how many change sets ran
 * @param actor the user of the operating system, and that of the database where it is another
 * @param node the host, if it is known, and the process
 */
public record MigrationRun(
        String revision,
        String folder,
        MigrationOutcome.Direction direction,
        Instant started,
        Duration took,
        int steps,
        String actor,
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
        return verb + " " + started + " by " + actor + " on " + node + " in " + took.toMillis() + " ms";
    }
}
