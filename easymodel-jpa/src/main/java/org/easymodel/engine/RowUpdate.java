package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.NestedMaps;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;

/** Changes rows through their managed entities, so that callbacks run and the version moves. */
record RowUpdate<E>(Entities<E> entities, String verb, NestedMaps nested) {

    private static final int KEYS_PER_STATEMENT = 1000;

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
        Object key = Values.id(place, entity, id);
        Map<String, ?> without = withoutKey(changes, key);
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

    private Map<Object, Object> rows(
            EntityManager entityManager, EntityDescription entity, String id, List<Object> keys) {
        Map<Object, Object> rows = new HashMap<>();
        for (int from = 0; from < keys.size(); from += KEYS_PER_STATEMENT) {
            var query = entityManager.createQuery(
                    "select e from " + entity.name() + " e where e." + id + " in :ids", entity.type());
            query.setParameter("ids", keys.subList(from, Math.min(from + KEYS_PER_STATEMENT, keys.size())));
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
