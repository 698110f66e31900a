package org.easymodel.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;

/**
 * Whether revisions and model are sound: one newest revision, none edited or missing, and a model that is what they add
 * up to. Immutable.
 *
 * @param problems what is wrong; none if all is well
 */
public record RevisionCheck(List<Problem> problems) {

    public RevisionCheck {
        problems = List.copyOf(problems);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /**
     * Does nothing if nothing is wrong.
     *
     * @throws MigrationException with all problems, if there are any
     */
    public void requireSound() {
        if (!isSound()) {
            throw Problems.refused(problems);
        }
    }

    /** The problems, one per line; one sentence if there are none. */
    public String text() {
        return isSound()
                ? "The revisions are sound and the model is what they add up to."
                : problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Facts.json("sound", isSound(), "problems", Facts.problems(problems));
    }

    @Override
    public String toString() {
        return text();
    }
}
