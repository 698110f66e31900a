package org.easymodel.query;

/**
 * A value that is one of those a query gives.
 *
 * @param negated whether it is to be none of them
 */
record Within(Expression left, Subquery values, boolean negated) implements Condition {

    Within {
        Problems.given(left + " in", values);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.within(left, values, negated);
    }

    @Override
    public String toString() {
        return left + (negated ? " not" : "") + " in (a query)";
    }
}
