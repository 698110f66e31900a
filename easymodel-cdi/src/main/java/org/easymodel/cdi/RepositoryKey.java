package org.easymodel.cdi;

import java.io.Serializable;
import org.easymodel.spi.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Which repository is meant. Immutable.
 *
 * @param unit the name of the unit
 * @param type a view, or an interface of the application
 * @param entity the entity of a view; null for an interface of the application, which names it itself
 */
record RepositoryKey(String unit, Class<?> type, @Nullable Class<?> entity) implements Serializable {

    Object of(Engine engine) {
        return entity == null ? engine.typed(type) : engine.repository(type, entity);
    }
}
