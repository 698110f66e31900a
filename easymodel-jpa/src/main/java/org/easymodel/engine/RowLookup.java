package org.easymodel.engine;

import jakarta.persistence.EntityManager;
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
import org.easymodel.relate.EntityDescription;

/** Finds the rows of one entity that have one of several keys, in one statement. */
final class RowLookup {

    private static final int KEYS_PER_STATEMENT = 1000;

    private final Model model;
    private final EntityDescription entity;
    private final Map<Keys.Key, Object> rows = new HashMap<>();

    private RowLookup(Model model, EntityDescription entity) {
        this.model = model;
        this.entity = entity;
    }

    static RowLookup of(Model model, EntityManager entityManager, EntityDescription entity, Collection<Keys.Key> keys) {
        RowLookup lookup = new RowLookup(model, entity);
        List<Keys.Key> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
        for (int from = 0; from < distinct.size(); from += KEYS_PER_STATEMENT) {
            lookup.load(entityManager, distinct.subList(from, Math.min(from + KEYS_PER_STATEMENT, distinct.size())));
        }
        return lookup;
    }

    Optional<Object> row(Keys.Key key) {
        return Optional.ofNullable(rows.get(key));
    }

    private void load(EntityManager entityManager, List<Keys.Key> keys) {
        Map<List<String>, List<Keys.Key>> byAttributes = keys.stream()
                .collect(Collectors.groupingBy(Keys.Key::attributes, LinkedHashMap::new, Collectors.toList()));
        Parameters parameters = new Parameters();
        List<String> parts = new ArrayList<>();
        byAttributes.forEach((attributes, several) -> parts.add(part(attributes, several, parameters)));
        var query = entityManager.createQuery(
                "select e from " + entity.name() + " e where " + String.join(" or ", parts), entity.type());
        parameters.applyTo(query);
        model.unit().fetch(query, "e", new AlwaysLoaded(model).with(entity, List.of()));
        for (Object row : query.getResultList()) {
            byAttributes.keySet().forEach(attributes -> rows.put(keyOf(row, attributes), row));
        }
    }

    private static String part(List<String> attributes, List<Keys.Key> keys, Parameters parameters) {
        if (attributes.size() == 1) {
            String attribute = attributes.get(0);
            Set<Object> values = keys.stream()
                    .map(key -> key.values().get(attribute))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return "e." + attribute + " in " + parameters.bind(new ArrayList<>(values));
        }
        return keys.stream()
                .map(key -> attributes.stream()
                        .map(attribute -> "e." + attribute + " = "
                                + parameters.bind(key.values().get(attribute)))
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    private Keys.Key keyOf(Object row, List<String> attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        attributes.forEach(attribute -> values.put(attribute, model.unit().get(row, attribute)));
        return new Keys.Key(values);
    }
}
