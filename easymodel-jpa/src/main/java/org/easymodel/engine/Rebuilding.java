package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Expression;
import org.easymodel.query.Relation;
import org.easymodel.query.TextPattern;

/** Takes conditions apart and builds them again about something else. */
final class Rebuilding {

    private Rebuilding() {}

    /** The path of an expression that is an attribute and nothing more. */
    static Optional<String> path(Expression expression) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public Optional<String> path(String path) {
                return Optional.of(path);
            }

            @Override
            public Optional<String> arithmetic(Expression left, Expression.Operator operator, Object right) {
                return Optional.empty();
            }

            @Override
            public Optional<String> ignoringCase(Expression text) {
                return Rebuilding.path(text);
            }
        });
    }

    /** The paths of all attributes in an expression. */
    static List<String> paths(Expression expression) {
        List<String> paths = new ArrayList<>();
        collect(expression, paths, new ArrayList<>());
        return paths;
    }

    /** The numbers in a calculation. */
    static List<Number> numbers(Expression expression) {
        List<Number> numbers = new ArrayList<>();
        collect(expression, new ArrayList<>(), numbers);
        return numbers;
    }

    private static void collect(Object operand, List<String> paths, List<Number> numbers) {
        if (operand instanceof Number number) {
            numbers.add(number);
        }
        if (!(operand instanceof Expression expression)) {
            return;
        }
        expression.match(new Expression.Cases<Boolean>() {
            @Override
            public Boolean path(String path) {
                return paths.add(path);
            }

            @Override
            public Boolean arithmetic(Expression left, Expression.Operator operator, Object right) {
                collect(left, paths, numbers);
                collect(right, paths, numbers);
                return true;
            }

            @Override
            public Boolean ignoringCase(Expression text) {
                collect(text, paths, numbers);
                return true;
            }
        });
    }

    static boolean ignoresCase(Expression expression) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public Boolean path(String path) {
                return false;
            }

            @Override
            public Boolean arithmetic(Expression left, Expression.Operator operator, Object right) {
                return false;
            }

            @Override
            public Boolean ignoringCase(Expression text) {
                return true;
            }
        });
    }

    /** The attribute of another path, that ignores upper and lower case if the expression does. */
    static Expression at(String path, Expression expression) {
        Expression attribute = Conditions.attribute(path);
        return ignoresCase(expression) ? attribute.ignoreCase() : attribute;
    }

    static Function<Expression, Condition> comparison(Relation relation, Object right) {
        return left -> switch (relation) {
            case EQUAL -> left.equalTo(right);
            case NOT_EQUAL -> left.notEqualTo(right);
            case GREATER -> left.greaterThan(right);
            case GREATER_OR_EQUAL -> left.greaterThanEqual(right);
            case LESS -> left.lessThan(right);
            case LESS_OR_EQUAL -> left.lessThanEqual(right);
        };
    }

    static Function<Expression, Condition> like(TextPattern pattern) {
        return left -> left.like(pattern);
    }
}
