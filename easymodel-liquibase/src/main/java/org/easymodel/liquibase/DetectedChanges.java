package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.RatedChange;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Json;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * What the model has that the revisions do not have, or the other way round. Immutable.
 *
 * @param created tables that are new
 * @param modified tables that both have, but not alike; by their present names
 * @param removed tables that are gone
 * @param entities what became of each entity, sorted by name
 * @param changes what a revision would do, in its order
 * @param problems why no revision can be written yet; none if one can
 * @param warnings what a person should know of the model, and of what a revision would leave out or make differently on
 *     some of the databases; they stand in the way of nothing
 */
public record DetectedChanges(
        List<TableName> created,
        List<TableName> modified,
        List<TableName> removed,
        List<EntityChange> entities,
        List<RatedChange> changes,
        List<Problem> problems,
        List<Problem> warnings) {

    public DetectedChanges {
        created = List.copyOf(created);
        modified = List.copyOf(modified);
        removed = List.copyOf(removed);
        entities = List.copyOf(entities);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
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
        List<Problem> warnings = Stream.concat(
                        after.notes().warnings().stream(), Portability.warnings(diff.changes(), after).stream())
                .toList();
        List<EntityChange> entities = EntityChange.of(before, after, diff.changes(), created, removed);
        return new DetectedChanges(created, modified, removed, entities, diff.changes(), diff.problems(), warnings);
    }

    /** Whether the model is what the revisions add up to, whatever the warnings say. */
    public boolean isEmpty() {
        return changes.isEmpty() && problems.isEmpty();
    }

    /** The changes as a table, then the problems; one sentence if there is neither. Then the warnings. */
    public String text() {
        return joined(difference(), warningText());
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Json.pretty(facts());
    }

    Map<String, Object> facts() {
        return Facts.map(
                "created",
                Facts.names(created),
                "modified",
                Facts.names(modified),
                "removed",
                Facts.names(removed),
                "entities",
                entities.stream().map(DetectedChanges::facts).toList(),
                "changes",
                changes.stream().map(Facts::of).toList(),
                "problems",
                Facts.problems(problems),
                "warnings",
                Facts.problems(warnings));
    }

    private static Map<String, Object> facts(EntityChange change) {
        return Facts.map(
                "entity",
                change.entity(),
                "status",
                change.status().toString(),
                "operations",
                change.operations().stream()
                        .map(each -> Facts.map(
                                "operation",
                                each.operation(),
                                "table",
                                each.table().sql(),
                                "column",
                                each.column().map(Identifier::sql).orElse("")))
                        .toList());
    }

    /** The text without the warnings. */
    String difference() {
        if (isEmpty()) {
            return "The model is what the revisions add up to.";
        }
        String refused = problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
        return joined(RatedChange.table(changes), refused);
    }

    /** The warnings, one per line, each marked as one. */
    String warningText() {
        return warnings.stream().map(each -> "warning: " + each).collect(Collectors.joining("\n"));
    }

    static String joined(String first, String second) {
        return first + (first.isEmpty() || second.isEmpty() ? "" : "\n") + second;
    }

    @Override
    public String toString() {
        return text();
    }
}
