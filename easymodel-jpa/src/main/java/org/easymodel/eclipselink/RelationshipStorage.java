package org.easymodel.eclipselink;

import org.jspecify.annotations.Nullable;

/**
 * Where an entity keeps the value of an inferred relationship in the form that EclipseLink works with: a value holder for
 * one entity, an indirect collection for several.
 */
interface RelationshipStorage {

    /** The value as EclipseLink left it, or what the application put in its place; null if there is nothing. */
    @Nullable
    Object read(Object entity);

    /** Keeps the value as EclipseLink gives it. */
    void write(Object entity, @Nullable Object value);

    /** Shows a loaded value to the application, where that needs a step of its own. */
    default void publish(Object entity) {}
}
