package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.easymodel.NestedMaps;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each row of a graph whether it is there already. Works from rows whose relationships are known to the
 * others, and asks the database once for each entity and step.
 */
final class Matcher {

    private record Claim(String entity, Keys.Key key) {}

    private final Model model;
    private final EntityManager entityManager;
    private final String place;
    private final List<Problem> problems;
    private final Keys keys;
    private final Likewise likewise;
    private final NestedMaps nested;
    private final Map<Claim, Node> claimed = new HashMap<>();
    private final Map<Object, Node> writing = new IdentityHashMap<>();

    /** What must say the same as its row, which is known once everything is found that it leads to. */
    private final List<Node> agreeing = new ArrayList<>();

    Matcher(Model model, EntityManager entityManager, String place, List<Problem> problems, NestedMaps nested) {
        this.model = model;
        this.entityManager = entityManager;
        this.place = place;
        this.problems = problems;
        this.keys = new Keys(model);
        this.nested = nested;
        this.likewise = new Likewise(model, place, problems);
    }

    void match(List<Node> nodes) {
        List<Node> open = new ArrayList<>();
        for (Node node : nodes) {
            if (node.isLinked()) {
                linked(node);
            } else {
                open.add(node);
            }
        }
        while (!open.isEmpty()) {
            List<Node> ready = open.stream().filter(this::isReady).toList();
            List<Node> step = ready.isEmpty() ? List.copyOf(open) : ready;
            Map<EntityDescription, List<Node>> byEntity = new LinkedHashMap<>();
            step.forEach(node -> byEntity.computeIfAbsent(node.entity, entity -> new ArrayList<>())
                    .add(node));
            byEntity.forEach(this::match);
            Set<Node> done = Collections.newSetFromMap(new IdentityHashMap<>());
            done.addAll(step);
            open.removeIf(done::contains);
        }
        agreeing.forEach(likewise::checkLinked);
    }

    private boolean isReady(Node node) {
        if (node.reached().isEmpty() && !keys.needRelationships(node)) {
            return true;
        }
        return node.reached().filter(hold -> hold.holder().isOpen()).isEmpty()
                && node.toOne.values().stream()
                        .filter(Objects::nonNull)
                        .filter(target -> target.reached().isEmpty())
                        .noneMatch(Node::isOpen)
                && node.holders.stream().filter(hold -> hold.link().isEmpty()).noneMatch(hold -> hold.holder()
                        .isOpen());
    }

    private void match(EntityDescription entity, List<Node> nodes) {
        Map<Node, List<Keys.Key>> keysOf = new LinkedHashMap<>();
        nodes.forEach(node -> keysOf.put(node, keys.of(node)));
        List<Keys.Key> wanted = keysOf.entrySet().stream()
                .filter(entry -> !entry.getKey().isRoot() && !entry.getKey().isChanges())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
        RowLookup lookup = RowLookup.of(model, entityManager, entity, wanted);
        keysOf.forEach((node, own) -> decide(node, own, lookup));
    }

    private void decide(Node node, List<Keys.Key> own, RowLookup lookup) {
        if (node.reached().isPresent()) {
            reach(node, node.reached().get());
            return;
        }
        Set<Object> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        Optional<Keys.Key> natural = Optional.empty();
        for (Keys.Key key : node.isRoot() ? List.<Keys.Key>of() : own) {
            if (key.natural()) {
                natural = Optional.of(key);
            } else {
                rows.addAll(lookup.rows(key));
            }
        }
        List<Object> alike = natural.map(lookup::rows).orElse(List.of());
        if (rows.isEmpty() && alike.size() > 1) {
            problems.add(GraphProblems.ambiguousNaturalKey(place, node.path, node.entity, natural.orElseThrow()));
            node.isNew();
            return;
        }
        if (alike.stream().noneMatch(rows::contains)) {
            rows.addAll(alike);
        }
        if (rows.size() > 1) {
            problems.add(GraphProblems.twoRows(place, node.path, node.entity));
            node.isNew();
        } else if (rows.size() == 1) {
            node.link(rows.iterator().next());
            linked(node);
        } else if (node.isLeaving()) {
            return;
        } else if (meansARow(node)) {
            problems.add(GraphProblems.noLinkedRow(place, node.path, node.entity));
            node.isNew();
        } else {
            claim(node, own);
        }
    }

    /** The row at the other end of a to-one relationship, or a new one. */
    private void reach(Node node, Node.Hold reached) {
        Object holder = reached.holder().isLinked() ? reached.holder().instance() : null;
        Object row = holder == null ? null : related(holder, reached.relationship());
        if (row == null) {
            node.isNew();
            problems.addAll(node.problemsIfNew(model, place));
        } else {
            node.link(row);
            linked(node);
        }
    }

    private @Nullable Object related(Object holder, RelationshipDescription relationship) {
        return relationship.polymorphic()
                ? new Fetched(model, entityManager).related(holder, relationship)
                : model.unit().get(holder, relationship.attribute());
    }

    private void linked(Node node) {
        if (!node.isChanges() && !node.isEntity()) {
            if (nested == NestedMaps.CREATE_ONLY) {
                problems.add(GraphProblems.matchesRow(place, node.path, node.entity));
                return;
            }
            if (nested == NestedMaps.MERGE) {
                node.write();
            }
        }
        if (!node.isWritten()) {
            if (!node.isUnread()) {
                agreeing.add(node);
            }
            return;
        }
        likewise.checkFixed(node);
        Node other = writing.putIfAbsent(node.instance(), node);
        if (other != null) {
            likewise.checkBoth(node, other);
        }
    }

    /** An entity that stands for its row, or a key that only the database gives. */
    private static boolean meansARow(Node node) {
        if (node.isEntity() && node.given() == null) {
            return true;
        }
        return !node.isRoot()
                && node.entity
                        .singleId()
                        .filter(AttributeDescription::generated)
                        .filter(id -> node.values.get(id.name()) != null)
                        .isPresent();
    }

    /** Two maps with one new key mean one new row, but each outermost one is a row of its own. */
    private void claim(Node node, List<Keys.Key> own) {
        Optional<Node> other = own.stream()
                .map(key -> claimed.get(new Claim(node.entity.name(), key)))
                .filter(Objects::nonNull)
                .filter(first -> !node.isRoot() || !first.isRoot())
                .findFirst();
        if (other.isPresent()) {
            node.sameAs(other.get());
            likewise.checkSame(node, other.get());
            return;
        }
        node.isNew();
        own.forEach(key -> claimed.put(new Claim(node.entity.name(), key), node));
        problems.addAll(node.problemsIfNew(model, place));
    }
}
