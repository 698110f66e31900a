package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.spi.PersistentUnit;

/**
 * The rows of one entity and the way to them.
 *
 * @param fetch what results contain unless a call says otherwise
 */
record Entities<E>(Model model, EntityDescription entity, Work work, FetchPlan fetch) {

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
        unit().fetch(query, "e", new AlwaysLoaded(model).with(entity, paths));
        List<E> results = (List<E>) query.getResultList();
        entityManager.clear();
        unit().seal(results);
        for (RelationshipDescription relationship : empty) {
            results.forEach(
                    row -> unit().set(row, relationship.attribute(), relationship.toMany() ? new ArrayList<>() : null));
        }
        return Collections.unmodifiableList(results);
    }

    /** The rows with these keys, detached and sealed. */
    List<E> byIds(EntityManager entityManager, String verb, Collection<?> ids, List<String> paths) {
        String id = Values.singleId(place(verb), entity).name();
        Query query = entityManager.createQuery("select e from " + entity.name() + " e where e." + id + " in :ids");
        query.setParameter("ids", ids);
        return results(entityManager, query, paths);
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
        Parameters parameters = new Parameters();
        String key = entity.id().stream()
                .map(AttributeDescription::name)
                .map(id -> "e." + id + " in " + parameters.bind(List.of(unit().get(row, id))))
                .collect(Collectors.joining(" and "));
        entityManager.flush();
        entityManager.clear();
        Query query = entityManager.createQuery("select e from " + entity.name() + " e where " + key);
        parameters.applyTo(query);
        return results(entityManager, query, paths, empty).get(0);
    }
}
