package org.easymodel;

import java.util.Objects;

/**
 * The row that a key leads to, and whether this call made it.
 *
 * @param entity the row, detached, with its direct relationships loaded
 * @param created whether it was not there before; of calls at the same time with one key, one is told so
 */
public record Ensured<E>(E entity, boolean created) {

    public Ensured {
        Objects.requireNonNull(entity, "entity");
    }
}
