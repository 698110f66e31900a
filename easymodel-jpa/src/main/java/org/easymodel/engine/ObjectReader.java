package org.easymodel.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entity with what its relationships reach as a graph of rows. What lies behind an entity that has a row already
 * is not looked at.
 */
final class ObjectReader {

    private static final int LONGEST_PATH = 300;

    private final Model model;
    private final String place;
    private final List<Problem> problems;
    private final Map<Object, Node> nodes = new IdentityHashMap<>();
    private final Deque<Node> open = new ArrayDeque<>();

    ObjectReader(Model model, String place, List<Problem> problems) {
        this.model = model;
        this.place = place;
        this.problems = problems;
    }

    Node root(EntityDescription entity, Object given) {
        return roots(entity, List.of(given), false).get(0);
    }

    /** One of many, each a graph of its own. */
    Node root(String path, EntityDescription entity, Object given) {
        Node node = nodes.computeIfAbsent(given, instance -> started(path, entity, instance));
        descendAll();
        return node;
    }

    /** Whether an entity has no key yet. */
    boolean isNew(EntityDescription entity, Object given) {
        return entity.id().stream()
                .map(part -> model.unit().get(given, part.name()))
                .anyMatch(value -> value == null || entity.singleId().isPresent() && isZero(value));
    }

    /** A new entity that hangs on a row of the graph, with what it reaches. */
    Node fresh(String path, EntityDescription entity, Object given) {
        Node node = nodes.computeIfAbsent(given, instance -> started(path, entity, instance));
        descendAll();
        return node;
    }

    /** Several entities at once, which may lead to each other. */
    List<Node> roots(EntityDescription entity, List<?> given) {
        return roots(entity, given, true);
    }

    private List<Node> roots(EntityDescription entity, List<?> given, boolean numbered) {
        List<Node> roots = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String path = numbered ? "[" + i + "]" : "";
            roots.add(nodes.computeIfAbsent(given.get(i), instance -> started(path, entity, instance)));
        }
        descendAll();
        return roots;
    }

    /** An entity whose row is there already, with the new rows that it leads to or holds. */
    Node known(EntityDescription entity, Object given) {
        Node root = new Node(
                "",
                model.entity(Optional.ofNullable(model.unit().entityName(given)).orElse(entity.name())),
                Node.Kind.ENTITY);
        nodes.put(given, root);
        root.unread();
        descend(root, given);
        descendAll();
        return root;
    }

    private void descendAll() {
        while (!open.isEmpty()) {
            Node node = open.remove();
            descend(node, node.instance());
        }
    }

    private Node started(String path, EntityDescription entity, Object given) {
        String name = model.unit().entityName(given);
        Node root = new Node(path, name == null ? entity : model.entity(name), Node.Kind.ROOT);
        root.given(given);
        open.add(root);
        return root;
    }

    private void descend(Node node, Object given) {
        for (RelationshipDescription relationship : model.relationships(node.entity)) {
            Object value = model.unit().isLoaded(given, relationship.attribute())
                    ? model.unit().get(given, relationship.attribute())
                    : null;
            String path = shortened(node.pathOf(relationship.attribute()));
            if (value instanceof Collection<?> several) {
                several(node, relationship, path, several);
            } else if (value != null && relationship.owner()) {
                node(path, value).ifPresent(target -> node.toOne.put(relationship.attribute(), target));
            } else if (value != null) {
                several(node, relationship, path, List.of(value));
            }
        }
        for (PolymorphicDescription pair : model.polymorphic(node.entity)) {
            if (model.unit().isLoaded(given, pair.attribute())) {
                toAny(node, pair, model.unit().get(given, pair.attribute()));
            }
        }
    }

    private void toAny(Node node, PolymorphicDescription pair, @Nullable Object value) {
        String path = shortened(node.pathOf(pair.attribute()));
        Optional<Node> target = value == null ? Optional.empty() : node(path, value);
        target.ifPresent(each -> {
            if (model.toward(pair, each.entity).isEmpty()) {
                problems.add(PairProblems.noneOf(place, path, pair, each.entity.name()));
            } else {
                node.toOne.put(pair.attribute(), each);
            }
        });
    }

    /** A chain of entities may be of any length. */
    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : "..." + path.substring(path.length() - LONGEST_PATH / 2);
    }

    private void several(Node node, RelationshipDescription relationship, String path, Collection<?> values) {
        List<Node> children = new ArrayList<>();
        int index = 0;
        for (Object value : values) {
            Optional<Node> child = value == null ? Optional.empty() : node(path + "[" + index + "]", value);
            child.ifPresent(each -> {
                each.holders.add(new Node.Hold(node, relationship));
                children.add(each);
            });
            index++;
        }
        node.toMany.put(relationship.attribute(), children);
    }

    private Optional<Node> node(String path, Object given) {
        Node known = nodes.get(given);
        if (known != null) {
            return Optional.of(known);
        }
        String name = model.unit().entityName(given);
        if (name == null) {
            problems.add(GraphProblems.foreignObject(place, path, given.getClass()));
            return Optional.empty();
        }
        Node node = new Node(path, model.entity(name), Node.Kind.ENTITY);
        nodes.put(given, node);
        Optional<AttributeDescription> id = node.entity.singleId();
        if (id.isEmpty()) {
            attributesOfKey(node, given);
        }
        Object value = id.map(each -> model.unit().get(given, each.name())).orElse(null);
        boolean hasRow = value != null && id.orElseThrow().generated() && !isZero(value);
        if (value != null && !isZero(value)) {
            node.values.put(id.orElseThrow().name(), value);
        }
        if (!hasRow) {
            node.given(given);
            open.add(node);
        }
        return Optional.of(node);
    }

    /** A row that is there already is found by its key of several attributes. */
    private void attributesOfKey(Node node, Object given) {
        for (AttributeDescription part : node.entity.id()) {
            Object value = model.unit().get(given, part.name());
            if (value != null) {
                node.values.put(part.name(), value);
            }
        }
    }

    private static boolean isZero(Object value) {
        return value instanceof Number number && number.longValue() == 0;
    }
}
