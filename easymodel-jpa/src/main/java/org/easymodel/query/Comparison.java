package org.easymodel.query;

import java.util.Objects;

/** Two values compared; the right one is a value or an {@link Expression}. */
record Comparison(Expression left, Relation relation, Object right) implements Condition {

    Comparison {
        Objects.requireNonNull(left, "left");
        if (right == null) {
            throw Problems.nullOperand(left + " " + relation.symbol());
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.comparison(left, relation, right);
    }

    @Override
    public String toString() {
        return left + " " + relation.symbol() + " " + (right instanceof Expression ? right : "?");
    }
}
