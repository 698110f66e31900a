package org.easymodel.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The attribute names that an entity already uses, or one that it extends, or one that extends it. For one inference and one
 * thread.
 */
final class TakenNames {

    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, List<EntityDescription>> families = new HashMap<>();

    TakenNames(List<EntityDescription> entities, List<RelationshipDescription> declared) {
        for (EntityDescription entity : entities) {
            Set<String> ofEntity = new HashSet<>();
            entity.attributes().forEach(attribute -> ofEntity.add(attribute.name()));
            entity.embedded()
                    .forEach(attribute -> ofEntity.add(
                            attribute.name().substring(0, attribute.name().indexOf('.'))));
            names.put(entity.name(), ofEntity);
            families.put(entity.name(), new ArrayList<>());
        }
        declared.forEach(relationship -> names.get(relationship.entity()).add(relationship.attribute()));
        for (EntityDescription entity : entities) {
            lineage(entity, entities).forEach(above -> {
                families.get(entity.name()).add(above);
                if (above != entity) {
                    families.get(above.name()).add(entity);
                }
            });
        }
    }

    private static List<EntityDescription> lineage(EntityDescription entity, List<EntityDescription> entities) {
        List<EntityDescription> lineage = new ArrayList<>();
        Optional<EntityDescription> each = Optional.of(entity);
        while (each.isPresent()) {
            lineage.add(each.get());
            Optional<String> parent = each.get().parent();
            each = entities.stream()
                    .filter(other -> parent.filter(other.name()::equals).isPresent())
                    .filter(other -> !lineage.contains(other))
                    .findFirst();
        }
        return lineage;
    }

    boolean isTaken(EntityDescription entity, String name) {
        return families.get(entity.name()).stream()
                .anyMatch(relative -> names.get(relative.name()).contains(name));
    }

    /** Whether they are the same, or one extends the other. */
    boolean areRelated(EntityDescription entity, EntityDescription other) {
        return families.get(entity.name()).contains(other);
    }

    /** Whether a field or getter of that name is there that could not hold the relationship. */
    static boolean isInTheWay(EntityDescription entity, String name, Class<?> target, boolean toMany) {
        return entity.freeMembers().stream()
                .filter(member -> member.name().equals(name))
                .anyMatch(member -> member.isInTheWay(target, toMany));
    }

    void take(EntityDescription entity, String name) {
        names.get(entity.name()).add(name);
    }

    /** Takes the first of these names that is free, also of fields that could not hold such a relationship. */
    Optional<String> takeFirstFree(EntityDescription entity, Class<?> target, boolean toMany, List<String> candidates) {
        Optional<String> free = candidates.stream()
                .filter(candidate -> !isTaken(entity, candidate) && !isInTheWay(entity, candidate, target, toMany))
                .findFirst();
        free.ifPresent(name -> take(entity, name));
        return free;
    }
}
