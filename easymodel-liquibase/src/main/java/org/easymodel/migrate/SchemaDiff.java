package org.easymodel.migrate;

import java.util.List;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.schema.SchemaModel;

/**
 * What leads from one schema to another: changes in the order in which a database takes them, each with its danger, and
 * what stands against them. Immutable.
 *
 * @param changes the changes, in order; complete only if there are no problems
 * @param problems what is refused, each with its remedy; sorted
 */
public record SchemaDiff(List<RatedChange> changes, List<Problem> problems) {

    public SchemaDiff {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** The difference without any hint but the notes of the later schema. */
    public static SchemaDiff between(SchemaModel before, SchemaModel after) {
        return between(before, after, RevisionOptions.none());
    }

    /**
     * The difference between two schemas.
     *
     * <p>A rename is only a rename if a note of the later schema or an option says so. Losses are problems unless the
     * options accept them, and so is everything that this version cannot do exactly.
     *
     * @param before the schema that the database has
     * @param after the schema that it shall have, with its notes
     * @param options what a person adds
     * @throws org.easymodel.failure.InvalidRequestException if an option is not of its form
     */
    public static SchemaDiff between(SchemaModel before, SchemaModel after, RevisionOptions options) {
        return new DiffPlanner(before, after, options).plan();
    }

    /** Whether the schemas are equal. */
    public boolean isEmpty() {
        return changes.isEmpty() && problems.isEmpty();
    }

    /**
     * This difference, if nothing stands against it.
     *
     * @throws MigrationException with all problems, if there are any
     */
    public SchemaDiff requireFeasible() {
        if (!problems.isEmpty()) {
            throw Problems.refused(problems);
        }
        return this;
    }

    /** The changes without their rating. */
    public List<Change> plan() {
        return changes.stream().map(RatedChange::change).toList();
    }
}
