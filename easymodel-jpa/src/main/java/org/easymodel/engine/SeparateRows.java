package org.easymodel.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.relate.AttributeDescription;

/** New rows that hold nothing, and lead to nothing but rows that are there and stay as they are. */
final class SeparateRows {

    private SeparateRows() {}

    /** Whether a graph consists of several such rows, and of what they lead to. */
    static boolean are(Model model, List<Node> nodes) {
        return nodes.stream().filter(Node::isRoot).count() > 1 && areAlone(model, nodes);
    }

    /** As {@link #are}, or only one such row. */
    static boolean areAlone(Model model, List<Node> nodes) {
        return nodes.stream()
                .allMatch(node -> node.isRoot() ? isSeparate(node) && !mayBeLedTo(model, node) : isThere(node));
    }

    /** The first of some new rows, and of what they lead to, that is not as it must be to be written alone. */
    static Optional<Node> notAlone(List<Node> nodes) {
        return Stream.concat(
                        nodes.stream().filter(node -> !node.isRoot() && !isThere(node)),
                        nodes.stream().filter(node -> node.isRoot() && !isSeparate(node)))
                .findFirst();
    }

    /** Whether another of the rows may lead to it by its key, without a relationship that says so. */
    private static boolean mayBeLedTo(Model model, Node node) {
        boolean amongThemselves = model.relationships(node.entity).stream()
                .anyMatch(relationship ->
                        relationship.owner() && model.description().related(relationship.target(), node.entity.name()));
        return amongThemselves
                && node.entity
                        .singleId()
                        .filter(AttributeDescription::generated)
                        .filter(id -> node.values.get(id.name()) == null)
                        .filter(id -> node.given() == null || model.unit().get(node.given(), id.name()) == null)
                        .isEmpty();
    }

    private static boolean isThere(Node node) {
        return node.isLinked() && !node.isWritten() && holdsNothing(node);
    }

    private static boolean isSeparate(Node node) {
        return node.row() == node
                && node.state() == Node.State.NEW
                && holdsNothing(node)
                && node.toOne.values().stream().filter(Objects::nonNull).allMatch(Node::isLinked)
                && node.values.values().stream().noneMatch(SeparateRows::isCollection);
    }

    private static boolean holdsNothing(Node node) {
        return node.holders.isEmpty()
                && node.leaving.isEmpty()
                && node.toMany.values().stream().allMatch(List::isEmpty);
    }

    /** Collections of values have tables of their own. */
    private static boolean isCollection(Object value) {
        return value instanceof Compound.Several
                || value instanceof Compound.Keyed
                || value instanceof Compound.Altered;
    }
}
