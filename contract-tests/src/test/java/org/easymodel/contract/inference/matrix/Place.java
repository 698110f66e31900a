package org.easymodel.contract.inference.matrix;

/** Where an entity keeps its inferred relationships. */
public enum Place {
    /** In transient fields. */
    FIELD,
    /** In transient fields, those of several entities as sets. */
    SET,
    /** In transient fields of classes that are mapped by their getters. */
    PROPERTY,
    /** In the base class; entities whose ids it does not fit keep them beside, as {@link #BESIDE}. */
    BASE,
    /** In the base class, of classes that are mapped by their getters. */
    BASE_PROPERTY,
    /** Nowhere in the entity. */
    BESIDE,
    /** Nowhere in the entity, of classes that are mapped by their getters. */
    BESIDE_PROPERTY;

    boolean isField() {
        return this == FIELD || this == SET || this == PROPERTY;
    }

    boolean isBase() {
        return this == BASE || this == BASE_PROPERTY;
    }

    boolean isProperty() {
        return name().endsWith("PROPERTY");
    }
}
