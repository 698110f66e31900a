package org.easymodel.eclipselink;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * The relationships over polymorphic pairs of a unit, by the classes that have them. EclipseLink gets no mappings of them: it
 * would forget the type where it loads many rows at once. Immutable.
 */
final class UnmappedRelationships {

    private final Map<Class<?>, Map<String, UnmappedRelationship>> byClass = new HashMap<>();

    UnmappedRelationships(ModelDescription model) {
        for (PolymorphicDescription pair : model.polymorphic()) {
            List<Class<?>> targets = pair.entities().stream()
                    .<Class<?>>map(name -> model.entity(name).orElseThrow().type())
                    .toList();
            add(model, pair.entity(), pair.attribute(), false, targets);
        }
        for (RelationshipDescription each : model.relationships()) {
            if (each.polymorphic()) {
                Class<?> target = model.entity(each.target()).orElseThrow().type();
                add(model, each.entity(), each.attribute(), each.toMany(), List.of(target));
            }
        }
    }

    private void add(ModelDescription model, String entity, String attribute, boolean toMany, List<Class<?>> targets) {
        EntityDescription holder = model.entity(entity).orElseThrow();
        UnmappedRelationship relationship =
                new UnmappedRelationship(attribute, RelationshipStorage.of(holder, attribute, toMany, targets), toMany);
        for (EntityDescription each : model.entities()) {
            if (model.lineage(each.name()).stream()
                    .anyMatch(above -> above.name().equals(entity))) {
                byClass.computeIfAbsent(each.type(), type -> new TreeMap<>()).put(attribute, relationship);
            }
        }
    }

    Collection<UnmappedRelationship> of(Class<?> entity) {
        return byClass.getOrDefault(entity, Map.of()).values();
    }

    @Nullable
    UnmappedRelationship find(Object entity, String attribute) {
        return byClass.getOrDefault(entity.getClass(), Map.of()).get(attribute);
    }
}
