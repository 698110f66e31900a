package org.easymodel.query;

import java.util.Objects;

/**
 * Two operands and an operator between them.
 *
 * @param right a {@link Number} or an {@link Expression}
 */
record Arithmetic(Expression left, Operator operator, Object right) implements Expression {

    Arithmetic {
        Objects.requireNonNull(left, "left");
        if (!(right instanceof Number || right instanceof Expression)) {
            throw Problems.noNumber(left + " " + operator.symbol());
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.arithmetic(left, operator, right);
    }

    @Override
    public String toString() {
        return "(" + left + " " + operator.symbol() + " " + (right instanceof Expression ? right : "?") + ")";
    }
}
