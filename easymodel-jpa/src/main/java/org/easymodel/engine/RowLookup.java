package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.jspecify.annotations.Nullable;

/** Finds the rows of one entity that have one of several keys, in one statement. */
final class RowLookup {

    private final Model model;
    private final EntityDescription entity;
    private final LockModeType lock;
    private final Map<Keys.Key, List<Object>> rows = new HashMap<>();

    private RowLookup(Model model, EntityDescription entity, LockModeType lock) {
        this.model = model;
        this.entity = entity;
        this.lock = lock;
    }

    static RowLookup of(Model model, EntityManager entityManager, EntityDescription entity, Collection<Keys.Key> keys) {
        return of(model, entityManager, entity, keys, LockModeType.NONE);
    }

    /**
     * Finds rows.
     *
     * @param lock what the rows are locked with
     */
    static RowLookup of(
            Model model,
            EntityManager entityManager,
            EntityDescription entity,
            Collection<Keys.Key> keys,
            LockModeType lock) {
        RowLookup lookup = new RowLookup(model, entity, lock);
        Slices.of(new LinkedHashSet<>(keys), Slices.KEYS).forEach(some -> lookup.load(entityManager, some));
        return lookup;
    }

    /** The rows with that key; several only where nothing makes the key unique. */
    List<Object> rows(Keys.Key key) {
        return rows.getOrDefault(key, List.of());
    }

    private void load(EntityManager entityManager, List<Keys.Key> keys) {
        Map<List<String>, List<Keys.Key>> byAttributes = keys.stream()
                .collect(Collectors.groupingBy(Keys.Key::attributes, LinkedHashMap::new, Collectors.toList()));
        Parameters parameters = new Parameters();
        List<String> parts = new ArrayList<>();
        byAttributes.forEach((attributes, several) -> parts.add(part(attributes, several, parameters)));
        List<String> relationships = byAttributes.keySet().stream()
                .flatMap(List::stream)
                .filter(name -> entity.attribute(name).isEmpty())
                .distinct()
                .toList();
        var query = entityManager.createQuery(
                "select e from " + entity.name() + " e where " + String.join(" or ", parts), entity.type());
        parameters.applyTo(query);
        if (lock != LockModeType.NONE) {
            query.setLockMode(lock);
        }
        model.unit().fetch(query, "e", new AlwaysLoaded(model).with(entity, relationships));
        for (Object row : query.getResultList()) {
            byAttributes.forEach((attributes, several) ->
                    remember(keyOf(row, attributes, several.get(0).natural()), row));
        }
    }

    private void remember(Keys.Key key, Object row) {
        List<Object> known = rows.computeIfAbsent(key, each -> new ArrayList<>());
        if (known.stream().noneMatch(each -> each == row)) {
            known.add(row);
        }
    }

    private String part(List<String> attributes, List<Keys.Key> keys, Parameters parameters) {
        if (attributes.size() == 1) {
            String attribute = attributes.get(0);
            Set<Object> values = keys.stream()
                    .map(key -> key.values().get(attribute))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return path(attribute) + " in " + parameters.bind(new ArrayList<>(values));
        }
        return keys.stream()
                .map(key -> attributes.stream()
                        .map(attribute -> path(attribute) + " = "
                                + parameters.bind(key.values().get(attribute)))
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    /** An attribute as the statement writes it; of a relationship, the id at its other end. */
    private String path(String name) {
        return "e." + name + targetId(name).map(id -> "." + id.name()).orElse("");
    }

    private Optional<AttributeDescription> targetId(String name) {
        return entity.attribute(name).isPresent()
                ? Optional.empty()
                : model.relationship(entity, name)
                        .flatMap(each -> model.target(each).singleId());
    }

    private Keys.Key keyOf(Object row, List<String> attributes, boolean natural) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute, value(row, attribute)));
        return new Keys.Key(values, natural);
    }

    private @Nullable Object value(Object row, String name) {
        Object value = model.unit().get(row, name);
        Optional<AttributeDescription> id = targetId(name);
        return value == null || id.isEmpty()
                ? value
                : model.unit().get(value, id.get().name());
    }
}
