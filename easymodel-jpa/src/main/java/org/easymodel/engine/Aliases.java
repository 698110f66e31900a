package org.easymodel.engine;

/** Names for the rows that one statement speaks of. */
final class Aliases {

    private int count;

    String next(String prefix) {
        count++;
        return prefix + count;
    }
}
