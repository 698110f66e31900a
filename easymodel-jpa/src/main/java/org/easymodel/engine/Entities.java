package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
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
    @SuppressWarnings("unchecked")
    List<E> results(EntityManager entityManager, Query query, List<String> paths) {
        unit().fetch(query, "e", new AlwaysLoaded(model).with(entity, paths));
        List<E> results = (List<E>) query.getResultList();
        entityManager.clear();
        unit().seal(results);
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
        StringBuilder text = new StringBuilder("select e from " + entity.name() + " e where ");
        Parameters parameters = new Parameters();
        String and = "";
        for (AttributeDescription id : entity.id()) {
            text.append(and).append("e.").append(id.name()).append(" in ");
            text.append(parameters.bind(List.of(unit().get(row, id.name()))));
            and = " and ";
        }
        entityManager.flush();
        entityManager.clear();
        Query query = entityManager.createQuery(text.toString());
        parameters.applyTo(query);
        return results(entityManager, query, paths).get(0);
    }
}
