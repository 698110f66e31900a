package org.easymodel.engine;

import java.util.List;
import org.easymodel.query.Condition;
import org.easymodel.query.Expression;
import org.easymodel.query.Relation;
import org.easymodel.query.Subquery;
import org.easymodel.query.TextPattern;

/** Whether a condition is certainly not met where all attributes are missing, as they are where a relationship leads nowhere. */
record NeedsRow() implements Condition.Cases<Boolean> {

    static boolean of(Condition condition) {
        return condition.match(new NeedsRow());
    }

    @Override
    public Boolean comparison(Expression left, Relation relation, Object right) {
        return true;
    }

    @Override
    public Boolean between(Expression left, Object lowest, Object highest) {
        return true;
    }

    @Override
    public Boolean in(Expression left, List<?> values) {
        return !values.contains(null);
    }

    @Override
    public Boolean notIn(Expression left, List<?> values) {
        return !values.isEmpty();
    }

    @Override
    public Boolean within(Expression left, Subquery values, boolean negated) {
        return true;
    }

    @Override
    public Boolean like(Expression left, TextPattern pattern) {
        return true;
    }

    @Override
    public Boolean isNull(Expression left) {
        return false;
    }

    @Override
    public Boolean notNull(Expression left) {
        return true;
    }

    @Override
    public Boolean all(List<Condition> conditions) {
        return conditions.stream().anyMatch(NeedsRow::of);
    }

    @Override
    public Boolean any(List<Condition> conditions) {
        return conditions.stream().allMatch(NeedsRow::of);
    }

    @Override
    public Boolean not(Condition condition) {
        return false;
    }

    @Override
    public Boolean related(String path, Condition condition) {
        return of(condition);
    }
}
