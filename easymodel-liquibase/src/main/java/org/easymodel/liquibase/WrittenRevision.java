package org.easymodel.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Revision;

/**
 * What became of the wish to write a revision. Immutable.
 *
 * @param revision the new revision; empty if the model has not changed, so that nothing was written
 * @param folder where it lies; empty if nothing was written
 * @param changes what it does, with the warnings
 */
public record WrittenRevision(Optional<Revision> revision, Optional<Path> folder, DetectedChanges changes) {

    /** What a person should know of model and revision; it stood in the way of nothing. */
    public List<Problem> warnings() {
        return changes.warnings();
    }

    /** The folder and the changes; one sentence if nothing was written. */
    public String summary() {
        return folder.map(path -> "Wrote " + path + "\n" + changes.difference())
                .orElse("Nothing was written: the model is what the revisions add up to.");
    }

    /** The summary, then the warnings. */
    public String text() {
        return DetectedChanges.joined(summary(), changes.warningText());
    }

    @Override
    public String toString() {
        return text();
    }
}
