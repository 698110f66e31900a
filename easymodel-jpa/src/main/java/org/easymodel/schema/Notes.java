package org.easymodel.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.easymodel.failure.Problem;

/**
 * What a schema says to people and to the differ beside tables and sequences; no part of its hash. Each list is sorted.
 * Immutable.
 *
 * @param entities the entities of the model and their tables
 * @param relationships the relationships of the model
 * @param renames the former names that the model gives
 * @param warnings what a person should know about the schema: what is stored in an unusual way, or could not be described
 */
public record Notes(
        List<EntityNote> entities,
        List<RelationshipNote> relationships,
        List<RenameNote> renames,
        List<Problem> warnings) {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::place).thenComparing(Problem::toString);

    /** Sorts the lists. */
    public Notes {
        entities = sorted(entities, Comparator.naturalOrder());
        relationships = sorted(relationships, Comparator.naturalOrder());
        renames = sorted(renames, Comparator.naturalOrder());
        warnings = sorted(warnings, BY_PLACE);
    }

    /** No notes. */
    public static Notes none() {
        return new Notes(List.of(), List.of(), List.of(), List.of());
    }

    /** These notes with other entities. */
    public Notes withEntities(List<EntityNote> newEntities) {
        return new Notes(newEntities, relationships, renames, warnings);
    }

    /** These notes with other relationships. */
    public Notes withRelationships(List<RelationshipNote> newRelationships) {
        return new Notes(entities, newRelationships, renames, warnings);
    }

    /** These notes with other renames. */
    public Notes withRenames(List<RenameNote> newRenames) {
        return new Notes(entities, relationships, newRenames, warnings);
    }

    /** These notes with other warnings. */
    public Notes withWarnings(List<Problem> newWarnings) {
        return new Notes(entities, relationships, renames, newWarnings);
    }

    private static <T> List<T> sorted(List<T> values, Comparator<? super T> order) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(order);
        return List.copyOf(sorted);
    }
}
