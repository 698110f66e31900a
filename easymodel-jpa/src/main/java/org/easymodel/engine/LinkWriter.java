package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.relate.LinkDescription;

/** Writes the rows of links between two entities, each pair once. */
record LinkWriter(Model model, EntityManager entityManager, BiFunction<Node, String, Object> ids, ZonedDateTime now) {

    /** The key attributes of a link with their values, in the order of the names. */
    private record Pair(Map<String, Object> keys) {

        static Pair of(LinkDescription link, Function<String, Object> source, Function<String, Object> target) {
            Map<String, Object> keys = new TreeMap<>();
            link.sourceKey().parts().forEach(part -> keys.put(part.attribute(), source.apply(part.id())));
            link.targetKey().parts().forEach(part -> keys.put(part.attribute(), target.apply(part.id())));
            return new Pair(keys);
        }
    }

    void write(List<Node> nodes) {
        Map<String, Set<Pair>> wanted = new LinkedHashMap<>();
        Map<String, Set<Pair>> possible = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (Node.Hold hold : node.holders) {
                hold.link().ifPresent(link -> {
                    Pair pair = Pair.of(link, id -> ids.apply(hold.holder(), id), id -> ids.apply(node, id));
                    wanted.computeIfAbsent(link.entity(), entity -> new LinkedHashSet<>())
                            .add(pair);
                    if (hold.holder().isLinked() && node.isLinked()) {
                        possible.computeIfAbsent(link.entity(), entity -> new LinkedHashSet<>())
                                .add(pair);
                    }
                });
            }
        }
        possible.forEach((entity, pairs) -> wanted.get(entity).removeAll(existing(entity, pairs)));
        wanted.forEach((entity, pairs) -> pairs.forEach(pair -> insert(entity, pair)));
    }

    private void insert(String entity, Pair pair) {
        Object row = model.unit().newInstance(entity);
        pair.keys().forEach((attribute, value) -> model.unit().set(row, attribute, value));
        model.initialValues().fillFresh(row, pair.keys().keySet(), now);
        entityManager.persist(row);
    }

    private Set<Pair> existing(String entity, Set<Pair> pairs) {
        List<String> attributes = List.copyOf(pairs.iterator().next().keys().keySet());
        Parameters parameters = new Parameters();
        String conditions = attributes.stream()
                .map(attribute -> "l." + attribute + " in " + parameters.bind(values(pairs, attribute)))
                .collect(Collectors.joining(" and "));
        var query = entityManager.createQuery(
                "select l." + String.join(", l.", attributes) + " from " + entity + " l where " + conditions,
                Object[].class);
        parameters.applyTo(query);
        Set<Pair> existing = new LinkedHashSet<>();
        for (Object[] row : query.getResultList()) {
            Map<String, Object> keys = new TreeMap<>();
            for (int i = 0; i < row.length; i++) {
                keys.put(attributes.get(i), row[i]);
            }
            existing.add(new Pair(keys));
        }
        return existing;
    }

    private static List<Object> values(Set<Pair> pairs, String attribute) {
        return new ArrayList<>(new LinkedHashSet<>(
                pairs.stream().map(pair -> pair.keys().get(attribute)).toList()));
    }
}
