package org.easymodel.query;

import java.util.Objects;

/** The opposite. */
record Not(Condition condition) implements Condition {

    Not {
        Objects.requireNonNull(condition, "condition");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.not(condition);
    }

    @Override
    public String toString() {
        return "not " + condition;
    }
}
