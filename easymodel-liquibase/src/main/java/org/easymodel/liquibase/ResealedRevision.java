package org.easymodel.liquibase;

import org.easymodel.migrate.Revision;

/**
 * A revision whose changelog was accepted as it is. Immutable.
 *
 * @param revision the revision as it is from now on
 * @param changed whether it was edited at all
 * @param changeSets the number of its change sets
 */
public record ResealedRevision(Revision revision, boolean changed, int changeSets) {

    /** One sentence for a person. */
    public String text() {
        String what = changeSets + (changeSets == 1 ? " change set" : " change sets");
        return (changed ? "Accepted " : "Nothing to accept: unedited is ") + revision.folder() + "/"
                + revision.changelogFile() + " with " + what + ".";
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json("revision", Facts.of(revision), "changed", changed, "changeSets", changeSets);
    }

    @Override
    public String toString() {
        return text();
    }
}
