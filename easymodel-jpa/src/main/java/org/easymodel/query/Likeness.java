package org.easymodel.query;

/** A text of a form. */
record Likeness(Expression left, TextPattern pattern) implements Condition {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.like(left, pattern);
    }

    @Override
    public String toString() {
        return left + " like ?";
    }
}
