package org.easymodel.engine;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.failure.Problem;
import org.easymodel.relate.RelationshipDescription;

/** Checks that the key of a row is not said twice in different ways: as an attribute, by a relationship, by a holder. */
final class Contradictions {

    private final Model model;
    private final String place;
    private final List<Problem> problems;
    private final Keys keys;
    private final Map<Node, Map<String, Node>> targets = new IdentityHashMap<>();

    Contradictions(Model model, String place, List<Problem> problems) {
        this.model = model;
        this.place = place;
        this.problems = problems;
        this.keys = new Keys(model);
    }

    void check(List<Node> nodes) {
        for (Node node : nodes) {
            node.toOne.forEach((name, target) -> model.relationship(node.entity, name)
                    .flatMap(RelationshipDescription::key)
                    .ifPresent(key -> check(node, name, key, target)));
            node.holders.forEach(hold -> keys.keyOfHolder(hold)
                    .ifPresent(key -> check(node, hold.relationship().attribute(), key, hold.holder())));
        }
    }

    private void check(Node node, String relationship, String key, Node target) {
        if (target == null) {
            if (given(node, key) != null) {
                problems.add(GraphProblems.contradiction(place, node.pathOf(key), relationship));
            }
            return;
        }
        Object given = given(node, key);
        if (given != null && !Likewise.same(given, idOf(target))) {
            problems.add(GraphProblems.contradiction(place, node.pathOf(key), relationship));
            return;
        }
        Node before =
                targets.computeIfAbsent(node.row(), row -> new HashMap<>()).putIfAbsent(key, target.row());
        if (before != null && before != target.row()) {
            problems.add(GraphProblems.contradiction(place, node.pathOf(key), relationship));
        }
    }

    /** The id of a row, also of a new one that is given it. */
    private Object idOf(Node target) {
        Object id = keys.idOf(target);
        return id != null
                ? id
                : target.entity
                        .singleId()
                        .map(each -> target.row().values.get(each.name()))
                        .orElse(null);
    }

    /** What the map or the object says; of a primitive, zero says nothing. */
    private Object given(Node node, String key) {
        Object value = node.values.get(key);
        if (value == null && node.instance() != null && node.state() == Node.State.NEW) {
            value = model.unit().get(node.instance(), key);
        }
        return value instanceof Number number && number.longValue() == 0 ? null : value;
    }
}
