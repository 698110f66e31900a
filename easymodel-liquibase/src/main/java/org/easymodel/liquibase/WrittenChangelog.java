package org.easymodel.liquibase;

import java.util.List;

/**
 * A changelog as text, and what must be in it when it is read back. Immutable.
 *
 * @param text the file
 * @param changeSets its change sets, in order
 */
record WrittenChangelog(String text, List<Expected> changeSets) {

    /** What one change set must hold. */
    record Expected(String id, int changes, int rollbacks) {}

    WrittenChangelog {
        changeSets = List.copyOf(changeSets);
    }
}
