package org.easymodel.liquibase;

import java.util.List;
import org.easymodel.migrate.ChangelogFormat;

/**
 * A changelog as text, and what must be in it when it is read back. Immutable.
 *
 * @param format its language
 * @param text the file
 * @param changeSets its change sets, in order
 */
record WrittenChangelog(ChangelogFormat format, String text, List<Expected> changeSets) {

    /** What one change set must hold. */
    record Expected(String id, int changes, int rollbacks) {}

    WrittenChangelog {
        changeSets = List.copyOf(changeSets);
    }
}
