package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/** Reads nested maps as a graph of rows, and notes everything that is wrong with them. Touches no database. */
final class MapReader {

    private static final int DEEPEST = 64;

    private final Model model;
    private final String place;
    private final List<Problem> problems;

    MapReader(Model model, String place, List<Problem> problems) {
        this.model = model;
        this.place = place;
        this.problems = problems;
    }

    Node root(EntityDescription entity, Map<?, ?> values) {
        return read("", entity, values, 0);
    }

    Node read(String path, EntityDescription entity, Map<?, ?> values, int depth) {
        Node node = new Node(path, entity);
        if (depth > DEEPEST) {
            problems.add(GraphProblems.tooDeep(place, shortened(path), DEEPEST));
            return node;
        }
        sorted(node, values).forEach((key, value) -> read(node, key, value, depth));
        return node;
    }

    private static String shortened(String path) {
        return path.length() > 60 ? path.substring(0, 60) + "..." : path;
    }

    private Map<String, Object> sorted(Node node, Map<?, ?> values) {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key instanceof String text) {
                sorted.put(text, value);
            } else {
                problems.add(GraphProblems.noTextKey(place, node.path));
            }
        });
        return sorted;
    }

    private void read(Node node, String key, Object value, int depth) {
        Optional<AttributeDescription> attribute = node.entity.attribute(key);
        Optional<RelationshipDescription> relationship = model.relationship(node.entity, key);
        if (attribute.isPresent()) {
            attribute(node, attribute.get(), value);
        } else if (relationship.isEmpty()) {
            compound(node, key, value);
        } else if (relationship.get().toMany()) {
            toMany(node, relationship.get(), value, depth);
        } else {
            toOne(node, relationship.get(), value, depth);
        }
    }

    /** An embeddable or a collection of values. */
    private void compound(Node node, String key, @Nullable Object value) {
        Class<?> type = node.entity.type();
        Optional<Part> part = model.anatomy()
                .part(type, key)
                .filter(each -> each instanceof Part.Embedded || each instanceof Part.Elements);
        if (part.isEmpty()) {
            List<String> names = model.anatomy().parts(type).stream()
                    .map(Part::name)
                    .sorted()
                    .toList();
            problems.add(GraphProblems.unknownKey(place, node.pathOf(key), key, node.entity.name(), names));
        } else if (value == null) {
            node.values.put(key, null);
        } else {
            new CompoundReader(model, place, problems)
                    .read(node.pathOf(key), part.get(), value)
                    .ifPresentOrElse(read -> node.values.put(key, read), () -> node.refused.add(key));
        }
    }

    private void attribute(Node node, AttributeDescription attribute, Object value) {
        boolean ours = attribute.role() == Role.VERSION || attribute.role() == Role.UPDATED_AT;
        if (ours && node.isRoot()) {
            problems.add(GraphProblems.filledByUs(place, node.pathOf(attribute.name())));
        } else if (value == null) {
            nothing(node, attribute, ours);
        } else {
            Conversion.to(attribute.type(), value)
                    .ifPresentOrElse(
                            converted -> give(node, attribute, converted, ours),
                            () -> problems.add(GraphProblems.wrongValue(
                                    place, node.pathOf(attribute.name()), attribute.type(), value.getClass())));
        }
    }

    /** What is filled at every change may be there to say which row is meant; a new row cannot have it. */
    private static void give(Node node, AttributeDescription attribute, @Nullable Object value, boolean ours) {
        node.values.put(attribute.name(), value);
        if (ours) {
            node.ofLinkedOnly.add(attribute.name());
        }
    }

    private void nothing(Node node, AttributeDescription attribute, boolean ours) {
        boolean filled = model.initialValues().has(node.entity.type(), attribute.name());
        if (ours || (filled ? !attribute.type().isPrimitive() : !attribute.required())) {
            give(node, attribute, null, ours);
        } else if (!filled && attribute.role() != Role.ID) {
            node.refused.add(attribute.name());
            problems.add(GraphProblems.nullForRequired(place, node.pathOf(attribute.name())));
        }
    }

    private void toOne(Node node, RelationshipDescription relationship, Object value, int depth) {
        String path = node.pathOf(relationship.attribute());
        if (value == null) {
            if (relationship.owner() && relationship.required()) {
                node.refused.addAll(relationship.key().attributes());
                node.refused.add(relationship.attribute());
                problems.add(GraphProblems.nullForRequired(place, path));
            } else if (relationship.owner()) {
                node.toOne.put(relationship.attribute(), null);
            }
            return;
        }
        Optional<Node> child = child(path, model.target(relationship), value, depth);
        if (child.isEmpty()) {
            problems.add(GraphProblems.noMap(place, path, model.target(relationship), value.getClass()));
        } else if (relationship.owner()) {
            node.toOne.put(relationship.attribute(), child.get());
        } else {
            hold(node, relationship, List.of(child.get()));
        }
    }

    private void toMany(Node node, RelationshipDescription relationship, Object value, int depth) {
        String path = node.pathOf(relationship.attribute());
        EntityDescription target = model.target(relationship);
        if (!(value instanceof Collection<?> elements)) {
            problems.add(GraphProblems.noCollection(place, path, target, value));
            return;
        }
        List<Node> children = new ArrayList<>();
        int index = 0;
        for (Object element : elements) {
            String childPath = path + "[" + index + "]";
            Optional<Node> child = element == null ? Optional.empty() : child(childPath, target, element, depth);
            child.ifPresentOrElse(
                    children::add,
                    () -> problems.add(GraphProblems.noMap(
                            place, childPath, target, element == null ? Void.class : element.getClass())));
            index++;
        }
        hold(node, relationship, children);
    }

    private static void hold(Node node, RelationshipDescription relationship, List<Node> children) {
        children.forEach(child -> child.holders.add(new Node.Hold(node, relationship)));
        node.toMany.put(relationship.attribute(), children);
    }

    /** A map is read; an entity stands for its row. */
    Optional<Node> child(String path, EntityDescription target, Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            return Optional.of(read(path, target, map, depth + 1));
        }
        if (!target.type().isInstance(value) || target.singleId().isEmpty()) {
            return Optional.empty();
        }
        Node node = new Node(path, target);
        String idName = target.singleId().get().name();
        Object id = model.unit().get(value, idName);
        if (id == null) {
            problems.add(GraphProblems.newEntityInMap(place, path));
        }
        node.values.put(idName, id == null ? value : id);
        return Optional.of(node);
    }
}
