package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.NestedMaps;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/** Inserts rows with what hangs on them, given as entities or as nested maps. */
record RowInsert<E>(Entities<E> entities, String verb, NestedMaps nested) {

    E one(E entity) {
        return work(List.of(entity), false).run((entityManager, graph) -> single(entityManager, graph, List.of()));
    }

    E oneMap(Map<String, ?> values) {
        return mapWork(List.of(values), false)
                .run((entityManager, graph) -> single(entityManager, graph, graph.paths()));
    }

    /** In the order of the input. */
    List<E> all(List<? extends E> given) {
        for (int i = 0; i < given.size(); i++) {
            if (!entities.entity().type().isInstance(given.get(i))) {
                throw RowProblems.wrongElement(place(), i, entities.entity());
            }
        }
        return given.isEmpty()
                ? List.of()
                : work(given, true).run((entityManager, graph) -> several(entityManager, graph, List.of()));
    }

    /** In the order of the input. */
    List<E> allMaps(List<? extends Map<String, ?>> given) {
        return given.isEmpty()
                ? List.of()
                : mapWork(given, true).run((entityManager, graph) -> several(entityManager, graph, graph.paths()));
    }

    /**
     * What came of inserting a row that others may insert too.
     *
     * @param failure why there is none
     */
    record Outcome<E>(Optional<E> row, @Nullable EasyModelException failure) {}

    /** Refuses values that cannot be inserted, without the database. */
    void check(Map<String, ?> values) {
        mapWork(List.of(values), false).reading().get();
    }

    /**
     * Inserts a row that others may insert at the same time. What the database refuses in a transaction of the caller is taken
     * back as far as this call goes.
     *
     * @param joins whether there is such a transaction
     */
    Outcome<E> contested(Map<String, ?> values, boolean joins) {
        if (joins) {
            return mapWork(List.of(values), false).run(this::contested);
        }
        try {
            return new Outcome<>(Optional.of(oneMap(values)), null);
        } catch (ConstraintViolatedException | ConcurrentChangeException e) {
            return new Outcome<>(Optional.empty(), e);
        }
    }

    private Outcome<E> contested(EntityManager entityManager, Graph graph) {
        Savepoint savepoint = new Savepoint("easymodel_race");
        Savepoint.in(entityManager, savepoint::set);
        try {
            E row = single(entityManager, graph, graph.paths(), () -> graph.writeContested(entityManager));
            Savepoint.in(entityManager, savepoint::release);
            return new Outcome<>(Optional.of(row), null);
        } catch (RefusedRow e) {
            entities.unit().clear(entityManager);
            Savepoint.in(entityManager, savepoint::rollBack);
            Savepoint.in(entityManager, savepoint::release);
            return new Outcome<>(Optional.empty(), entities.work().failures().translate(place(), e.refusal()));
        }
    }

    private String place() {
        return entities.place(verb);
    }

    private GraphWork<E> work(List<?> given, boolean numbered) {
        return new GraphWork<>(entities, verb, () -> {
            List<Problem> problems = new ArrayList<>();
            ObjectReader reader = new ObjectReader(entities.model(), place(), problems);
            EntityDescription entity = entities.entity();
            List<Node> roots = numbered ? reader.roots(entity, given) : List.of(reader.root(entity, given.get(0)));
            return checked(roots, problems);
        });
    }

    private GraphWork<E> mapWork(List<? extends Map<String, ?>> given, boolean numbered) {
        return new GraphWork<>(entities, verb, () -> {
            List<Problem> problems = new ArrayList<>();
            MapReader reader = new MapReader(entities.model(), place(), problems);
            List<Node> roots = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                roots.add(reader.root(numbered ? "[" + i + "]" : "", entities.entity(), given.get(i)));
            }
            return checked(roots, problems);
        });
    }

    private Graph checked(List<Node> roots, List<Problem> problems) {
        Graph graph = Graph.of(entities.model(), place(), roots, nested);
        graph.check(problems);
        return graph;
    }

    private E single(EntityManager entityManager, Graph graph, List<String> furtherPaths) {
        return single(entityManager, graph, furtherPaths, () -> graph.write(entityManager));
    }

    private E single(EntityManager entityManager, Graph graph, List<String> furtherPaths, Runnable writing) {
        List<String> paths = entities.fetch().pathsWith(furtherPaths, entities.model(), entities.entity());
        List<RelationshipDescription> empty = graph.certainlyEmpty(paths);
        List<String> needed = paths.stream()
                .filter(path -> empty.stream().noneMatch(relationship -> path.equals(relationship.attribute())))
                .toList();
        writing.run();
        return entities.again(entityManager, graph.rows().get(0), needed, empty);
    }

    @SuppressWarnings("unchecked")
    private List<E> several(EntityManager entityManager, Graph graph, List<String> furtherPaths) {
        List<String> paths = entities.fetch().pathsWith(furtherPaths, entities.model(), entities.entity());
        graph.write(entityManager);
        List<Object> rows = graph.rows();
        List<Map<String, Object>> keys = rows.stream()
                .map(row -> RowKey.ofEntity(entities.model(), place(), entities.entity(), row))
                .toList();
        entities.unit().clear(entityManager);
        Map<Keys.Key, Object> found = new KeyedRows(entities, verb).detached(entityManager, keys, paths);
        return keys.stream().map(key -> (E) found.get(new Keys.Key(key, false))).toList();
    }
}
