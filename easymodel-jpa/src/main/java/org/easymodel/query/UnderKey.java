package org.easymodel.query;

import java.util.List;

/** What a condition or expression means that stands in a map under the name of an attribute. */
final class UnderKey {

    private UnderKey() {}

    static Expression expression(String key, Expression expression) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public Expression path(String path) {
                return path.isEmpty() ? new Path(key) : new Path(path);
            }

            @Override
            public Expression arithmetic(Expression left, Expression.Operator operator, Object right) {
                return new Arithmetic(expression(key, left), operator, operand(key, right));
            }

            @Override
            public Expression ignoringCase(Expression text) {
                return new IgnoringCase(expression(key, text));
            }
        });
    }

    private static Object operand(String key, Object operand) {
        return operand instanceof Expression expression ? expression(key, expression) : operand;
    }

    static Condition condition(String key, Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public Condition comparison(Expression left, Relation relation, Object right) {
                return new Comparison(subject(key, left), relation, operand(key, right));
            }

            @Override
            public Condition between(Expression left, Object lowest, Object highest) {
                return new Between(subject(key, left), operand(key, lowest), operand(key, highest));
            }

            @Override
            public Condition in(Expression left, List<?> values) {
                return new Membership(subject(key, left), values, false);
            }

            @Override
            public Condition notIn(Expression left, List<?> values) {
                return new Membership(subject(key, left), values, true);
            }

            @Override
            public Condition within(Expression left, Subquery values, boolean negated) {
                return new Within(subject(key, left), values, negated);
            }

            @Override
            public Condition like(Expression left, TextPattern pattern) {
                return new Likeness(subject(key, left), pattern);
            }

            @Override
            public Condition isNull(Expression left) {
                return new NullTest(subject(key, left), false);
            }

            @Override
            public Condition notNull(Expression left) {
                return new NullTest(subject(key, left), true);
            }

            @Override
            public Condition all(List<Condition> conditions) {
                return new AllOf(each(key, conditions));
            }

            @Override
            public Condition any(List<Condition> conditions) {
                return new AnyOf(each(key, conditions));
            }

            @Override
            public Condition not(Condition inner) {
                return new Not(condition(key, inner));
            }

            @Override
            public Condition related(String path, Condition inner) {
                check(key, path);
                return new Related(path, inner);
            }
        });
    }

    private static List<Condition> each(String key, List<Condition> conditions) {
        return conditions.stream().map(condition -> condition(key, condition)).toList();
    }

    private static Expression subject(String key, Expression subject) {
        subject.match(new Expression.Cases<Void>() {
            @Override
            public Void path(String path) {
                check(key, path);
                return null;
            }

            @Override
            public Void arithmetic(Expression left, Expression.Operator operator, Object right) {
                return left.match(this);
            }

            @Override
            public Void ignoringCase(Expression text) {
                return text.match(this);
            }
        });
        return expression(key, subject);
    }

    private static void check(String key, String path) {
        if (!path.isEmpty() && !path.equals(key) && !path.startsWith(key + ".")) {
            throw Problems.otherSubject(key, path);
        }
    }
}
