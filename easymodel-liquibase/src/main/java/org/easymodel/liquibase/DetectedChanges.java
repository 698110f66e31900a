package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.RatedChange;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * What the model has that the revisions do not have, or the other way round. Immutable.
 *
 * @param created tables that are new
 * @param modified tables that both have, but not alike; by their present names
 * @param removed tables that are gone
 * @param changes what a revision would do, in its order
 * @param problems why no revision can be written yet; none if one can
 */
public record DetectedChanges(
        List<TableName> created,
        List<TableName> modified,
        List<TableName> removed,
        List<RatedChange> changes,
        List<Problem> problems) {

    public DetectedChanges {
        created = List.copyOf(created);
        modified = List.copyOf(modified);
        removed = List.copyOf(removed);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    static DetectedChanges of(SchemaModel before, SchemaModel after, SchemaDiff diff) {
        List<TableName> created = new ArrayList<>();
        List<TableName> modified = new ArrayList<>();
        for (Table table : after.tables()) {
            if (before.table(table.name()).isEmpty()) {
                created.add(table.name());
            } else if (!before.tables().contains(table)) {
                modified.add(table.name());
            }
        }
        List<TableName> removed = before.tables().stream()
                .map(Table::name)
                .filter(name -> after.table(name).isEmpty())
                .toList();
        return new DetectedChanges(created, modified, removed, diff.changes(), diff.problems());
    }

    /** Whether the model is what the revisions add up to. */
    public boolean isEmpty() {
        return changes.isEmpty() && problems.isEmpty();
    }

    /** The changes as a table, then the problems; one sentence if there is neither. */
    public String text() {
        if (isEmpty()) {
            return "The model is what the revisions add up to.";
        }
        String table = RatedChange.table(changes);
        String refused = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        return table + (table.isEmpty() || refused.isEmpty() ? "" : "\n") + refused;
    }

    @Override
    public String toString() {
        return text();
    }
}
