package org.easymodel.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A value that is one of several.
 *
 * @param negated whether it is to be none of them
 */
record Membership(Expression left, List<?> values, boolean negated) implements Condition {

    Membership(Expression left, Collection<?> values, boolean negated) {
        this(left, Collections.unmodifiableList(new ArrayList<>(Problems.given(left + " in", values))), negated);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return negated ? cases.notIn(left, values) : cases.in(left, values);
    }

    @Override
    public String toString() {
        return left + (negated ? " not" : "") + " in (" + values.size() + " values)";
    }
}
