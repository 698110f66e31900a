package org.easymodel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A value that is one of several. */
record Membership(Expression left, List<?> values) implements Condition {

    Membership(Expression left, Collection<?> values) {
        this(left, Collections.unmodifiableList(new ArrayList<>(values)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.in(left, values);
    }

    @Override
    public String toString() {
        return left + " in (" + values.size() + " values)";
    }
}
