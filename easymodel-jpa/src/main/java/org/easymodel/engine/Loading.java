package org.easymodel.engine;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.easymodel.query.Condition;
import org.easymodel.relate.EntityDescription;

/** Reads the rows of given keys or entities, each with a constant number of statements. */
record Loading<E>(Entities<E> entities, String verb) {

    private String place() {
        return entities.place(verb);
    }

    /** The rows that meet a condition, with the paths loaded, detached and sealed. */
    List<E> rows(Condition condition, List<String> paths) {
        Statement statement = entities.statement(verb);
        Scope root = statement.scope(entities.entity(), "e");
        Clause clause = new ConditionCompiler(root).compile(condition);
        if (clause.isNever()) {
            return List.of();
        }
        String text = JpaQuery.text("e", root, clause);
        return entities.call(verb, entityManager -> {
            Query query = statement.query(entityManager, text);
            return entities.results(entityManager, query, paths);
        });
    }

    E again(E entity) {
        Map<String, Object> key = key(entity);
        return rows(RowKey.condition(List.of(key)), entities.fetch().paths(entities.model(), entities.entity()))
                .stream()
                .findFirst()
                .orElseThrow(() -> QueryProblems.noRow(place(), entities.entity()));
    }

    /** Fills relationships of these objects with what their rows have now. */
    void into(List<E> given, List<String> paths) {
        if (given == null) {
            throw Problems.noEntityGiven(place(), entities.entity());
        }
        if (paths.isEmpty()) {
            throw QueryProblems.noPaths(place(), entities.model().names(entities.entity()));
        }
        Routes routes = new Routes(entities.model());
        List<String> loaded = new ArrayList<>();
        Set<String> first = new TreeSet<>();
        for (String path : paths) {
            String included = routes.included(place(), entities.entity(), path);
            loaded.add(included);
            first.add(included.split("\\.")[0]);
        }
        Map<Map<String, Object>, List<E>> byKey = new LinkedHashMap<>();
        given.forEach(each ->
                byKey.computeIfAbsent(key(each), key -> new ArrayList<>()).add(each));
        if (byKey.isEmpty()) {
            return;
        }
        Map<Map<String, Object>, E> rows = new HashMap<>();
        rows(RowKey.condition(List.copyOf(byKey.keySet())), loaded).forEach(row -> rows.put(key(row), row));
        if (rows.size() < byKey.size()) {
            throw QueryProblems.noRow(place(), entities.entity());
        }
        byKey.forEach((key, objects) -> objects.forEach(object -> first.forEach(relationship ->
                entities.unit().set(object, relationship, entities.unit().get(rows.get(key), relationship)))));
    }

    private Map<String, Object> key(E given) {
        EntityDescription entity = entities.entity();
        if (given == null || !entity.type().isInstance(given) || entities.unit().entityName(given) == null) {
            throw Problems.noEntityGiven(place(), entity);
        }
        return RowKey.ofEntity(entities.model(), place(), entity, given);
    }
}
