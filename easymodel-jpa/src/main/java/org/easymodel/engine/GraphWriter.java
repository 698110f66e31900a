package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.TypeValue;
import org.easymodel.spi.PersistentUnit;
import org.jspecify.annotations.Nullable;

/** Writes a graph of rows: first what a row leads to, then the row, then what it holds, at last the links. */
final class GraphWriter {

    private final Model model;
    private final PersistentUnit unit;
    private final EntityManager entityManager;
    private final String place;
    private final Keys keys;
    private final ZonedDateTime now = InitialValues.now();
    private final Set<Node> begun = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Node> order = new ArrayList<>();
    private final Set<Node> pending = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<List<String>, Boolean> circles = new HashMap<>();
    private final List<Node.Hold> came = new ArrayList<>();
    private @Nullable Node contested;
    private final Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());

    GraphWriter(Model model, EntityManager entityManager, String place) {
        this.model = model;
        this.unit = model.unit();
        this.entityManager = entityManager;
        this.place = place;
        this.keys = new Keys(model);
    }

    /** Lets one new row be inserted so that the transaction can go on if the database refuses it. */
    GraphWriter contesting(Node node) {
        contested = node;
        return this;
    }

    /**
     * Writes the rows.
     *
     * @return each hold of a row that its holder did not hold before
     */
    List<Node.Hold> write(List<Node> nodes, LinkPairs pairs) {
        nodes.forEach(node -> visit(node.row()));
        List<Node> fresh =
                order.stream().filter(node -> node.state() == Node.State.NEW).toList();
        if (contested == null && SeparateRows.are(model, nodes)) {
            insertTogether(fresh);
        } else {
            fresh.forEach(this::insert);
        }
        nodes.stream().filter(Node::isWritten).forEach(this::change);
        nodes.forEach(this::hold);
        came.addAll(new LinkWriter(model, entityManager, this::id, now).write(nodes, pairs));
        entityManager.flush();
        return came;
    }

    /** A step into a row, or back out of it. */
    private record Step(Node node, boolean back) {}

    /** Puts rows behind those they lead to. Graphs may be deeper than the stack. */
    private void visit(Node start) {
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(start, false)));
        while (!open.isEmpty()) {
            Step step = open.pop();
            Node node = step.node();
            if (step.back()) {
                done.add(node);
                order.add(node);
            } else if (!done.contains(node)) {
                if (!begun.add(node)) {
                    throw GraphProblems.circle(place, node.path, node.entity);
                }
                open.push(new Step(node, true));
                first(node).stream()
                        .filter(target -> !done.contains(target))
                        .forEach(target -> open.push(new Step(target, false)));
            }
        }
    }

    /** What has to be in the database before a row; one that is there waits for nothing. */
    private List<Node> first(Node node) {
        if (node.isLinked()) {
            return List.of();
        }
        List<Node> first = new ArrayList<>();
        node.toOne.values().stream().filter(Objects::nonNull).map(Node::row).forEach(first::add);
        node.holders.stream()
                .filter(hold -> hold.link().isEmpty() && ownerSide(hold).isPresent())
                .forEach(hold -> first.add(hold.holder().row()));
        Collections.reverse(first);
        return first;
    }

    private void change(Node node) {
        Object row = node.instance();
        node.values.forEach((name, value) -> change(node, name, value));
        node.toOne.forEach((name, target) -> lead(row, model.leading(node, name), target));
        model.beanRules().checkRow(place, node, row);
    }

    private void change(Node node, String name, @Nullable Object value) {
        Object row = node.instance();
        Object current = model.anatomy()
                .part(node.entity.type(), name)
                .map(part -> model.anatomy().get(row, part))
                .orElse(null);
        boolean same = value instanceof Compound compound
                ? current != null && compound.agrees(model.anatomy(), current)
                : Likewise.same(current, value);
        if (!same) {
            unit.set(row, name, Compound.changed(value, model, now, current));
        }
    }

    /** Rows that do not lead to each other. */
    private void insertTogether(List<Node> fresh) {
        List<Object> rows = fresh.stream().map(this::made).toList();
        entityManager.flush();
        if (!unit.insertAllBeside(entityManager, rows)) {
            rows.forEach(entityManager::persist);
        }
        for (int i = 0; i < rows.size(); i++) {
            fresh.get(i).written(rows.get(i));
        }
    }

    private void insert(Node node) {
        if (mustWait(node)) {
            entityManager.flush();
            pending.clear();
        }
        Object row = made(node);
        if (node == contested && contest(node, row)) {
            return;
        }
        entityManager.persist(row);
        node.written(row);
        pending.add(node);
    }

    /** The entity of a new row, with all its values. */
    private Object made(Node node) {
        Object row = node.instance() == null ? unit.newInstance(node.entity.name()) : node.instance();
        node.values.forEach((attribute, value) -> unit.set(row, attribute, Compound.made(value, model, now)));
        node.toOne.forEach((name, target) -> lead(row, model.leading(node, name), target));
        node.holders.stream().distinct().filter(hold -> leadToHolder(row, hold)).forEach(came::add);
        fill(node, row);
        model.beanRules().checkRow(place, node, row);
        return row;
    }

    /** Whether the row could be inserted beside the persistence context, into which it is read then. */
    private boolean contest(Node node, Object row) {
        entityManager.flush();
        pending.clear();
        try {
            if (!unit.insertBeside(entityManager, row)) {
                return false;
            }
        } catch (RuntimeException e) {
            throw new RefusedRow(e);
        }
        node.written(entityManager.find(node.entity.type(), model.anatomy().identifier(row)));
        changeCompounds(node);
        return true;
    }

    /** Collections of values have tables of their own. */
    private void changeCompounds(Node node) {
        node.values.forEach((name, value) -> {
            if (value instanceof Compound) {
                change(node, name, value);
            }
        });
    }

    /**
     * Whether the row leads to one that is not in the database yet, of an entity whose rows may lead back. The provider
     * inserts entity by entity, and where they lead to each other no order of entities is right for all rows.
     */
    private boolean mustWait(Node node) {
        Stream<Node> targets = Stream.concat(
                node.toOne.values().stream().filter(Objects::nonNull),
                node.holders.stream()
                        .filter(hold -> hold.link().isEmpty() && ownerSide(hold).isPresent())
                        .map(Node.Hold::holder));
        return targets.map(Node::row)
                .anyMatch(target -> pending.contains(target)
                        && !target.entity.name().equals(node.entity.name())
                        && circles.computeIfAbsent(
                                List.of(target.entity.name(), node.entity.name()),
                                pair -> model.leadsTo(pair.get(0), pair.get(1))));
    }

    private void fill(Node node, Object row) {
        if (node.instance() == null) {
            Set<String> given = new HashSet<>(keys.suppliedByRelationships(node));
            node.values.forEach((attribute, value) -> {
                if (value != null) {
                    given.add(attribute);
                }
            });
            model.initialValues().fillFresh(row, given, now);
        } else {
            model.initialValues().fill(row, now);
        }
    }

    /** A node that is not the first to stand for its row, or whose row was there before, may be held by somebody new. */
    private void hold(Node node) {
        for (Node.Hold hold : node.holders) {
            if (hold.link().isEmpty()) {
                boolean collected =
                        ownerSide(hold).isEmpty() && hold.relationship().key().isEmpty();
                if (leadToHolder(node.instance(), hold) | (collected && collect(hold, node))) {
                    came.add(hold);
                }
            }
        }
    }

    private boolean leadToHolder(Object row, Node.Hold hold) {
        if (hold.link().isPresent()) {
            return false;
        }
        Optional<RelationshipDescription> owner = ownerSide(hold);
        return owner.isPresent()
                ? lead(row, owner.get(), hold.holder())
                : setKey(row, hold.relationship().key(), hold.holder());
    }

    private Optional<RelationshipDescription> ownerSide(Node.Hold hold) {
        return model.inverse(hold.relationship()).filter(RelationshipDescription::owner);
    }

    /** Lets a row lead to another one, or to none; whether it did not before. */
    boolean lead(Object row, RelationshipDescription relationship, @Nullable Node target) {
        EntityDescription entity = model.entity(relationship.entity());
        boolean writable = relationship.attributes().stream().allMatch(attribute -> entity.attribute(attribute)
                .filter(AttributeDescription::insertable)
                .isPresent());
        boolean changed = writable && setKey(row, relationship.key(), target);
        if (writable && relationship.polymorphic()) {
            changed |= setType(row, entity, relationship.type().orElseThrow(), target);
        }
        if (!relationship.inferred()) {
            Object instance = target == null ? null : target.instance();
            if (!unit.isLoaded(row, relationship.attribute()) || unit.get(row, relationship.attribute()) != instance) {
                unit.set(row, relationship.attribute(), instance);
                changed = true;
            }
        }
        return changed;
    }

    /** A pair that leads nowhere says of no entity that it leads there, where it may say nothing. */
    private boolean setType(Object row, EntityDescription entity, TypeValue type, @Nullable Node target) {
        boolean emptied = target == null
                && !entity.attribute(type.attribute()).orElseThrow().required();
        Object value = emptied ? null : type.value();
        boolean changed = (target != null || emptied) && !Likewise.same(unit.get(row, type.attribute()), value);
        if (changed) {
            unit.set(row, type.attribute(), value);
        }
        return changed;
    }

    private boolean setKey(Object row, KeyDescription key, @Nullable Node target) {
        boolean changed = false;
        for (KeyDescription.Part part : key.parts()) {
            Object id = target == null ? null : id(target, part.id());
            if (!Likewise.same(unit.get(row, part.attribute()), id)) {
                unit.set(row, part.attribute(), id);
                changed = true;
            }
        }
        return changed;
    }

    /** A part of the key of a row; a database that gives keys at insert needs the row first. */
    private Object id(Node node, String attribute) {
        Object id = keys.idOf(node, attribute);
        if (id == null) {
            entityManager.flush();
            id = keys.idOf(node, attribute);
        }
        return id;
    }

    /** A declared collection without a key on the other side is kept by its owner. */
    private boolean collect(Node.Hold hold, Node node) {
        Optional<RelationshipDescription> owner = model.inverse(hold.relationship())
                .filter(inverse -> hold.relationship().inverse().isPresent());
        return owner.isPresent()
                ? add(node.instance(), owner.get().attribute(), hold.holder().instance())
                : add(hold.holder().instance(), hold.relationship().attribute(), node.instance());
    }

    @SuppressWarnings("unchecked")
    private boolean add(Object owner, String attribute, Object element) {
        Object current = unit.get(owner, attribute);
        if (current instanceof Collection<?> collection) {
            return collection.stream().noneMatch(each -> each == element)
                    && ((Collection<Object>) collection).add(element);
        }
        unit.set(owner, attribute, new ArrayList<>(List.of(element)));
        return true;
    }
}
