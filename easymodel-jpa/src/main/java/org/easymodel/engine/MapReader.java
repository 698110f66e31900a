package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.query.Expression;
import org.easymodel.query.SetChange;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/** Reads nested maps as a graph of rows, and notes everything that is wrong with them. Touches no database. */
final class MapReader {

    private static final int DEEPEST = 64;

    /** What Jakarta Persistence gives a column without a length. */
    private static final int USUAL_LENGTH = 255;

    /** One map may occur in many places, so that a small one can mean more rows than there is memory for. */
    private static final int MOST_ROWS = 100_000;

    private final Model model;
    private final String place;
    private final List<Problem> problems;
    private final Keys keys;
    private final @Nullable ObjectReader objects;
    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private int rows;

    MapReader(Model model, String place, List<Problem> problems) {
        this(model, place, problems, null);
    }

    /**
     * A reader of maps that may hold new entities.
     *
     * @param objects reads those; null if they are refused
     */
    MapReader(Model model, String place, List<Problem> problems, @Nullable ObjectReader objects) {
        this.objects = objects;
        this.model = model;
        this.place = place;
        this.problems = problems;
        this.keys = new Keys(model);
    }

    /** The values of a new row, with all that hangs on it. */
    Node root(String path, EntityDescription entity, Map<?, ?> values) {
        rows = 0;
        return read(new Node(path, entity, Node.Kind.ROOT), values, 0);
    }

    /** The changes of a row. */
    Node changes(String path, EntityDescription entity, Map<?, ?> values) {
        rows = 0;
        return read(new Node(path, entity, Node.Kind.CHANGES), values, 0);
    }

    private Node read(Node node, Map<?, ?> values, int depth) {
        if (depth > DEEPEST) {
            node.unread();
            problems.add(GraphProblems.tooDeep(place, shortened(node.path), DEEPEST));
        } else if (++rows > MOST_ROWS) {
            throw GraphProblems.tooManyRows(place, MOST_ROWS);
        } else if (!around.add(values)) {
            node.unread();
            problems.add(GraphProblems.withinItself(place, shortened(node.path)));
        } else {
            sorted(node, values).forEach((key, value) -> read(node, key, value, values, depth));
            around.remove(values);
        }
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

    private void read(Node node, String key, Object value, Map<?, ?> beside, int depth) {
        Optional<AttributeDescription> attribute = key.indexOf('.') < 0 ? node.entity.attribute(key) : Optional.empty();
        Optional<RelationshipDescription> relationship = model.relationship(node.entity, key);
        Optional<PolymorphicDescription> pair = model.polymorphic(node.entity, key);
        if (attribute.isPresent()) {
            attribute(node, attribute.get(), value);
        } else if (pair.isPresent()) {
            toAny(node, pair.get(), value, beside.get(pair.get().type()), depth);
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
        } else if (node.isChanges() && part.get().isKey()) {
            problems.add(GraphProblems.notChangeable(place, node.pathOf(key)));
        } else if (value == null) {
            boolean needed = part.get() instanceof Part.Embedded embedded
                    && model.anatomy().isRequired(embedded);
            if (node.isChanges() && needed) {
                problems.add(GraphProblems.nullForRequired(place, node.pathOf(key)));
            } else {
                node.values.put(key, null);
            }
        } else {
            new CompoundReader(model, place, problems, node.isChanges())
                    .read(node.pathOf(key), part.get(), value)
                    .ifPresentOrElse(read -> node.values.put(key, read), () -> node.refused.add(key));
        }
    }

    private void attribute(Node node, AttributeDescription attribute, Object value) {
        boolean ours = attribute.role() == Role.VERSION || attribute.role() == Role.UPDATED_AT;
        String path = node.pathOf(attribute.name());
        if (ours && node.isRoot()) {
            problems.add(GraphProblems.filledByUs(place, path));
        } else if (node.isChanges() && !isChangeable(attribute)) {
            problems.add(GraphProblems.notChangeable(place, path));
        } else if (value == null) {
            nothing(node, attribute, ours);
        } else if (value instanceof Expression && node.isChanges()) {
            problems.add(GraphProblems.expressionForOneRow(place, path));
        } else {
            Conversion.to(attribute.type(), value)
                    .ifPresentOrElse(
                            converted -> give(node, attribute, converted, ours),
                            () -> problems.add(
                                    GraphProblems.wrongValue(place, path, attribute.type(), value.getClass())));
        }
    }

    /** The version may stand among changes: it says which state of the row they are about. */
    private static boolean isChangeable(AttributeDescription attribute) {
        return attribute.role() == Role.VERSION || attribute.role() == Role.BASIC && attribute.updatable();
    }

    /** What is filled at every change may be there to say which row is meant; a new row cannot have it. */
    private void give(Node node, AttributeDescription attribute, @Nullable Object value, boolean ours) {
        if (value instanceof String text && isTooLong(attribute, text)) {
            node.refused.add(attribute.name());
            problems.add(GraphProblems.tooLong(place, node.pathOf(attribute.name()), attribute.length()));
            return;
        }
        node.values.put(attribute.name(), value);
        if (ours) {
            node.ofLinkedOnly.add(attribute.name());
        }
    }

    /** The length that nobody stated may not be that of the column. */
    private static boolean isTooLong(AttributeDescription attribute, String text) {
        return attribute.length() > 0
                && attribute.length() != USUAL_LENGTH
                && text.codePointCount(0, text.length()) > attribute.length();
    }

    private void nothing(Node node, AttributeDescription attribute, boolean ours) {
        boolean filled = !node.isChanges() && model.initialValues().has(node.entity.type(), attribute.name());
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
            toNone(node, relationship, path);
            return;
        }
        Optional<Node> child = related(node, path, relationship, value, depth);
        if (child.isEmpty()) {
            problems.add(GraphProblems.noMap(place, path, model.target(relationship), value.getClass()));
        } else if (node.isChanges() && child.get().reached().isEmpty() && isInKey(node.entity, relationship)) {
            problems.add(GraphProblems.notChangeable(place, path));
        } else if (relationship.owner()) {
            node.toOne.put(relationship.attribute(), child.get());
        } else {
            hold(node, relationship, List.of(child.get()));
            replace(node, relationship);
        }
    }

