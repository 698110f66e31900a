package org.easymodel.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.schema.Json;
import org.easymodel.schema.TableName;

/**
 * A database that is under revisions from now on, without having been touched. Immutable.
 *
 * @param written the first revision, which says what is there; the database is noted to have it
 * @param next what the model has beyond that: the next revision
 * @param others tables that the model does not have; they were left out and will be left alone
 */
public record AdoptedSchema(WrittenRevision written, DetectedChanges next, List<TableName> others) {

    public AdoptedSchema {
        others = List.copyOf(others);
    }

    /** What was written, what was left out and what is to come. */
    public String text() {
        String left = others.isEmpty()
                ? ""
                : "\nLeft alone, since the model does not have them: "
                        + others.stream().map(TableName::sql).collect(Collectors.joining(", ")) + ".";
        String coming = next.isEmpty()
                ? "\nThe model is what the database has."
                : "\nThe model has more; write a revision for:\n" + next.difference();
        return written.summary() + "\nNothing was changed in the database; it is noted to have this revision." + left
                + coming;
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Json.pretty(Facts.map(
                "revision",
                written.revision().map(Facts::of).orElseThrow(),
                "next",
                next.facts(),
                "others",
                Facts.names(others)));
    }

    @Override
    public String toString() {
        return text();
    }
}
