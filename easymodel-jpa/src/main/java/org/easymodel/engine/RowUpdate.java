package org.easymodel.engine;

import jakarta.persistence.EntityManager;
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
import org.easymodel.relate.AttributeDescription;
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
        Object key = key(place, id);
        Map<String, ?> without = entity.singleId().isPresent() ? withoutKey(changes, key) : changes;
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

    /** A key of several attributes is an object of its class, which the provider takes as it is. */
    private Object key(String place, Object id) {
        EntityDescription entity = entities.entity();
        if (entity.singleId().isPresent()) {
            return Values.id(place, entity, id);
        }
        RowKey.of(entities.model(), place, entity, id);
        return id;
    }

    /** Different changes for each of many rows, which name their key. */
    Long runEach(List<? extends Map<String, ?>> several) {
        String place = entities.place(verb);
        EntityDescription entity = entities.entity();
        String id = Values.singleId(place, entity).name();
        Map<Object, Integer> places = new HashMap<>();
        List<Object> keys = new ArrayList<>();
        List<Map<String, ?>> changes = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            Object given = several.get(i).get(id);
            if (given == null) {
                throw RowProblems.noIdInChanges(place, "[" + i + "]", id);
            }
            Object key = Values.id(place, entity, given);
            Integer before = places.putIfAbsent(key, i);
            if (before != null) {
                throw RowProblems.rowTwice(place, before, i);
            }
            keys.add(key);
            changes.add(withoutKey(several.get(i), key));
        }
        return new GraphWork<>(entities, verb, () -> graph(changes, true)).run((entityManager, graph) -> {
            Map<Object, Object> rows = rows(entityManager, entity, id, keys);
            if (rows.size() < keys.size()) {
                throw RowProblems.missingRows(place, entity, keys.size() - rows.size(), keys.size());
            }
            for (int i = 0; i < keys.size(); i++) {
                graph.roots().get(i).link(rows.get(keys.get(i)));
            }
            graph.write(entityManager);
            return (long) keys.size();
        });
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
                + entity.id().stream().map(id -> "e." + id.name()).collect(Collectors.joining(", ", " order by ", ""));
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

    private Map<Object, Object> rows(
            EntityManager entityManager, EntityDescription entity, String id, List<Object> keys) {
        Map<Object, Object> rows = new HashMap<>();
        for (List<Object> some : Slices.of(keys, Slices.KEYS)) {
            var query = entityManager.createQuery(
                    "select e from " + entity.name() + " e where e." + id + " in :ids", entity.type());
            query.setParameter("ids", some);
            entities.unit().fetch(query, "e", new AlwaysLoaded(entities.model()).with(entity, List.of()));
            query.getResultList().forEach(row -> rows.put(entities.unit().get(row, id), row));
        }
        return rows;
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
    private Map<String, ?> withoutKey(Map<String, ?> changes, Object key) {
        String id = entities.entity().singleId().map(AttributeDescription::name).orElseThrow();
        Object given = changes.get(id);
        boolean own = given != null
                && Conversion.to(key.getClass(), given).filter(key::equals).isPresent();
        if (!own) {
            return changes;
        }
        Map<String, Object> without = new LinkedHashMap<>(changes);
        without.remove(id);
        return without;
    }
}
