package org.easymodel.liquibase;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.migrate.Revision;

/**
 * Some revisions, parents first. Immutable.
 *
 * @param whenEmpty what a person reads if there are none
 * @param revisions the revisions
 */
public record RevisionList(String whenEmpty, List<Revision> revisions) implements Iterable<Revision> {

    public RevisionList {
        revisions = List.copyOf(revisions);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return revisions.isEmpty();
    }

    /** How many there are. */
    public int size() {
        return revisions.size();
    }

    /** The revision at a position, from 0. */
    public Revision get(int position) {
        return revisions.get(position);
    }

    @Override
    public Iterator<Revision> iterator() {
        return revisions.iterator();
    }

    /** One line each: folder and message. */
    public String text() {
        return isEmpty()
                ? whenEmpty
                : revisions.stream().map(Revision::toString).collect(Collectors.joining("\n"));
    }

    /** The revisions as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json("revisions", revisions.stream().map(Facts::of).toList());
    }

    @Override
    public String toString() {
        return text();
    }
}
