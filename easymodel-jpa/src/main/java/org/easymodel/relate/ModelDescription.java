package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;

/**
 * All entities of a unit with all their relationships, declared and inferred. Immutable and safe for any number of
 * threads.
 */
public final class ModelDescription {

    private final Map<String, EntityDescription> byName = new TreeMap<>();
    private final Map<Class<?>, EntityDescription> byType = new LinkedHashMap<>();
    private final Map<String, Map<String, RelationshipDescription>> relationships = new TreeMap<>();
    private final Map<String, Map<String, PolymorphicDescription>> polymorphic = new TreeMap<>();
    private final Map<String, List<PolymorphicDescription>> pairs = new HashMap<>();
    private final List<Problem> problems;
    private final List<Problem> warnings;

    /**
     * @param entities the entities, in any order
     * @param relationships both sides of every relationship, in any order
     * @param problems what was asked for and could not be inferred, and why
     * @param warnings what was not asked for and is worth knowing
     */
    public ModelDescription(
            List<EntityDescription> entities,
            List<RelationshipDescription> relationships,
            List<Problem> problems,
            List<Problem> warnings) {
        this(entities, relationships, List.of(), problems, warnings);
    }

    /**
     * @param entities the entities, in any order
     * @param relationships both sides of every relationship, in any order; over a polymorphic pair the other sides only
     * @param polymorphic the relationships over polymorphic pairs, in any order
     * @param problems what was asked for and could not be inferred, and why
     * @param warnings what was not asked for and is worth knowing
     */
    public ModelDescription(
            List<EntityDescription> entities,
            List<RelationshipDescription> relationships,
            List<PolymorphicDescription> polymorphic,
            List<Problem> problems,
            List<Problem> warnings) {
        for (EntityDescription entity : entities) {
            byName.put(entity.name(), entity);
            byType.put(entity.type(), entity);
            this.relationships.put(entity.name(), new TreeMap<>());
            this.polymorphic.put(entity.name(), new TreeMap<>());
        }
        for (PolymorphicDescription each : polymorphic) {
            this.polymorphic.get(each.entity()).put(each.attribute(), each);
        }
        byName.keySet().forEach(name -> pairs.put(name, pairsWithInherited(name)));
        for (RelationshipDescription relationship : relationships) {
            this.relationships.get(relationship.entity()).put(relationship.attribute(), relationship);
        }
        this.problems = sorted(problems);
        this.warnings = sorted(warnings);
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::toString))
                .toList();
    }

    /** The entities, by name. */
    public List<EntityDescription> entities() {
        return List.copyOf(byName.values());
    }

    /** The entity of that name, if there is one. */
    public Optional<EntityDescription> entity(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The entity of that class, if there is one. */
    public Optional<EntityDescription> entity(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The relationships of an entity and of those that it extends, by attribute. */
    public List<RelationshipDescription> relationships(String entity) {
        Map<String, RelationshipDescription> byAttribute = new TreeMap<>();
        lineage(entity).forEach(each -> relationships.get(each.name()).forEach(byAttribute::putIfAbsent));
        return List.copyOf(byAttribute.values());
    }

    /** The relationship of an entity, or of one that it extends, under that attribute, if there is one. */
    public Optional<RelationshipDescription> relationship(String entity, String attribute) {
        return lineage(entity).stream()
                .flatMap(each ->
                        Optional.ofNullable(relationships.get(each.name()).get(attribute)).stream())
                .findFirst();
    }

    /** The relationships over polymorphic pairs of an entity and of those that it extends, by attribute. */
    public List<PolymorphicDescription> polymorphic(String entity) {
        return pairs.getOrDefault(entity, List.of());
    }

    private List<PolymorphicDescription> pairsWithInherited(String entity) {
        Map<String, PolymorphicDescription> byAttribute = new TreeMap<>();
        lineage(entity).forEach(each -> polymorphic.get(each.name()).forEach(byAttribute::putIfAbsent));
        return List.copyOf(byAttribute.values());
    }

    /** The relationship over a polymorphic pair of an entity, or of one that it extends, under that attribute, if there is one. */
    public Optional<PolymorphicDescription> polymorphic(String entity, String attribute) {
        return polymorphic(entity).stream()
                .filter(each -> each.attribute().equals(attribute))
                .findFirst();
    }

    /** The relationships over polymorphic pairs of all entities, by entity and attribute; each at the entity that has the pair. */
    public List<PolymorphicDescription> polymorphic() {
        return polymorphic.values().stream()
                .flatMap(ofEntity -> ofEntity.values().stream())
                .toList();
    }

    /**
     * The entity as which rows of an entity are led to over a polymorphic pair: itself, or the one of the pair's that it extends.
     */
    public Optional<PolymorphicDescription.Target> target(PolymorphicDescription pair, String entity) {
        return lineage(entity).stream()
                .flatMap(each -> pair.target(each.name()).stream())
                .findFirst();
    }

    /**
     * The entity of that name at the end of a polymorphic pair, if it can be there: one of the pair's, or one that extends one.
     * Of the latter, the pair says what it says of the former.
     */
    public Optional<PolymorphicDescription.Target> named(PolymorphicDescription pair, String entity) {
        return target(pair, entity)
                .map(target ->
                        new PolymorphicDescription.Target(entity, target.value(), target.id(), target.inverse()));
    }

    /** An entity with the entities that it extends, nearest first; none if there is no such entity. */
    public List<EntityDescription> lineage(String entity) {
        List<EntityDescription> lineage = new ArrayList<>();
        Optional<EntityDescription> each = entity(entity);
        while (each.isPresent() && !lineage.contains(each.get())) {
            lineage.add(each.get());
            each = each.get().parent().flatMap(this::entity);
        }
        return lineage;
    }

    /** Whether rows of the one entity are rows of the other: they are the same, or one extends the other. */
    public boolean related(String entity, String other) {
        return lineage(entity).stream().anyMatch(each -> each.name().equals(other))
                || lineage(other).stream().anyMatch(each -> each.name().equals(entity));
    }

    /** The relationships of all entities, by entity and attribute; each once, at the entity that has it. */
    public List<RelationshipDescription> relationships() {
        return relationships.values().stream()
                .flatMap(ofEntity -> ofEntity.values().stream())
                .toList();
    }

    /** What was asked for and could not be inferred, each with its remedy; the other relationships are there all the same. */
    public List<Problem> problems() {
        return problems;
    }

    /** What names alone do not decide, and what a name of the other side depends on. Nothing is wrong with the model. */
    public List<Problem> warnings() {
        return warnings;
    }
}
