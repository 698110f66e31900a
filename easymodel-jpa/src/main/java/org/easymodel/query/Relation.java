package org.easymodel.query;

/** How two values are compared. */
public enum Relation {
    /** The same value. */
    EQUAL("="),
    /** Another value; a row without a value is not selected. */
    NOT_EQUAL("<>"),
    /** A greater value. */
    GREATER(">"),
    /** The same or a greater value. */
    GREATER_OR_EQUAL(">="),
    /** A smaller value. */
    LESS("<"),
    /** The same or a smaller value. */
    LESS_OR_EQUAL("<=");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    /** The sign that SQL and Jakarta Persistence write. */
    public String symbol() {
        return symbol;
    }

    /** Whether the two values need an order, not only equality. */
    public boolean isOrdered() {
        return this != EQUAL && this != NOT_EQUAL;
    }
}
