package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;

/** Deletes the row of an entity, if that is as it was when the entity was read. */
record RowRemoval<E>(Entities<E> entities) {

    private static final String VERB = "delete";

    boolean run(E given) {
        String place = entities.place(VERB);
        EntityDescription entity = entities.entity();
        if (given == null || !entity.type().isInstance(given)) {
            throw Problems.noEntityGiven(place, entity);
        }
        Condition row = RowKey.condition(List.of(RowKey.ofEntity(entities.model(), place, entity, given)));
        Optional<AttributeDescription> version =
                entity.version().filter(each -> entities.unit().get(given, each.name()) != null);
        Condition current = version.map(each -> row.and(Conditions.attribute(each.name())
                        .equalTo(entities.unit().get(given, each.name()))))
                .orElse(row);
        Deletion deletion = new Deletion(entities.model(), place);
        return entities.call(VERB, entityManager -> {
            if (deletion.of(entity, current).apply(entityManager) > 0) {
                return true;
            }
            if (version.isPresent()
                    && entityManager.find(
                                    entity.type(), entities.model().anatomy().identifier(given))
                            != null) {
                throw RowProblems.stale(place, version.get().name(), entity);
            }
            return false;
        });
    }
}
