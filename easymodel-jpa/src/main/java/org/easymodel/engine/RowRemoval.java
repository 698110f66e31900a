package org.easymodel.engine;

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
        AttributeDescription id = Values.singleId(place, entity);
        Object key = entities.unit().get(given, id.name());
        if (key == null) {
            throw RowProblems.noKeyGiven(place, entity);
        }
        Condition row = Conditions.attribute(id.name()).equalTo(key);
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
            if (version.isPresent() && entityManager.find(entity.type(), key) != null) {
                throw RowProblems.stale(place, version.get().name(), entity);
            }
            return false;
        });
    }
}
