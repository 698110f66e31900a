package org.easymodel.liquibase;

import java.util.List;
import java.util.Locale;
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
        DOWNGRADE,
        /** Nowhere: only the history was told. */
        STAMP
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
        String folders = revisions.stream().map(Revision::folder).collect(Collectors.joining(", "));
        if (direction == Direction.STAMP) {
            return "Noted " + folders + " without running anything. The database is " + now + ".";
        }
        String verb = direction == Direction.UPGRADE ? "Applied " : "Took back ";
        return verb + folders + " in " + steps + (steps == 1 ? " step" : " steps") + ". The database is " + now + ".";
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json(
                "direction",
                direction.name().toLowerCase(Locale.ROOT),
                "revisions",
                revisions.stream().map(Facts::of).toList(),
                "steps",
                steps,
                "current",
                current.stream().map(Facts::of).toList());
    }

    @Override
    public String toString() {
        return text();
    }
}
