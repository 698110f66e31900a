package org.easymodel.model;

import org.jspecify.annotations.Nullable;

/**
 * The place of one inferred relationship in an {@link EasyModel}: loaded with a value, or not loaded. Implemented by the
 * persistence provider's side of this library; applications do not use it.
 */
public interface RelationshipSlot {

    /** Whether the value is there. */
    boolean isLoaded();

    /** The value, an entity, a list of entities or null; asked only when it is loaded. */
    @Nullable
    Object value();
}
