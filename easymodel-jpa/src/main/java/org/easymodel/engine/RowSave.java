package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.NestedMaps;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/** Inserts an entity that has no row, and writes one that has into its row. */
record RowSave<E>(Entities<E> entities) {

    private static final String VERB = "save";

    E run(E given) {
        String place = entities.place(VERB);
        EntityDescription entity = entities.entity();
        if (given == null || !entity.type().isInstance(given)) {
            throw Problems.noEntityGiven(place, entity);
        }
        Optional<Object> known = key(given);
        if (known.isEmpty()) {
            return new RowInsert<>(entities, VERB, NestedMaps.LINK).one(given);
        }
        Object key = known.get();
        boolean generated = entity.id().stream().anyMatch(AttributeDescription::generated);
        if (!generated && !entities.call(VERB, entityManager -> isThere(entityManager, key))) {
            return new RowInsert<>(entities, VERB, NestedMaps.LINK).one(given);
        }
        return new GraphWork<>(entities, VERB, () -> graph(given)).run((entityManager, graph) -> {
            Object row = entityManager.find(entity.type(), key);
            if (row == null) {
                throw RowProblems.goneRow(place, entity);
            }
            refuseStale(given, row);
            graph.roots().get(0).link(row);
            graph.write(entityManager);
            lead(given, row, graph.roots().get(0));
            Object merged = entityManager.merge(given);
            entityManager.flush();
            return entities.again(entityManager, merged, entities.fetch().paths(entities.model(), entity));
        });
    }

    /** The key as the provider takes it, unless a part of it is still to be generated or was never given. */
    private Optional<Object> key(E given) {
        EntityDescription entity = entities.entity();
        boolean open = entity.id().stream()
                .filter(AttributeDescription::generated)
                .anyMatch(id ->
                        entities.unit().get(given, id.name()) instanceof Number number && number.longValue() == 0);
        return open
                ? Optional.empty()
                : RowKey.complete(entities.model(), entity, given)
                        .map(parts -> RowKey.object(entities.model(), entity, parts));
    }

    /** An inferred relationship that was set to another row sets its key, unless the key itself was changed. */
    private void lead(E given, Object row, Node root) {
        Keys keys = new Keys(entities.model());
        root.toOne.forEach((name, target) -> {
            RelationshipDescription relationship = entities.model().leading(root, name);
            Map<String, Object> led = new LinkedHashMap<>();
            relationship
                    .key()
                    .parts()
                    .forEach(part -> led.put(part.attribute(), target == null ? null : keys.idOf(target, part.id())));
            relationship.type().ifPresent(type -> led.put(type.attribute(), type.value()));
            boolean unchanged = led.keySet().stream()
                    .allMatch(attribute -> Likewise.same(
                            entities.unit().get(row, attribute), entities.unit().get(given, attribute)));
            if (unchanged && !led.containsValue(null)) {
                led.forEach((attribute, value) -> {
                    if (!Likewise.same(entities.unit().get(given, attribute), value)) {
                        refuseKey(attribute, name);
                        entities.unit().set(given, attribute, value);
                    }
                });
            }
        });
    }

    private void refuseKey(String attribute, String relationship) {
        if (entities.entity().id().stream().anyMatch(id -> id.name().equals(attribute))) {
            Problems.throwIfAny(List.of(GraphProblems.notChangeable(entities.place(VERB), relationship)));
        }
    }

    private boolean isThere(EntityManager entityManager, Object key) {
        return entityManager.find(entities.entity().type(), key) != null;
    }

    /** The new rows that can be reached from the given entity; its own row is there. */
    private Graph graph(E given) {
        List<Problem> problems = new ArrayList<>();
        Node root = new ObjectReader(entities.model(), entities.place(VERB), problems).known(entities.entity(), given);
        Graph graph = Graph.of(entities.model(), entities.place(VERB), List.of(root), NestedMaps.LINK);
        graph.check(problems);
        return graph;
    }

    private void refuseStale(E given, Object row) {
        Optional<AttributeDescription> version = entities.entity().version();
        if (version.isPresent()) {
            Object read = entities.unit().get(given, version.get().name());
            if (read != null
                    && !Likewise.same(
                            read, entities.unit().get(row, version.get().name()))) {
                throw RowProblems.stale(entities.place(VERB), version.get().name(), entities.entity());
            }
        }
    }
}
