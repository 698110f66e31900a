package org.easymodel.query;

/**
 * Whether there is a value.
 *
 * @param present whether there is to be one
 */
record NullTest(Expression left, boolean present) implements Condition {

    @Override
    public <R> R match(Cases<R> cases) {
        return present ? cases.notNull(left) : cases.isNull(left);
    }

    @Override
    public String toString() {
        return left + (present ? " is not null" : " is null");
    }
}
