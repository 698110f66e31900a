package org.easymodel.query;

import java.util.Objects;

/** A text in which upper and lower case are the same. */
record IgnoringCase(Expression text) implements Expression {

    IgnoringCase {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.ignoringCase(text);
    }

    @Override
    public String toString() {
        return text + " in any case";
    }
}
