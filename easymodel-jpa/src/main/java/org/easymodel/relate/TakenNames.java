package org.easymodel.relate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The attribute names that an entity already uses. For one inference and one thread. */
final class TakenNames {

    private final Map<String, Set<String>> names = new HashMap<>();

    TakenNames(List<EntityDescription> entities, List<RelationshipDescription> declared) {
        for (EntityDescription entity : entities) {
            Set<String> ofEntity = new HashSet<>();
            entity.attributes().forEach(attribute -> ofEntity.add(attribute.name()));
            names.put(entity.name(), ofEntity);
        }
        declared.forEach(relationship -> names.get(relationship.entity()).add(relationship.attribute()));
    }

    boolean isTaken(EntityDescription entity, String name) {
        return names.get(entity.name()).contains(name);
    }

    void take(EntityDescription entity, String name) {
        names.get(entity.name()).add(name);
    }

    /** Takes the first of these names that is free. */
    Optional<String> takeFirstFree(EntityDescription entity, String... candidates) {
        Optional<String> free = Stream.of(candidates)
                .filter(candidate -> !isTaken(entity, candidate))
                .findFirst();
        free.ifPresent(name -> take(entity, name));
        return free;
    }
}
