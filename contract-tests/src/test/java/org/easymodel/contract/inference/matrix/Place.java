package org.easymodel.contract.inference.matrix;

/** Where an entity keeps its inferred relationships. */
public enum Place {
    /** In transient fields. */
    FIELD,
    /** In transient fields, those of several entities as sets. */
    SET,
    /** In the base class; entities whose ids it does not fit keep them beside, as {@link #BESIDE}. */
    BASE,
    /** Nowhere in the entity. */
    BESIDE
}
