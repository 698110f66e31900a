package org.easymodel.engine;

import org.easymodel.query.Expression;

/** Expressions over to-one relationships as a statement writes them. */
record ExpressionCompiler(Scope scope, String self) {

    ExpressionCompiler(Scope scope) {
        this(scope, "");
    }

    String number(Expression expression) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public String path(String path) {
                Route route = route(path);
                if (!Conversion.isNumber(route.attribute().orElseThrow().type())) {
                    throw Problems.noNumber(
                            scope.statement().place(),
                            route.path(),
                            route.attribute().orElseThrow());
                }
                return scope.attribute(route);
            }

            @Override
            public String arithmetic(Expression left, Expression.Operator operator, Object right) {
                return "(" + number(left) + " " + operator.symbol() + " " + operand(right) + ")";
            }
        });
    }

    /** Any attribute or calculation. */
    String any(Expression expression) {
        return expression.match(new Expression.Cases<>() {
            @Override
            public String path(String path) {
                return scope.attribute(route(path));
            }

            @Override
            public String arithmetic(Expression left, Expression.Operator operator, Object right) {
                return number(expression);
            }
        });
    }

    private String operand(Object right) {
        return right instanceof Expression expression
                ? number(expression)
                : scope.statement().bind(right);
    }

    /** The route of an attribute over to-one relationships. */
    Route route(String path) {
        String place = scope.statement().place();
        String written = path.isEmpty() ? self : path;
        if (written.isEmpty()) {
            throw Problems.noSubject(place);
        }
        Route route = scope.statement().routes().attribute(place, scope.entity(), written);
        if (route.firstToMany() >= 0) {
            throw Problems.toManyInExpression(place, written, route.hops().get(route.firstToMany()));
        }
        return route;
    }
}
