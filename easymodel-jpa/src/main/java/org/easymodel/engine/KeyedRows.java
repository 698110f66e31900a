package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.easymodel.query.Condition;
import org.easymodel.relate.EntityDescription;

/** Reads the rows that have one of many keys, in few statements. */
record KeyedRows(Entities<?> entities, String verb) {

    /** The rows as the persistence context holds them. */
    Map<Keys.Key, Object> managed(EntityManager entityManager, List<Map<String, Object>> keys) {
        return read(entityManager, keys, query -> {
            List<String> paths = new AlwaysLoaded(entities.model()).with(entities.entity(), List.of());
            entities.unit().fetch(query, "e", paths);
            return query.getResultList();
        });
    }

    /** The rows with the paths loaded, detached and sealed. */
    Map<Keys.Key, Object> detached(EntityManager entityManager, List<Map<String, Object>> keys, List<String> paths) {
        return read(entityManager, keys, query -> entities.results(entityManager, query, paths));
    }

    private Map<Keys.Key, Object> read(
            EntityManager entityManager, List<Map<String, Object>> keys, Function<Query, List<?>> rows) {
        EntityDescription entity = entities.entity();
        KeyList list = new KeyList(entities.model().idPaths(entity));
        Map<Keys.Key, Object> found = new HashMap<>();
        for (List<Map<String, Object>> some : Slices.of(keys, Slices.KEYS)) {
            List<List<Object>> values = some.stream().map(list::values).toList();
            for (Condition condition : list.conditions(values)) {
                Statement statement = entities.statement(verb);
                Scope root = statement.scope(entity, "e");
                Clause clause = new ConditionCompiler(root).compile(condition);
                Query query = statement.query(entityManager, JpaQuery.text("e", root, clause));
                for (Object row : rows.apply(query)) {
                    found.put(
                            new Keys.Key(RowKey.ofEntity(entities.model(), entities.place(verb), entity, row), false),
                            row);
                }
            }
        }
        return found;
    }
}
