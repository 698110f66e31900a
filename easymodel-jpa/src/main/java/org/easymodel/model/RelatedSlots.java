package org.easymodel.model;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the inferred relationships of an {@link EasyModel}. They are not there but in a class without a mapping,
 * because a mapped class with a field that is not mapped is woven in two ways: with a constructor for the persistence
 * provider, or without it if a unit lists the class. Of two units in one process the second would miss the constructor.
 */
abstract class RelatedSlots extends Timestamped {

    private transient @Nullable Map<String, RelationshipSlot> relationships;

    /** The slot of a relationship, null if it has none yet. */
    @Nullable
    RelationshipSlot slot(String attribute) {
        return relationships == null ? null : relationships.get(attribute);
    }

    /** All slots by name; for the persistence provider's side of this library only. */
    Map<String, RelationshipSlot> relationshipSlots() {
        if (relationships == null) {
            relationships = new HashMap<>();
        }
        return relationships;
    }

    /** What can be asked of a class by name; for the persistence provider's side of this library only. */
    static void tellRelationships(Class<?> entity, Map<String, RelationshipPlace> places) {
        RelatedPlaces.tell(entity, places);
    }
}
