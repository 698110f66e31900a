package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.easymodel.failure.InvalidRequestException;
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
    private final Precedence precedence;
    private final List<Node> holding = new ArrayList<>();
    private final Set<Node> pending = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<List<String>, Boolean> circles = new HashMap<>();
    private final List<Node.Hold> came = new ArrayList<>();
    private @Nullable Node contested;

    GraphWriter(Model model, EntityManager entityManager, String place) {
        this.model = model;
        this.unit = model.unit();
        this.entityManager = entityManager;
        this.place = place;
        this.keys = new Keys(model);
        this.precedence = new Precedence(model, place);
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
        List<Node> fresh = precedence.order(nodes).stream()
                .filter(node -> node.state() == Node.State.NEW)
                .toList();
        if (contested == null && SeparateRows.are(model, nodes)) {
            insertTogether(fresh);
        } else {
            fresh.forEach(this::insert);
            closeCircles();
        }
        nodes.stream().filter(Node::isWritten).forEach(this::change);
        nodes.forEach(this::hold);
        came.addAll(new LinkWriter(model, entityManager, this::id, now).write(nodes, pairs));
        entityManager.flush();
        return came;
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

    /**
     * Inserts rows that do not lead to each other, or changes those that have the same keys, beside the persistence context.
     *
     * @param key the names of the unique key
     * @return false if the provider cannot, or if what is true of a new row need not be of a changed one; nothing was done
     */
    boolean upsert(List<Node> fresh, Set<String> key) {
        List<Object> rows = new ArrayList<>();
        try {
            fresh.forEach(node -> rows.add(made(node)));
        } catch (InvalidRequestException e) {
            return false;
        }
        if (!rows.stream().allMatch(model.beanRules()::isValid)) {
            return false;
        }
        List<Set<String>> written = fresh.stream().map(this::writtenNames).toList();
        written.forEach(names -> names.removeAll(key));
        entityManager.flush();
        return unit.upsertBeside(entityManager, rows, written, key);
    }

    /** Inserts rows that lead to nothing new, and forgets them. */
    void load(List<Node> fresh) {
        List<Object> rows = fresh.stream().map(this::made).toList();
        entityManager.flush();
        if (!unit.loadBeside(entityManager, rows)) {
            throw RowProblems.notLoadable(place, fresh.get(0).entity);
        }
    }

    /** The attributes that a row is given values of, those that relationships give it included. */
    private Set<String> writtenNames(Node node) {
        Set<String> names = new TreeSet<>(node.values.keySet());
        node.toOne.keySet().forEach(name -> {
            RelationshipDescription relationship = model.leading(node, name);
            names.addAll(
                    relationship.attributes().isEmpty()
                            ? List.of(relationship.attribute())
                            : relationship.attributes());
        });
        return names;
    }

    private void insert(Node node) {
        if (mustWait(node)) {
            flushPending();
        }
        Object row = made(node);
        if (node == contested && contest(node, row)) {
            return;
        }
        entityManager.persist(row);
        node.written(row);
        pending.add(node);
        if (!node.toMany.isEmpty()) {
            holding.add(node);
        }
    }

    /** Before the rest: the provider must not meet rows that come later, in collections which the application has filled. */
    private void flushPending() {
        holding.removeIf(node -> newRelationships(node).isEmpty());
        List<Runnable> restore = new ArrayList<>();
        for (Node node : holding) {
            Object row = node.instance();
            for (String name : newRelationships(node)) {
                if (unit.isLoaded(row, name)) {
                    Object value = unit.get(row, name);
                    unit.set(row, name, null);
                    restore.add(() -> unit.set(row, name, value));
                }
            }
        }
        entityManager.flush();
        pending.clear();
        restore.forEach(Runnable::run);
    }

    /** The inferred relationships of a row to others that have no row yet. */
    private List<String> newRelationships(Node node) {
        return node.toMany.entrySet().stream()
                .filter(each ->
                        each.getValue().stream().anyMatch(held -> held.row().state() == Node.State.NEW))
                .map(Map.Entry::getKey)
                .filter(name -> model.relationship(node.entity, name)
                        .filter(RelationshipDescription::inferred)
                        .isPresent())
                .toList();
    }

    /** Not yet: the row that it leads to is not there. What the application set must not count as its will either. */
    private void leadNowhere(Object row, RelationshipDescription relationship) {
        lead(row, relationship, null);
        if (relationship.inferred() && unit.isLoaded(row, relationship.attribute())) {
            unit.set(row, relationship.attribute(), null);
        }
    }

    /** Where rows lead to each other in a circle, all are there now. */
    private void closeCircles() {
        List<Node> rows = precedence.postponed();
        if (rows.isEmpty()) {
            return;
        }
        flushPending();
        for (Node node : rows) {
            node.toOne.forEach((name, target) -> {
                if (target != null && precedence.isPostponed(node, target)) {
                    close(node, model.leading(node, name), target);
                }
            });
            for (Node.Hold hold : new LinkedHashSet<>(node.holders)) {
                if (precedence.isPostponed(node, hold.holder()) && leadToHolder(node.instance(), hold)) {
                    came.add(hold);
                }
            }
        }
    }

    private void close(Node node, RelationshipDescription relationship, Node target) {
        lead(node.instance(), relationship, target);
        if (relationship.inferred()) {
            unit.set(node.instance(), relationship.attribute(), target.row().instance());
        }
    }

    /** The entity of a new row, with all its values. */
    private Object made(Node node) {
        Object row = node.instance() == null ? unit.newInstance(node.entity.name()) : node.instance();
        node.values.forEach((attribute, value) -> unit.set(row, attribute, Compound.made(value, model, now)));
        node.toOne.forEach((name, target) -> {
            if (target != null && precedence.isPostponed(node, target)) {
                leadNowhere(row, model.leading(node, name));
            } else {
                lead(row, model.leading(node, name), target);
            }
        });
        for (Node.Hold hold : new LinkedHashSet<>(node.holders)) {
            if (precedence.isPostponed(node, hold.holder())) {
                precedence.ownerSide(hold).ifPresent(owner -> leadNowhere(row, owner));
            } else if (leadToHolder(row, hold)) {
                came.add(hold);
            }
        }
        gather(node, row);
        fill(node, row);
        model.beanRules().checkRow(place, node, row);
        return row;
    }

    /**
     * A given entity keeps its pairs with other rows itself: where its collections hold an entity that stands for a row, they
     * must hold that row. They are replaced, since the application's own stay as they are.
     */
    private void gather(Node node, Object row) {
        if (node.given() == null) {
            return;
        }
        node.toMany.forEach((name, held) -> {
            boolean keeps = model.relationship(node.entity, name)
                    .filter(relationship -> model.keepsPairs(relationship))
                    .isPresent();
            if (keeps && unit.get(row, name) instanceof Collection<?> given) {
                Set<Object> rows = Collections.newSetFromMap(new IdentityHashMap<>());
                List<Object> ordered = held.stream()
                        .map(Node::instance)
                        .filter(each -> each != null && rows.add(each))
                        .toList();
                if (given.size() != ordered.size() || !rows.containsAll(identical(given))) {
                    unit.set(row, name, sameKind(given, ordered));
                }
            }
        });
    }

    private static Set<Object> identical(Collection<?> collection) {
        Set<Object> elements = Collections.newSetFromMap(new IdentityHashMap<>());
        elements.addAll(collection);
        return elements;
    }

    @SuppressWarnings("unchecked")
    private static Collection<Object> sameKind(Collection<?> given, List<Object> elements) {
        if (given instanceof SortedSet<?> sorted) {
            SortedSet<Object> set = new TreeSet<>((Comparator<Object>) sorted.comparator());
            set.addAll(elements);
            return set;
        }
        return given instanceof Set ? new LinkedHashSet<>(elements) : new ArrayList<>(elements);
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
                        .filter(hold -> hold.link().isEmpty()
                                && precedence.ownerSide(hold).isPresent())
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
                boolean collected = precedence.ownerSide(hold).isEmpty()
                        && hold.relationship().key().isEmpty();
                boolean merged = hold.holder().isUnread() && model.keepsPairs(hold.relationship());
                if (leadToHolder(node.instance(), hold) | (collected && !merged && collect(hold, node))) {
                    came.add(hold);
                }
            }
        }
    }

    private boolean leadToHolder(Object row, Node.Hold hold) {
        if (hold.link().isPresent()) {
            return false;
        }
        Optional<RelationshipDescription> owner = precedence.ownerSide(hold);
        return owner.isPresent()
                ? lead(row, owner.get(), hold.holder())
                : setKey(row, hold.relationship().key(), hold.holder());
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
