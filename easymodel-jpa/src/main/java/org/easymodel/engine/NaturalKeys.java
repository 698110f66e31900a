package org.easymodel.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.easymodel.failure.Problem;
import org.easymodel.model.NaturalKey;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * The natural keys that entities declare.
 *
 * @param byEntity entity to the names of its key, sorted: attributes, and to-one relationships without an attribute that
 *     holds their key
 */
record NaturalKeys(Map<String, List<String>> byEntity) {

    static NaturalKeys of(ModelDescription model, Anatomy anatomy, List<Problem> problems) {
        Map<String, List<String>> byEntity = new HashMap<>();
        for (EntityDescription entity : model.entities()) {
            Set<String> names = new TreeSet<>();
            for (Part part : anatomy.parts(entity.type())) {
                if (part.declared().has(NaturalKey.class)) {
                    List<String> key = names(part);
                    if (key.isEmpty()) {
                        problems.add(Problems.naturalKeyElsewhere(entity, part.name()));
                    }
                    names.addAll(key);
                }
            }
            byEntity.put(entity.name(), List.copyOf(names));
        }
        return new NaturalKeys(byEntity);
    }

    private static List<String> names(Part part) {
        if (part instanceof Part.Relation relation) {
            RelationshipDescription owned = relation.relationship();
            return !owned.owner()
                    ? List.of()
                    : owned.key().isEmpty()
                            ? List.of(owned.attribute())
                            : owned.key().attributes();
        }
        if (part instanceof Part.Polymorphic over) {
            return List.of(over.pair().type(), over.pair().key());
        }
        return part instanceof Part.Value ? List.of(part.name()) : List.of();
    }

    /** The names of the key; none if the entity declares none. */
    List<String> of(EntityDescription entity) {
        return byEntity.getOrDefault(entity.name(), List.of());
    }
}
