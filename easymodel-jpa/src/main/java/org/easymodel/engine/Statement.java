package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.easymodel.relate.EntityDescription;

/**
 * What the parts of one statement share while it is compiled.
 *
 * @param place entity and verb, for messages
 */
record Statement(Model model, String place, Parameters parameters, Aliases aliases, EarlyValues early) {

    Statement(Model model, String place) {
        this(model, place, new Parameters(), new Aliases(), new EarlyValues());
    }

    /** The rows of an entity under a name, with joins of their own. */
    Scope scope(EntityDescription entity, String alias) {
        return new Scope(this, entity, alias, new Joins(aliases));
    }

    String bind(Object value) {
        return parameters.bind(value);
    }

    /** Binds what a calculation, or a comparison with one, speaks of. */
    String bindNumber(Object value) {
        String parameter = bind(value);
        return value instanceof Number number ? model.unit().typed(parameter, number) : parameter;
    }

    Routes routes() {
        return new Routes(model);
    }

    Query query(EntityManager entityManager, String text) {
        String complete = early.complete(entityManager, text);
        parameters.prepare(entityManager);
        Query query = entityManager.createQuery(complete);
        parameters.applyTo(query, complete);
        model.unit().bindAll(query);
        return query;
    }
}
