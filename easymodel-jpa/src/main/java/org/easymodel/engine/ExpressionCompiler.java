package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.query.Expression;

/**
 * Expressions over to-one relationships as a statement writes them.
 *
 * @param self the attribute under whose name the expression stands; empty if there is none
 * @param gaps what may have no value, of all that was written; grows
 */
record ExpressionCompiler(Scope scope, String self, List<String> gaps) {

    ExpressionCompiler(Scope scope) {
        this(scope, "");
    }

    ExpressionCompiler(Scope scope, String self) {
        this(scope, self, new ArrayList<>());
    }

    String number(Expression expression) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public String path(String path) {
                Located value = value(path);
                if (!Conversion.isNumber(value.type())) {
                    throw Problems.noNumber(scope.statement().place(), value.path(), value.type());
                }
                return written(value);
            }

            @Override
            public String arithmetic(Expression left, Expression.Operator operator, Object right) {
                return "(" + wide(left) + " " + operator.symbol() + " " + operand(right) + ")";
            }

            @Override
            public String ignoringCase(Expression text) {
                throw QueryProblems.noNumberButText(scope.statement().place());
            }
        });
    }

    /** The first operand, in a type that takes the results of all whole numbers that are smaller than {@code Long}. */
    private String wide(Expression left) {
        String number = number(left);
        boolean small = Rebuilding.path(left)
                .filter(path -> NumberKind.isSmall(List.of(value(path).type())))
                .isPresent();
        return small ? "cast(" + number + " as bigint)" : number;
    }

    /** Any attribute or calculation. */
    String any(Expression expression) {
        return any(expression, Optional.empty(), "");
    }

    /** Any attribute or calculation that can be compared with a value of a type. */
    String any(Expression expression, Optional<Class<?>> comparedWith, String comparedPath) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public String path(String path) {
                Located value = value(path);
                if (comparedWith.isPresent() && !Conversion.isComparable(comparedWith.get(), value.type())) {
                    throw QueryProblems.notComparable(
                            scope.statement().place(), comparedPath, comparedWith.get(), value);
                }
                return written(value);
            }

            @Override
            public String arithmetic(Expression left, Expression.Operator operator, Object right) {
                if (comparedWith.isPresent() && !Conversion.isNumber(comparedWith.get())) {
                    throw Problems.noNumber(scope.statement().place(), comparedPath, comparedWith.get());
                }
                return number(expression);
            }

            @Override
            public String ignoringCase(Expression text) {
                return "lower(" + any(text, comparedWith, comparedPath) + ")";
            }
        });
    }

    private String operand(Object right) {
        return right instanceof Expression expression
                ? number(expression)
                : scope.statement().bindNumber(right);
    }

    private String written(Located value) {
        if (!value.always()) {
            gaps.add(value.text());
        }
        return value.text();
    }

    /** The attribute over to-one relationships. */
    Located value(String path) {
        String written = path.isEmpty() ? self : path;
        if (written.isEmpty()) {
            throw Problems.noSubject(scope.statement().place());
        }
        return scope.value(written);
    }
}
