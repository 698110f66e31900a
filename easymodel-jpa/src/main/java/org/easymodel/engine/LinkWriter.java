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
import java.util.function.Function;
import org.easymodel.relate.LinkDescription;

/** Writes the rows of links between two entities, each pair once. */
record LinkWriter(Model model, EntityManager entityManager, Function<Node, Object> ids, ZonedDateTime now) {

    /** Two key attributes of a link with their values, in the order of the names. */
    private record Pair(Map<String, Object> keys) {

        static Pair of(LinkDescription link, Object source, Object target) {
            Map<String, Object> keys = new TreeMap<>();
            keys.put(link.sourceKey(), source);
            keys.put(link.targetKey(), target);
            return new Pair(keys);
        }
    }

    void write(List<Node> nodes) {
        Map<String, Set<Pair>> wanted = new LinkedHashMap<>();
        Map<String, Set<Pair>> possible = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (Node.Hold hold : node.holders) {
                hold.link().ifPresent(link -> {
                    Pair pair = Pair.of(link, ids.apply(hold.holder()), ids.apply(node));
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
        String first = attributes.get(0);
        String second = attributes.get(1);
        var query = entityManager.createQuery(
                "select l." + first + ", l." + second + " from " + entity + " l where l." + first + " in :first and l."
                        + second + " in :second",
                Object[].class);
        query.setParameter("first", values(pairs, first));
        query.setParameter("second", values(pairs, second));
        Set<Pair> existing = new LinkedHashSet<>();
        for (Object[] row : query.getResultList()) {
            existing.add(new Pair(new TreeMap<>(Map.of(first, row[0], second, row[1]))));
        }
        return existing;
    }

    private static List<Object> values(Set<Pair> pairs, String attribute) {
        return new ArrayList<>(new LinkedHashSet<>(
                pairs.stream().map(pair -> pair.keys().get(attribute)).toList()));
    }
}
