package org.easymodel.query;

import java.util.Objects;

/**
 * The value of an attribute.
 *
 * @param path dotted, from the entity of the query; empty for the attribute under whose name the expression stands
 */
record Path(String path) implements Expression {

    static final Path SELF = new Path("");

    Path {
        Objects.requireNonNull(path, "path");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.path(path);
    }

    @Override
    public String toString() {
        return path.isEmpty() ? "it" : path;
    }
}
