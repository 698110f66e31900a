package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Expression;
import org.easymodel.query.Relation;
import org.easymodel.query.TextPattern;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Conditions as a statement writes them. A to-one relationship is joined, so that rows without a target stay; a to-many
 * relationship becomes a subquery, so that no row comes twice.
 */
record ConditionCompiler(Scope scope) implements Condition.Cases<Clause> {

    private static final int VALUES_PER_LIST = 1000;
    private static final int VALUES_PER_STATEMENT = 30_000;

    Clause compile(Condition condition) {
        return condition.match(this);
    }

    @Override
    public Clause comparison(Expression left, Relation relation, Object right) {
        return about(left, List.of(right), Rebuilding.comparison(relation, right), subject -> {
            subject.require(relation);
            if (relation == Relation.EQUAL && isOwnId(subject) && !(right instanceof Expression)) {
                return membership(subject, List.of(right));
            }
            return Clause.of(subject.text() + " " + relation.symbol() + " " + subject.operand(right));
        });
    }

    @Override
    public Clause between(Expression left, Object lowest, Object highest) {
        return about(left, List.of(lowest, highest), other -> other.between(lowest, highest), subject -> {
            subject.require(Relation.GREATER);
            return Clause.of(
                    subject.text() + " between " + subject.operand(lowest) + " and " + subject.operand(highest));
        });
    }

    @Override
    public Clause in(Expression left, List<?> values) {
        return about(left, List.of(), other -> other.in(values), subject -> membership(subject, values));
    }

    @Override
    public Clause like(Expression left, TextPattern pattern) {
        return about(left, List.of(), Rebuilding.like(pattern), subject -> {
            subject.requireText();
            return pattern.exact()
                    ? Clause.of(subject.text() + " = " + scope.statement().bind(pattern.text()))
                    : Clause.of(subject.text() + " like " + scope.statement().bind(pattern.like()) + " escape '"
                            + TextPattern.ESCAPE + "'");
        });
    }

    @Override
    public Clause isNull(Expression left) {
        return about(left, List.of(), Expression::isNull, subject -> {
            if (subject.attribute().isEmpty()) {
                throw Problems.nullCalculation(scope.statement().place());
            }
            return missing(subject);
        });
    }

    @Override
    public Clause all(List<Condition> conditions) {
        return Clause.all(conditions.stream().map(this::compile).toList());
    }

    @Override
    public Clause any(List<Condition> conditions) {
        return Clause.any(conditions.stream().map(this::compile).toList());
    }

    @Override
    public Clause not(Condition condition) {
        return compile(condition).negate();
    }

    @Override
    public Clause related(String path, Condition condition) {
        Route route = scope.statement().routes().resolve(scope.statement().place(), scope.entity(), path);
        if (route.attribute().isPresent()) {
            throw Problems.nestedUnderAttribute(
                    scope.statement().place(), path, route.attribute().get());
        }
        return related(scope, route.hops(), condition);
    }

    private static Clause related(Scope scope, List<RelationshipDescription> hops, Condition condition) {
        if (hops.isEmpty()) {
            return new ConditionCompiler(scope).compile(condition);
        }
        RelationshipDescription hop = hops.get(0);
        List<RelationshipDescription> further = hops.subList(1, hops.size());
        return hop.toMany()
                ? Existence.of(scope, hop, target -> related(target, further, condition))
                : related(scope.at(hop), further, condition);
    }

    /** Finds out what a condition is about; one over a to-many relationship is compiled again at its other end. */
    private Clause about(
            Expression left,
            List<Object> operands,
            Function<Expression, Condition> again,
            Function<Subject, Clause> clause) {
        Optional<String> path = Rebuilding.path(left);
        if (path.isEmpty()) {
            String text = new ExpressionCompiler(scope).number(left);
            return clause.apply(new Subject(scope, text, text, Optional.empty(), Optional.empty(), false));
        }
        String place = scope.statement().place();
        if (path.get().isEmpty()) {
            throw Problems.noSubject(place);
        }
        Route route = scope.statement().routes().resolve(place, scope.entity(), path.get());
        int toMany = route.firstToMany();
        if (toMany < 0) {
            return clause.apply(subject(route));
        }
        if (route.behind(toMany).isEmpty()) {
            throw Problems.toManyItself(
                    place,
                    route.path(),
                    scope.statement().model().target(route.hops().get(toMany)));
        }
        if (operands.stream().anyMatch(Expression.class::isInstance)) {
            throw Problems.toManyAgainstExpression(place, route.path());
        }
        return related(
                scope, route.hops().subList(0, toMany + 1), again.apply(Conditions.attribute(route.behind(toMany))));
    }

    private Subject subject(Route route) {
        if (route.attribute().isPresent()) {
            return new Subject(scope, scope.attribute(route), route.path(), route.attribute(), Optional.empty(), false);
        }
        RelationshipDescription last = route.hops().get(route.hops().size() - 1);
        EntityDescription target = scope.statement().model().target(last);
        return new Subject(
                scope,
                scope.relationship(route.hops()),
                route.path(),
                Optional.of(target.id().get(0)),
                Optional.of(target),
                last.owner() && last.key().single().isEmpty());
    }

    /** A missing value needs a row that could have it; only a missing relationship does not. */
    private Clause missing(Subject subject) {
        Route route = scope.statement().routes().resolve(scope.statement().place(), scope.entity(), subject.path());
        Clause missing = subject.related().isPresent()
                ? Clause.any(scope.keys(route.hops()).stream()
                        .map(key -> Clause.of(key + " is null"))
                        .toList())
                : Clause.of(subject.text() + " is null");
        if (subject.related().isPresent() || scope.keyInstead(route).isPresent()) {
            return missing;
        }
        return Clause.all(Stream.concat(
                        Stream.of(missing),
                        scope.present(route.hops()).stream().map(key -> Clause.of(key + " is not null")))
                .toList());
    }

    /** A list of one id, since the provider would treat one id as a look-up that loads no relationships. */
    private boolean isOwnId(Subject subject) {
        return subject.text().equals(scope.id()) && subject.related().isEmpty();
    }

    private Clause membership(Subject subject, List<?> values) {
        Set<Object> distinct = new LinkedHashSet<>();
        values.stream().filter(Objects::nonNull).map(subject::value).forEach(distinct::add);
        if (distinct.size() > VALUES_PER_STATEMENT) {
            throw Problems.tooManyValues(scope.statement().place(), subject.path(), VALUES_PER_STATEMENT);
        }
        List<Object> ordered = new ArrayList<>(distinct);
        List<Clause> parts = new ArrayList<>();
        for (int from = 0; from < ordered.size(); from += VALUES_PER_LIST) {
            List<Object> part = ordered.subList(from, Math.min(from + VALUES_PER_LIST, ordered.size()));
            parts.add(Clause.of(subject.text() + " in " + scope.statement().bind(part)));
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            parts.add(missing(subject));
        }
        return Clause.any(parts);
    }
}