    /** Whether a row keeps what it leads to, since that is a part of its primary key. */
    private boolean isInKey(EntityDescription entity, RelationshipDescription relationship) {
        return model.idRelationships(entity).contains(relationship)
                || relationship.owner()
                        && entity.id().stream()
                                .anyMatch(id -> relationship.attributes().contains(id.name()));
    }

    /** The row that a polymorphic pair leads to: what is given says of which entity it is, or the attribute beside it does. */
    private void toAny(
            Node node, PolymorphicDescription pair, @Nullable Object value, @Nullable Object said, int depth) {
        String path = node.pathOf(pair.attribute());
        if (value == null) {
            toNone(node, pair.toward(pair.targets().get(0)), path);
            return;
        }
        PairValue.of(model, pair, value, said)
                .ifPresentOrElse(
                        given -> {
                            RelationshipDescription toward = pair.toward(given.target());
                            String there = given.named() ? node.pathOf(toward.path()) : path;
                            related(node, there, toward, given.value(), depth)
                                    .ifPresentOrElse(
                                            child -> node.toOne.put(pair.attribute(), child),
                                            () -> problems.add(
                                                    PairProblems.noValueOf(place, path, pair, value.getClass())));
                        },
                        () -> {
                            node.refused.addAll(List.of(pair.type(), pair.key()));
                            problems.add(
                                    value instanceof Map<?, ?>
                                            ? PairProblems.whichEntity(
                                                    place, path, pair, PairValue.meant(model, pair, value, said))
                                            : PairProblems.noValueOf(place, path, pair, value.getClass()));
                        });
    }

    private void toNone(Node node, RelationshipDescription relationship, String path) {
        if (!relationship.owner()) {
            replace(node, relationship);
        } else if (relationship.required()) {
            node.refused.addAll(relationship.attributes());
            node.refused.add(relationship.attribute());
            problems.add(GraphProblems.nullForRequired(place, path));
        } else {
            node.toOne.put(relationship.attribute(), null);
        }
    }

