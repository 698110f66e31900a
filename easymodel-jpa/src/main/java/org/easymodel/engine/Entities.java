package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.metamodel.Attribute;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.easymodel.Retry;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.spi.PersistentUnit;

/**
 * The rows of one entity and the way to them.
 *
 * @param fetch what results contain unless a call says otherwise
 */
record Entities<E>(Model model, EntityDescription entity, Work work, FetchPlan fetch) {

    Entities<E> with(Retry retry) {
        return new Entities<>(model, entity, work.with(retry), fetch);
    }

    Entities<E> fetching(FetchPlan plan) {
        return new Entities<>(model, entity, work, plan);
    }

    String place(String verb) {
        return entity.name() + "." + verb;
    }

    PersistentUnit unit() {
        return model.unit();
    }

    <R> R call(String verb, Function<EntityManager, R> action) {
        return work.call(place(verb), action);
    }

    Statement statement(String verb) {
        return new Statement(model, place(verb));
    }

    /** What a query gives, with the paths loaded, detached and sealed. */
    List<E> results(EntityManager entityManager, Query query, List<String> paths) {
        return results(entityManager, query, paths, List.of());
    }

    @SuppressWarnings("unchecked")
    private List<E> results(
            EntityManager entityManager, Query query, List<String> paths, List<RelationshipDescription> empty) {
        List<E> results = (List<E>) new Fetched(model, entityManager).rows(query, entity, paths);
        unit().detach(entityManager, results);
        for (RelationshipDescription relationship : empty) {
            results.forEach(row -> unit().set(
                            row,
                            relationship.attribute(),
                            relationship.toMany() ? empty(entityManager, relationship) : null));
        }
        return Collections.unmodifiableList(results);
    }

    /** An empty container of the kind that the attribute declares; an inferred relationship is always a list. */
    private Object empty(EntityManager entityManager, RelationshipDescription relationship) {
        Class<?> declared = entityManager.getMetamodel().entity(entity.type()).getAttributes().stream()
                .filter(attribute -> attribute.getName().equals(relationship.attribute()))
                .<Class<?>>map(Attribute::getJavaType)
                .findFirst()
                .orElse(List.class);
        if (Map.class.isAssignableFrom(declared)) {
            return SortedMap.class.isAssignableFrom(declared) ? new TreeMap<>() : new HashMap<>();
        }
        if (Set.class.isAssignableFrom(declared)) {
            return SortedSet.class.isAssignableFrom(declared) ? new TreeSet<>() : new LinkedHashSet<>();
        }
        return new ArrayList<>();
    }

    /** The row of a managed entity, read again with the paths loaded, detached and sealed. */
    E again(EntityManager entityManager, Object row, List<String> paths) {
        return again(entityManager, row, paths, List.of());
    }

    /**
     * As {@link #again(EntityManager, Object, List)}.
     *
     * @param empty relationships from the row that certainly lead nowhere and need no statement
     */
    E again(EntityManager entityManager, Object row, List<String> paths, List<RelationshipDescription> empty) {
        Map<String, Object> key = RowKey.ofEntity(model, entity.name(), entity, row);
        entityManager.flush();
        unit().clear(entityManager);
        Statement statement = new Statement(model, entity.name());
        Scope root = statement.scope(entity, "e");
        Clause clause = new ConditionCompiler(root).compile(RowKey.condition(List.of(key)));
        Query query = statement.query(entityManager, JpaQuery.text("e", root, clause));
        return results(entityManager, query, paths, empty).get(0);
    }
}
