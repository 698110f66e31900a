package org.easymodel.engine;

import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.easymodel.NestedMaps;
import org.easymodel.failure.Problem;
import org.easymodel.query.Condition;
import org.easymodel.relate.EntityDescription;

/** Changes rows through their managed entities, so that callbacks run and the version moves. */
record RowUpdate<E>(Entities<E> entities, String verb, NestedMaps nested) {

    /** Changes one row with what hangs on it. */
    E run(Object id, Map<String, ?> changes) {
        return run(id, changes, false);
    }

    /** Refuses changes that cannot be made, without the database. */
    void check(Map<String, ?> changes) {
        graph(List.of(changes), false);
    }

    /**
     * Changes one row as it is at the moment, whoever changed it before: again where somebody was faster, and in a transaction
     * of the caller, which cannot be repeated, with a lock on the row.
     */
    E runOnLatest(Object id, Map<String, ?> changes) {
        return run(id, changes, true);
    }

    private E run(Object id, Map<String, ?> changes, boolean onLatest) {
        String place = entities.place(verb);
        EntityDescription entity = entities.entity();
        Map<String, Object> parts = RowKey.parts(entities.model(), place, entity, id);
        Object key = RowKey.object(entities.model(), entity, parts);
        Map<String, ?> without = withoutKey(changes, parts);
        GraphWork<E> work = new GraphWork<>(entities, verb, () -> graph(List.of(without), false));
        boolean locking = onLatest && entities.work().joins();
        return (onLatest ? work.commuting() : work).run((entityManager, graph) -> {
            Object row = locking
                    ? entityManager.find(entity.type(), key, LockModeType.PESSIMISTIC_WRITE)
                    : entityManager.find(entity.type(), key);
            if (row == null) {
                throw Problems.noRowToUpdate(place, entity);
            }
            graph.roots().get(0).link(row);
            graph.write(entityManager);
            List<String> paths = entities.fetch().pathsWith(graph.paths(), entities.model(), entity);
            return entities.again(entityManager, row, paths);
        });
    }

    /** Different changes for each of many rows, which name their key. */
    Long runEach(List<? extends Map<String, ?>> several) {
        String place = entities.place(verb);
        EntityDescription entity = entities.entity();
        Map<Keys.Key, Integer> places = new HashMap<>();
        List<Map<String, Object>> keys = new ArrayList<>();
        List<Map<String, ?>> changes = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            KeyReader.Split split = split("[" + i + "]", several.get(i));
            Integer before = places.putIfAbsent(new Keys.Key(split.key(), false), i);
            if (before != null) {
                throw RowProblems.rowTwice(place, before, i);
            }
            keys.add(split.key());
            changes.add(split.others());
        }
        return new GraphWork<>(entities, verb, () -> graph(changes, true)).run((entityManager, graph) -> {
            KeyedRows rows = new KeyedRows(entities, verb);
            Map<Keys.Key, Object> found = rows.managed(entityManager, keys);
            if (found.size() < keys.size()) {
                throw RowProblems.missingRows(place, entity, keys.size() - found.size(), keys.size());
            }
            for (int i = 0; i < keys.size(); i++) {
                graph.roots().get(i).link(found.get(new Keys.Key(keys.get(i), false)));
            }
            graph.write(entityManager);
            return (long) keys.size();
        });
    }

    /** The key of a row, and what is to be changed in it. */
    private KeyReader.Split split(String path, Map<String, ?> given) {
        String place = entities.place(verb);
        EntityDescription entity = entities.entity();
        if (entity.singleId().isEmpty()) {
            return new KeyReader(entities.model(), place, entity).split(path, given);
        }
        String id = entity.singleId().get().name();
        if (given.get(id) == null) {
            throw RowProblems.noIdInChanges(place, path, id);
        }
        Map<String, Object> others = new LinkedHashMap<>(given);
        return new KeyReader.Split(Map.of(id, Values.id(place, entity, others.remove(id))), others);
    }

    /** The same changes for each row that meets a condition, in the order of their keys. */
    Long runWhere(Condition condition, Map<String, ?> changes) {
        EntityDescription entity = entities.entity();
        Statement statement = entities.statement(verb);
        Scope root = statement.scope(entity, "e");
        RowSet set = RowSet.of(root, condition);
        if (set.clause().isAlways()) {
            throw Problems.emptyCriteria(entities.place(verb));
        }
        Graph checked = graph(List.of(changes), false);
        if (set.clause().isNever()) {
            return 0L;
        }
        String text = "select e from " + entity.name() + " e" + set.where()
                + entities.model().idPaths(entity).stream()
                        .map(id -> "e." + id)
                        .collect(Collectors.joining(", ", " order by ", ""));
        return new GraphWork<>(entities, verb, () -> checked).run((entityManager, once) -> {
            Query query = statement.query(entityManager, text);
            entities.unit().fetch(query, "e", new AlwaysLoaded(entities.model()).with(entity, List.of()));
            List<?> rows = query.getResultList();
            Graph graph = graph(Collections.nCopies(rows.size(), changes), false);
            for (int i = 0; i < rows.size(); i++) {
                graph.roots().get(i).link(rows.get(i));
            }
            graph.write(entityManager);
            return (long) rows.size();
        });
    }

    private Graph graph(List<Map<String, ?>> changes, boolean numbered) {
        String place = entities.place(verb);
        List<Problem> problems = new ArrayList<>();
        MapReader reader = new MapReader(entities.model(), place, problems);
        List<Node> roots = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            roots.add(reader.changes(numbered ? "[" + i + "]" : "", entities.entity(), changes.get(i)));
        }
        Graph graph = Graph.of(entities.model(), place, roots, nested);
        graph.check(problems);
        return graph;
    }

    /** The key may be among the changes if it is the row's own. */
    private Map<String, ?> withoutKey(Map<String, ?> changes, Map<String, Object> key) {
        return new KeyReader(entities.model(), entities.place(verb), entities.entity()).without(changes, key);
    }
}
