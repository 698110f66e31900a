package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.query.Expression;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Cardinality;

/**
 * The columns of a grouped query as its statement writes them. A to-many relationship is joined, so that a group without
 * related rows is still a group; what would count a row twice because of another such join is refused.
 *
 * @param scope the rows
 * @param branches the to-many relationships that the columns follow, each as the path of its end
 */
record ColumnCompiler(Scope scope, List<String> branches) {

    static ColumnCompiler of(Scope scope, List<Column> columns) {
        ColumnCompiler compiler = new ColumnCompiler(scope.withSeveral(), List.of());
        List<String> branches = columns.stream()
                .flatMap(column -> column.expression().stream())
                .map(compiler::branch)
                .filter(branch -> !branch.isEmpty())
                .distinct()
                .toList();
        return new ColumnCompiler(compiler.scope(), branches);
    }

    private String place() {
        return scope.statement().place();
    }

    Located compile(Column column) {
        Optional<Expression> expression = column.expression();
        if (column.isGroup()) {
            return group(column, expression.orElseThrow());
        }
        Aggregate aggregate = column.aggregate().get();
        if (expression.isEmpty()) {
            return new Located(rows(), column.label(), Long.class, true);
        }
        Optional<String> path = Rebuilding.path(expression.get());
        if (aggregate == Aggregate.COUNT && path.isPresent()) {
            Route route = scope.route(path.get());
            if (route.isRelationship()) {
                return new Located(related(column, route), column.label(), Long.class, true);
            }
        }
        return ofValues(column, aggregate, expression.get());
    }

    private Located group(Column column, Expression expression) {
        Route route = scope.route(Rebuilding.path(expression).orElseThrow());
        if (route.firstToMany() >= 0) {
            throw Problems.toManyInExpression(
                    place(), route.path(), route.hops().get(route.firstToMany()));
        }
        Located value = scope.value(route.path());
        return new Located(value.text(), column.label(), value.type(), value.always());
    }

    /** The rows themselves, each once. */
    private String rows() {
        return branches.isEmpty() ? "count(" + scope.alias() + ")" : "count(distinct " + scope.id() + ")";
    }

    /** Related rows: each once, even if another join repeats it. */
    private String related(Column column, Route route) {
        String id = scope.walk(route.hops()) + "."
                + scope.statement()
                        .model()
                        .idPaths(scope.statement().model().target(route.last()))
                        .get(0);
        if (isAlone(branchOf(route))) {
            return "count(" + id + ")";
        }
        boolean each = route.hops().stream()
                .map(RelationshipDescription::cardinality)
                .allMatch(
                        cardinality -> cardinality == Cardinality.ONE_TO_MANY || cardinality == Cardinality.ONE_TO_ONE);
        if (!each) {
            throw QueryProblems.countedTwice(place(), column.label(), branches);
        }
        return "count(distinct " + id + ")";
    }

    private Located ofValues(Column column, Aggregate aggregate, Expression expression) {
        if (aggregate.countsEach() && !isAlone(branch(expression))) {
            throw QueryProblems.countedTwice(place(), column.label(), branches);
        }
        ExpressionCompiler expressions = new ExpressionCompiler(scope);
        List<Class<?>> types = Rebuilding.paths(expression).stream()
                .<Class<?>>map(path -> expressions.value(path).type())
                .toList();
        List<Class<?>> all = new ArrayList<>(types);
        Rebuilding.numbers(expression).forEach(number -> all.add(number.getClass()));
        boolean plain = Rebuilding.path(expression).isPresent();
        String label = column.label();
        return switch (aggregate) {
            case COUNT -> new Located("count(" + expressions.any(expression) + ")", label, Long.class, true);
            case COUNT_DISTINCT ->
                new Located("count(distinct " + expressions.any(expression) + ")", label, Long.class, true);
            case SUM -> {
                String number = expressions.number(expression);
                String wide = NumberKind.isSmall(all) ? "cast(" + number + " as bigint)" : number;
                yield new Located("sum(" + wide + ")", label, NumberKind.ofSum(all), false);
            }
            case AVG ->
                new Located("avg(cast(" + expressions.number(expression) + " as float))", label, Double.class, false);
            case MIN, MAX -> {
                Class<?> type = plain ? types.get(0) : NumberKind.ofSum(all);
                if (type == Boolean.class || type == boolean.class) {
                    throw Problems.noOrder(place(), label);
                }
                String name = aggregate == Aggregate.MIN ? "min(" : "max(";
                yield new Located(name + expressions.any(expression) + ")", label, Conversion.boxed(type), false);
            }
        };
    }

    /** Whether no other to-many join repeats what lies at the end of a branch. */
    private boolean isAlone(String branch) {
        return branches.stream().allMatch(each -> branch.equals(each) || branch.startsWith(each + "."));
    }

    /** The to-many relationship that an expression follows furthest; empty if it follows none. */
    private String branch(Expression expression) {
        String furthest = "";
        for (String path : Rebuilding.paths(expression)) {
            Route route = scope.route(path);
            if (route.elements().isPresent()) {
                throw QueryProblems.collection(place(), path);
            }
            String branch = branchOf(route);
            boolean below = branch.equals(furthest) || branch.startsWith(furthest + ".") || furthest.isEmpty();
            if (!below && !furthest.startsWith(branch + ".") && !branch.isEmpty()) {
                throw QueryProblems.severalBranches(place(), furthest, branch);
            }
            furthest = below ? branch : furthest;
        }
        return furthest;
    }

    private static String branchOf(Route route) {
        int last = -1;
        for (int hop = 0; hop < route.hops().size(); hop++) {
            if (route.hops().get(hop).toMany()) {
                last = hop;
            }
        }
        return last < 0 ? "" : route.upTo(last);
    }
}
