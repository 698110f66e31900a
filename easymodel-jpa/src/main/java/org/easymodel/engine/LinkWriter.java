package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.easymodel.relate.LinkDescription;

/** Writes the rows of links between two entities, each pair once. */
record LinkWriter(Model model, EntityManager entityManager, BiFunction<Node, String, Object> ids, ZonedDateTime now) {

    /**
     * Writes the pairs that are not there.
     *
     * @return what they hold
     */
    List<Node.Hold> write(List<Node> nodes, LinkPairs pairs) {
        Map<String, Map<LinkPairs.Pair, Node.Hold>> missing = new LinkedHashMap<>();
        for (Node node : nodes) {
            for (Node.Hold hold : node.holders) {
                hold.link().ifPresent(link -> {
                    LinkPairs.Pair pair = pair(link, hold.holder(), node);
                    if (!pairs.has(link, pair)) {
                        missing.computeIfAbsent(link.entity(), entity -> new LinkedHashMap<>())
                                .putIfAbsent(pair, hold);
                    }
                });
            }
        }
        missing.forEach((entity, holds) -> holds.keySet().forEach(pair -> insert(entity, pair)));
        return missing.values().stream()
                .flatMap(holds -> holds.values().stream())
                .toList();
    }

    private LinkPairs.Pair pair(LinkDescription link, Node source, Node target) {
        return LinkPairs.Pair.of(link, id -> ids.apply(source, id), id -> ids.apply(target, id));
    }

    private void insert(String entity, LinkPairs.Pair pair) {
        Object row = model.unit().newInstance(entity);
        pair.keys().forEach((attribute, value) -> model.unit().set(row, attribute, value));
        model.initialValues().fillFresh(row, pair.keys().keySet(), now);
        entityManager.persist(row);
    }
}
