package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.RelationshipDescription;

/** The rows that leave relationships of rows that are changed, and what becomes of them. */
record Departures(Model model, EntityManager entityManager, String place, List<Departure> all) {

    /** Rows that leave one relationship of one row. */
    record Departure(Object holder, RelationshipDescription relationship, List<Object> rows) {}

    /** Who leaves; whoever comes to another row of the graph does not. Notes what cannot be. */
    static Departures of(
            Model model, EntityManager entityManager, String place, List<Problem> problems, List<Node> nodes) {
        Set<Object> staying = Collections.newSetFromMap(new IdentityHashMap<>());
        nodes.stream()
                .filter(node -> node.isLinked() && !node.isLeaving() && !node.holders.isEmpty())
                .forEach(node -> staying.add(node.instance()));
        Departures departures = new Departures(model, entityManager, place, new ArrayList<>());
        for (Node node : nodes) {
            Set<String> names = new TreeSet<>(node.replaced);
            names.addAll(node.leaving.keySet());
            if (node.isLinked()) {
                names.forEach(name -> departures.read(node, name, staying, problems));
            }
        }
        return departures;
    }

    private void read(Node node, String name, Set<Object> staying, List<Problem> problems) {
        RelationshipDescription relationship =
                model.relationship(node.entity, name).orElseThrow();
        boolean whole = node.replaced.contains(name);
        Set<Object> named = Collections.newSetFromMap(new IdentityHashMap<>());
        node.toMany.getOrDefault(name, List.of()).forEach(each -> named.add(each.instance()));
        List<Node> leaving = node.leaving.getOrDefault(name, List.of());
        Set<Object> asked = Collections.newSetFromMap(new IdentityHashMap<>());
        leaving.stream().filter(Node::isLinked).forEach(each -> asked.add(each.instance()));
        List<Object> rows = (whole
                        ? current(node.instance(), relationship)
                        : held(node.instance(), relationship, asked))
                .stream()
                        .filter(row -> !named.contains(row))
                        .filter(row -> relationship.link().isPresent() || !staying.contains(row))
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        all.add(new Departure(node.instance(), relationship, rows));
        Optional<RelationshipDescription> owner = owner(relationship);
        if (owner.isPresent() && !isOrphanRemoval(relationship)) {
            String path = node.pathOf(name);
            if (whole && owner.get().onDelete() != OnDelete.SET_NULL) {
                problems.add(GraphProblems.cannotLeave(place, path, relationship, rows.size()));
            } else if (owner.get().required()) {
                problems.add(GraphProblems.cannotBeWithout(place, path, relationship, rows.size()));
            }
        }
    }

    /** Those of the rows that are in the relationship, as far as that can be told without reading all that are. */
    private List<Object> held(Object holder, RelationshipDescription relationship, Set<Object> asked) {
        if (relationship.link().isPresent()) {
            return List.copyOf(asked);
        }
        KeyDescription key =
                owner(relationship).map(RelationshipDescription::key).orElse(KeyDescription.NONE);
        if (key.isEmpty()) {
            return current(holder, relationship).stream()
                    .filter(asked::contains)
                    .toList();
        }
        return asked.stream()
                .filter(row -> relationship
                        .type()
                        .filter(type -> !type.value().equals(model.unit().get(row, type.attribute())))
                        .isEmpty())
                .filter(row -> key.parts().stream()
                        .allMatch(part -> Likewise.same(
                                model.unit().get(row, part.attribute()),
                                model.unit().get(holder, part.id()))))
                .toList();
    }

    private List<Object> current(Object holder, RelationshipDescription relationship) {
        Object value = relationship.polymorphic()
                ? new Fetched(model, entityManager).related(holder, relationship)
                : model.unit().get(holder, relationship.attribute());
        if (value instanceof Collection<?> several) {
            return new ArrayList<>(several);
        }
        if (value instanceof Map<?, ?> several) {
            return new ArrayList<>(several.values());
        }
        return value == null ? List.of() : List.of(value);
    }

