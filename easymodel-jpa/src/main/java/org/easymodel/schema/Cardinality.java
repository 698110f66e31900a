package org.easymodel.schema;

/** How many rows of each side a relationship connects, read from the side that names it. */
public enum Cardinality {
    /** Many of this side lead to one of the other. */
    MANY_TO_ONE,
    /** One of this side leads to one of the other. */
    ONE_TO_ONE,
    /** One of this side is led to by many of the other. */
    ONE_TO_MANY,
    /** Many of each side. */
    MANY_TO_MANY;

    /** Whether the other side is a collection. */
    public boolean toMany() {
        return this == ONE_TO_MANY || this == MANY_TO_MANY;
    }
}
