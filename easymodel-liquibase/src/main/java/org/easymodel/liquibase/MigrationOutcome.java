package org.easymodel.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.migrate.Revision;

/**
 * What an upgrade or downgrade did. Immutable.
 *
 * @param direction which way it went
 * @param revisions the revisions that were applied or taken back, in the order in which that was done
 * @param steps the number of change sets that ran
 * @param current the newest revisions that the database has now; none for an empty database
 */
public record MigrationOutcome(Direction direction, List<Revision> revisions, int steps, List<Revision> current) {

    /** Which way a migration goes. */
    public enum Direction {
        /** Towards the newest revision. */
        UPGRADE,
        /** Towards the empty database. */
        DOWNGRADE
    }

    public MigrationOutcome {
        revisions = List.copyOf(revisions);
        current = List.copyOf(current);
    }

    /** Whether there was nothing to do. */
    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** A sentence or two for a person. */
    public String text() {
        String now = current.isEmpty()
                ? "before the first revision"
                : "at " + current.stream().map(Revision::folder).collect(Collectors.joining(" and "));
        if (isEmpty()) {
            return "Nothing to do: the database is " + now + ".";
        }
        String verb = direction == Direction.UPGRADE ? "Applied " : "Took back ";
        return verb + revisions.stream().map(Revision::folder).collect(Collectors.joining(", ")) + " in " + steps
                + (steps == 1 ? " step" : " steps") + ". The database is " + now + ".";
    }

    @Override
    public String toString() {
        return text();
    }
}
