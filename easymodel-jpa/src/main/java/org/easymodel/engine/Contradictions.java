package org.easymodel.engine;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.failure.Problem;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.TypeValue;
import org.jspecify.annotations.Nullable;

/** Checks that the key of a row is not said twice in different ways: as an attribute, by a relationship, by a holder. */
final class Contradictions {

    private final Model model;
    private final String place;
    private final List<Problem> problems;
    private final Keys keys;
    private final Map<Node, Map<String, Holding>> targets = new IdentityHashMap<>();
    private final Map<Node, Map<String, Object>> types = new IdentityHashMap<>();

    Contradictions(Model model, String place, List<Problem> problems) {
        this.model = model;
        this.place = place;
        this.problems = problems;
        this.keys = new Keys(model);
    }

    /** As far as the keys of both are given, so that it takes no database. */
    void checkGiven(Node node) {
        node.toOne.forEach((name, target) -> {
            RelationshipDescription relationship = model.leading(node, name);
            relationship.key().parts().forEach(part -> {
                Object key = node.values.get(part.attribute());
                Object id = target == null ? null : target.values.get(part.id());
                if (key != null && (target == null || id != null && !Likewise.same(key, id))) {
                    problems.add(GraphProblems.contradiction(place, node.pathOf(part.attribute()), name));
                }
            });
            relationship.type().filter(type -> target != null).ifPresent(type -> {
                Object said = node.values.get(type.attribute());
                if (said != null && !said.equals(type.value())) {
                    problems.add(GraphProblems.contradiction(place, node.pathOf(type.attribute()), name));
                }
            });
        });
    }

    void check(List<Node> nodes) {
        for (Node node : nodes) {
            node.toOne.forEach(
                    (name, target) -> keys.key(node, name).parts().forEach(part -> check(node, name, part, target)));
            node.holders.forEach(hold -> keys.keyOfHolder(hold)
                    .parts()
                    .forEach(part -> check(node, hold.relationship().attribute(), part, hold.holder())));
            node.toOne.forEach((name, target) -> model.leading(node, name)
                    .type()
                    .filter(type -> target != null)
                    .ifPresent(type -> check(node, name, type)));
            node.holders.forEach(hold -> hold.relationship()
                    .type()
                    .ifPresent(type -> check(node, hold.relationship().attribute(), type)));
        }
    }

    /** Rows of two entities may have one key; then it is the type that tells who holds a row. */
    private void check(Node node, String relationship, TypeValue type) {
        Object given = given(node, type.attribute());
        Object before =
                types.computeIfAbsent(node.row(), row -> new HashMap<>()).putIfAbsent(type.attribute(), type.value());
        boolean said = given != null && !given.equals(type.value());
        if (said || before != null && !before.equals(type.value())) {
            problems.add(GraphProblems.contradiction(place, node.pathOf(type.attribute()), relationship));
        }
    }

    private void check(Node node, String relationship, KeyDescription.Part part, Node target) {
        String key = part.attribute();
        if (target == null) {
            if (given(node, key) != null) {
                problems.add(GraphProblems.contradiction(place, node.pathOf(key), relationship));
            }
            return;
        }
        Object given = given(node, key);
        if (given != null && !Likewise.same(given, idOf(target, part.id()))) {
            problems.add(GraphProblems.contradiction(place, node.pathOf(key), relationship));
            return;
        }
        Holding holding = new Holding(target.row(), part.id());
        Holding before =
                targets.computeIfAbsent(node.row(), row -> new HashMap<>()).putIfAbsent(key, holding);
        if (before != null && !same(before, holding)) {
            problems.add(GraphProblems.contradiction(place, node.pathOf(key), relationship));
        }
    }

    /** What an attribute holds: a part of the key of a row. */
    private record Holding(Node row, String id) {}

    /** An attribute may be in the keys of two entities, as an order's number is in that of its line. */
    private boolean same(Holding one, Holding other) {
        if (one.row() == other.row()) {
            return one.id().equals(other.id());
        }
        Object left = idOf(one.row(), one.id());
        return left != null && Likewise.same(left, idOf(other.row(), other.id()));
    }

    /** A part of the id of a row, also of a new one that is given it. */
    private @Nullable Object idOf(Node target, String attribute) {
        Object id = keys.idOf(target, attribute);
        return id != null ? id : given(target.row(), attribute);
    }

    /** What the map or the object says; of a primitive, zero says nothing. */
    private @Nullable Object given(Node node, String key) {
        Object value = node.values.get(key);
        if (value == null && node.instance() != null && node.state() == Node.State.NEW) {
            value = model.unit().get(node.instance(), key);
        }
        return value instanceof Number number && number.longValue() == 0 ? null : value;
    }
}
