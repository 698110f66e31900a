package org.easymodel.query;

/** No value. */
record NullTest(Expression left) implements Condition {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.isNull(left);
    }

    @Override
    public String toString() {
        return left + " is null";
    }
}
