package org.easymodel.query;

/** A value between two bounds, both included. */
record Between(Expression left, Object lowest, Object highest) implements Condition {

    Between {
        if (lowest == null || highest == null) {
            throw Problems.nullOperand(left + " between");
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.between(left, lowest, highest);
    }

    @Override
    public String toString() {
        return left + " between ? and ?";
    }
}