    private static void replace(Node node, RelationshipDescription relationship) {
        if (node.isChanges()) {
            node.replaced.add(relationship.attribute());
        }
    }

    private void toMany(Node node, RelationshipDescription relationship, Object value, int depth) {
        String path = node.pathOf(relationship.attribute());
        EntityDescription target = model.target(relationship);
        if (value instanceof SetChange change) {
            hold(node, relationship, children(path, target, change.added(), depth, Node.Kind.MAP));
            if (!change.removed().isEmpty()) {
                leave(node, relationship, children(path, target, change.removed(), depth, Node.Kind.LEAVING));
            }
        } else if (value instanceof Collection<?> elements) {
            hold(node, relationship, children(path, target, elements, depth, Node.Kind.MAP));
            replace(node, relationship);
        } else {
            problems.add(GraphProblems.noCollection(place, path, target, value));
        }
    }

    private List<Node> children(
            String path, EntityDescription target, Collection<?> elements, int depth, Node.Kind kind) {
        List<Node> children = new ArrayList<>();
        int index = 0;
        for (Object element : elements) {
            String childPath = path + "[" + index + "]";
            Optional<Node> child = element == null ? Optional.empty() : child(childPath, target, element, depth, kind);
            child.ifPresentOrElse(
                    children::add,
                    () -> problems.add(GraphProblems.noMap(
                            place, childPath, target, element == null ? Void.class : element.getClass())));
            index++;
        }
        return children;
    }

    private void leave(Node node, RelationshipDescription relationship, List<Node> leaving) {
        if (!node.isChanges()) {
            problems.add(GraphProblems.removedFromNew(place, node.pathOf(relationship.attribute())));
        }
        leaving.stream()
                .filter(each -> !keys.possible(each))
                .forEach(each -> problems.add(GraphProblems.noKeyToRemove(place, each.path, each.entity)));
        node.leaving.put(relationship.attribute(), leaving);
    }

    private static void hold(Node node, RelationshipDescription relationship, List<Node> children) {
        children.forEach(child -> child.holders.add(new Node.Hold(node, relationship)));
        node.toMany.put(relationship.attribute(), children);
    }

    /** Among changes, a map without a key means the row that is there. */
    private Optional<Node> related(
            Node node, String path, RelationshipDescription relationship, Object value, int depth) {
        EntityDescription target = model.target(relationship);
        if (value instanceof Map<?, ?> map && node.isChanges() && !keys.areNamed(target, given(map))) {
            return Optional.of(read(Node.reached(path, target, node, relationship), map, depth + 1));
        }
        return child(path, target, value, depth, Node.Kind.MAP);
    }

    private static Set<String> given(Map<?, ?> map) {
        Set<String> given = new HashSet<>();
        map.forEach((key, value) -> {
            if (key instanceof String text && value != null) {
                given.add(text);
            }
        });
        return given;
    }

    /** A map is read; an entity stands for its row. */
    Optional<Node> child(String path, EntityDescription target, Object value, int depth, Node.Kind kind) {
        if (value instanceof Map<?, ?> map) {
            return Optional.of(read(new Node(path, target, kind), map, depth + 1));
        }
        if (value instanceof RowKey.Parts key) {
            Node node = new Node(path, target, kind == Node.Kind.MAP ? Node.Kind.ENTITY : kind);
            node.values.putAll(key.values());
            return Optional.of(node);
        }
        if (!target.type().isInstance(value) || target.id().isEmpty()) {
            return Optional.empty();
        }
        if (objects != null && kind == Node.Kind.MAP && objects.isNew(target, value)) {
            return Optional.of(objects.fresh(path, target, value));
        }
        Node node = new Node(path, target, kind == Node.Kind.MAP ? Node.Kind.ENTITY : kind);
        for (AttributeDescription part : target.id()) {
            Object id = model.unit().get(value, part.name());
            if (id == null) {
                problems.add(GraphProblems.newEntityInMap(place, path));
            }
            node.values.put(part.name(), id == null ? value : id);
        }
        return Optional.of(node);
    }
}
