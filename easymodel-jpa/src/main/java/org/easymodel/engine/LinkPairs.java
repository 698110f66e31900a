package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.relate.LinkDescription;

/**
 * The pairs of rows, both in the database, that a graph wants to be linked and that are.
 *
 * @param existing by the entity of the link
 */
record LinkPairs(Map<String, Set<Pair>> existing) {

    /** The key attributes of a link with their values, in the order of the names. */
    record Pair(Map<String, Object> keys) {

        static Pair of(LinkDescription link, Function<String, Object> source, Function<String, Object> target) {
            Map<String, Object> keys = new TreeMap<>();
            link.sourceKey().parts().forEach(part -> keys.put(part.attribute(), source.apply(part.id())));
            link.targetKey().parts().forEach(part -> keys.put(part.attribute(), target.apply(part.id())));
            return new Pair(keys);
        }
    }

    static LinkPairs of(Model model, EntityManager entityManager, List<Node> nodes) {
        Keys keys = new Keys(model);
        Map<String, List<Pair>> possible = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (Node.Hold hold : node.holders) {
                if (hold.holder().isLinked() && node.isLinked()) {
                    hold.link().ifPresent(link -> possible.computeIfAbsent(link.entity(), each -> new ArrayList<>())
                            .add(Pair.of(link, id -> keys.idOf(hold.holder(), id), id -> keys.idOf(node, id))));
                }
            }
        }
        Map<String, Set<Pair>> existing = new LinkedHashMap<>();
        possible.forEach((entity, pairs) -> {
            Set<Pair> found = existing.computeIfAbsent(entity, each -> new LinkedHashSet<>());
            Slices.of(pairs, Slices.KEYS).forEach(some -> read(entityManager, entity, some, found));
        });
        return new LinkPairs(existing);
    }

    private static void read(EntityManager entityManager, String entity, List<Pair> pairs, Set<Pair> found) {
        List<String> attributes = List.copyOf(pairs.get(0).keys().keySet());
        Parameters parameters = new Parameters();
        String conditions = attributes.stream()
                .map(attribute -> "l." + attribute + " in " + parameters.bind(values(pairs, attribute)))
                .collect(Collectors.joining(" and "));
        var query = entityManager.createQuery(
                "select l." + String.join(", l.", attributes) + " from " + entity + " l where " + conditions,
                Object[].class);
        parameters.applyTo(query);
        for (Object[] row : query.getResultList()) {
            Map<String, Object> keys = new TreeMap<>();
            for (int i = 0; i < row.length; i++) {
                keys.put(attributes.get(i), row[i]);
            }
            found.add(new Pair(keys));
        }
    }

    private static List<Object> values(List<Pair> pairs, String attribute) {
        return new ArrayList<>(new LinkedHashSet<>(
                pairs.stream().map(pair -> pair.keys().get(attribute)).toList()));
    }

    boolean has(LinkDescription link, Pair pair) {
        return existing.getOrDefault(link.entity(), Set.of()).contains(pair);
    }

    /** Whether the two rows of a hold over a link are linked. */
    boolean has(Model model, Node.Hold hold, Node node) {
        Keys keys = new Keys(model);
        LinkDescription link = hold.link().orElseThrow();
        return hold.holder().isLinked()
                && node.isLinked()
                && has(link, Pair.of(link, id -> keys.idOf(hold.holder(), id), id -> keys.idOf(node, id)));
    }
}
