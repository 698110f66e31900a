package org.easymodel.engine;

/** What is made of the values of a group. */
enum Aggregate {
    /** How many there are. */
    COUNT,
    /** How many different ones there are. */
    COUNT_DISTINCT,
    /** The sum. */
    SUM,
    /** The average. */
    AVG,
    /** The smallest. */
    MIN,
    /** The greatest. */
    MAX;

    /** Whether a value that comes twice changes the result. */
    boolean countsEach() {
        return this == COUNT || this == SUM || this == AVG;
    }
}