    /** The to-one relationship by which the rows lead to their holder; none over a link or a table of pairs. */
    private Optional<RelationshipDescription> owner(RelationshipDescription relationship) {
        return relationship.link().isPresent()
                ? Optional.empty()
                : model.inverse(relationship)
                        .filter(RelationshipDescription::owner)
                        .filter(inverse -> !inverse.toMany());
    }

    private boolean isOrphanRemoval(RelationshipDescription relationship) {
        return relationship.orphanRemoval()
                || owner(relationship)
                        .filter(RelationshipDescription::orphanRemoval)
                        .isPresent();
    }

    /**
     * Takes the rows out, before anything comes, so that a unique place is free.
     *
     * @return how many there were
     */
    long write() {
        if (all.isEmpty()) {
            return 0;
        }
        long left = 0;
        for (Departure each : all) {
            RelationshipDescription relationship = each.relationship();
            Optional<RelationshipDescription> owner = owner(relationship);
            if (relationship.link().isPresent()) {
                left += delete(each, relationship.link().get());
                continue;
            }
            if (!relationship.inferred() && (owner.isEmpty() || isOrphanRemoval(relationship))) {
                takeOut(each);
            } else if (isOrphanRemoval(relationship)) {
                entityManager.flush();
                EntityDescription target = model.target(relationship);
                new Deletion(model, place).of(target, any(target, each.rows())).apply(entityManager);
            } else {
                GraphWriter writer = new GraphWriter(model, entityManager, place);
                owner.ifPresent(leading -> each.rows().forEach(row -> writer.lead(row, leading, null)));
            }
            left += each.rows().size();
        }
        entityManager.flush();
        return left;
    }

    private long delete(Departure departure, LinkDescription link) {
        Condition condition = Conditions.all(
                holding(link.sourceKey(), departure.holder()), holdingAny(link.targetKey(), departure.rows()));
        return new Deletion(model, place)
                .of(model.entity(link.entity()), condition)
                .apply(entityManager);
    }

    private Condition holdingAny(KeyDescription key, List<Object> rows) {
        if (key.parts().size() == 1) {
            KeyDescription.Part part = key.parts().get(0);
            return Conditions.attribute(part.attribute())
                    .in(rows.stream()
                            .map(row -> model.unit().get(row, part.id()))
                            .toList());
        }
        return Conditions.any(rows.stream().map(row -> holding(key, row)).toList());
    }

    /** That a row holds the key of another one. */
    private Condition holding(KeyDescription key, Object row) {
        return Conditions.all(key.parts().stream()
                .map(part -> Conditions.attribute(part.attribute())
                        .equalTo(model.unit().get(row, part.id())))
                .toList());
    }

    /** Any of these rows, by their keys. */
    private Condition any(EntityDescription entity, List<Object> rows) {
        List<String> id = entity.id().stream().map(AttributeDescription::name).toList();
        if (id.size() == 1) {
            return Conditions.attribute(id.get(0))
                    .in(rows.stream()
                            .map(row -> model.unit().get(row, id.get(0)))
                            .toList());
        }
        return Conditions.any(rows.stream()
                .map(row -> Conditions.all(id.stream()
                        .map(name ->
                                Conditions.attribute(name).equalTo(model.unit().get(row, name)))
                        .toList()))
                .collect(Collectors.toList()));
    }

    /** The provider keeps a declared collection, or removes what is left out of it. */
    private void takeOut(Departure departure) {
        String name = departure.relationship().attribute();
        Object value = model.unit().get(departure.holder(), name);
        Optional<RelationshipDescription> inverse = model.inverse(departure.relationship())
                .filter(other -> departure.relationship().inverse().isPresent() && other.toMany());
        if (inverse.isPresent()) {
            String other = inverse.get().attribute();
            departure.rows().forEach(row -> remove(model.unit().get(row, other), departure.holder()));
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            departure.rows().forEach(row -> remove(value, row));
        } else {
            model.unit().set(departure.holder(), name, null);
        }
    }

    private static void remove(Object container, Object element) {
        if (container instanceof Collection<?> collection) {
            collection.remove(element);
        } else if (container instanceof Map<?, ?> map) {
            map.entrySet().stream()
                    .filter(entry -> entry.getValue() == element)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(map::remove);
        }
    }
}
