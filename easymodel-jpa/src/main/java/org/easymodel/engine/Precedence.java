package org.easymodel.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Which row of a graph has to be in the database before which. Where rows lead to each other in a circle, one of them is
 * inserted without a relationship that may be empty, which is set when all are there.
 */
final class Precedence {

    private final Model model;
    private final String place;
    private final Set<Node> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Node> order = new ArrayList<>();
    private final Map<Node, Set<Node>> postponed = new IdentityHashMap<>();

    Precedence(Model model, String place) {
        this.model = model;
        this.place = place;
    }

    /** All rows, each behind those it leads to. */
    List<Node> order(List<Node> nodes) {
        boolean ordered = false;
        while (!ordered) {
            begun.clear();
            done.clear();
            order.clear();
            ordered = nodes.stream().allMatch(node -> visit(node.row()));
        }
        return List.copyOf(order);
    }

    /** Whether a row leads to another one only when both are there. */
    boolean isPostponed(Node node, Node target) {
        return postponed.getOrDefault(node, Set.of()).contains(target.row());
    }

    /** The rows that lead to others only when all are there. */
    List<Node> postponed() {
        return order.stream().filter(postponed::containsKey).toList();
    }

    /** The relationship by which a held row leads to its holder. */
    Optional<RelationshipDescription> ownerSide(Node.Hold hold) {
        return model.inverse(hold.relationship()).filter(RelationshipDescription::owner);
    }

    /** A step into a row, or back out of it. */
    private record Step(Node node, boolean back) {}

    /** Whether the order still holds; graphs may be deeper than the stack. */
    private boolean visit(Node start) {
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(start, false)));
        while (!open.isEmpty()) {
            Step step = open.pop();
            Node node = step.node();
            if (step.back()) {
                done.add(node);
                order.add(node);
            } else if (!done.contains(node)) {
                if (begun.add(node)) {
                    open.push(new Step(node, true));
                    first(node).stream()
                            .filter(target -> !done.contains(target))
                            .forEach(target -> open.push(new Step(target, false)));
                } else if (!postpone(node, open)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Opens a circle, at its last step if that can be; otherwise the order has to be found anew. */
    private boolean postpone(Node node, Deque<Step> open) {
        Node target = node;
        boolean last = true;
        for (Step step : open) {
            if (step.back()) {
                if (mayWait(step.node(), target)) {
                    postponed
                            .computeIfAbsent(step.node(), key -> Collections.newSetFromMap(new IdentityHashMap<>()))
                            .add(target);
                    return last;
                }
                if (step.node() == node) {
                    break;
                }
                target = step.node();
                last = false;
            }
        }
        throw GraphProblems.circle(place, node.path, node.entity);
    }

    /** What has to be in the database before a row; one that is there waits for nothing. */
    private List<Node> first(Node node) {
        if (node.isLinked()) {
            return List.of();
        }
        List<Node> first = new ArrayList<>();
        leading(node).forEach(each -> first.add(each.target()));
        first.removeIf(target -> isPostponed(node, target));
        Collections.reverse(first);
        return first;
    }

    private boolean mayWait(Node node, Node target) {
        return leading(node).stream()
                .filter(each -> each.target() == target)
                .allMatch(each -> mayBeEmpty(each.relationship()));
    }

    private boolean mayBeEmpty(RelationshipDescription relationship) {
        EntityDescription entity = model.entity(relationship.entity());
        return !relationship.required()
                && relationship.attributes().stream().map(entity::attribute).allMatch(attribute -> attribute
                        .filter(Precedence::mayBeEmpty)
                        .isPresent());
    }

    private static boolean mayBeEmpty(AttributeDescription attribute) {
        return !attribute.required() && attribute.insertable() && attribute.updatable();
    }

    /** A relationship by which a row leads to another. */
    private record Leading(RelationshipDescription relationship, Node target) {}

    private List<Leading> leading(Node node) {
        List<Leading> leading = new ArrayList<>();
        node.toOne.forEach((name, target) -> {
            if (target != null) {
                leading.add(new Leading(model.leading(node, name), target.row()));
            }
        });
        for (Node.Hold hold : node.holders) {
            if (hold.link().isEmpty()) {
                ownerSide(hold)
                        .ifPresent(owner ->
                                leading.add(new Leading(owner, hold.holder().row())));
            }
        }
        return leading;
    }
}
