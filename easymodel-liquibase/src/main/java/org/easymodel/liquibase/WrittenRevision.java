package org.easymodel.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Revision;
import org.easymodel.schema.Json;

/**
 * What became of the wish to write a revision. Immutable.
 *
 * @param revision the new revision; empty if the model has not changed, so that nothing was written
 * @param folder where it lies; empty if nothing was written
 * @param changes what it does, with the warnings
 */
public record WrittenRevision(Optional<Revision> revision, Optional<Path> folder, DetectedChanges changes) {

    static WrittenRevision none(DetectedChanges changes) {
        return new WrittenRevision(Optional.empty(), Optional.empty(), changes);
    }

    /** What a person should know of model and revision; it stood in the way of nothing. */
    public List<Problem> warnings() {
        return changes.warnings();
    }

    /** The folder and the changes; one sentence if nothing was written. */
    public String summary() {
        return folder.map(path -> "Wrote " + path + "\n" + what())
                .orElse("Nothing was written: the model is what the revisions add up to.");
    }

    private String what() {
        if (!changes.isEmpty()) {
            return changes.difference();
        }
        return revision.filter(Revision::isMerge)
                .map(each -> "It joins " + String.join(" and ", each.parents()) + ", and has nothing to do.")
                .orElseGet(() -> "It is empty. Write change sets into "
                        + revision.map(Revision::changelogFile).orElse("")
                        + ", each with its rollback; then accept them with"
                        + " reseal.");
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Json.pretty(facts());
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = Facts.map("written", folder.isPresent());
        revision.ifPresent(each -> facts.put("revision", Facts.of(each)));
        folder.ifPresent(path -> facts.put("folder", path.toString()));
        facts.put("found", changes.facts());
        return facts;
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
