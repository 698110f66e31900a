package org.easymodel.liquibase;

import java.nio.file.Path;
import java.util.Optional;
import org.easymodel.migrate.Revision;

/**
 * What became of the wish to write a revision. Immutable.
 *
 * @param revision the new revision; empty if the model has not changed, so that nothing was written
 * @param folder where it lies; empty if nothing was written
 * @param changes what it does
 */
public record WrittenRevision(Optional<Revision> revision, Optional<Path> folder, DetectedChanges changes) {

    /** The folder and the changes; one sentence if nothing was written. */
    public String text() {
        return folder.map(path -> "Wrote " + path + "\n" + changes.text())
                .orElse("Nothing was written: the model is what the revisions add up to.");
    }

    @Override
    public String toString() {
        return text();
    }
}
