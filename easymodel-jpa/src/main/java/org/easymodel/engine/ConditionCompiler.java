package org.easymodel.engine;

import java.util.Collection;
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
import org.easymodel.query.Subquery;
import org.easymodel.query.TextPattern;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Conditions as a statement writes them. A to-one relationship is joined, so that rows without a target stay; a to-many
 * relationship becomes a subquery, so that no row comes twice.
 *
 * @param exact whether what is written must be false, not unknown, where a value is missing: its opposite is asked for
 * @param depth how many conditions lie around
 */
record ConditionCompiler(Scope scope, boolean exact, int depth) implements Condition.Cases<Clause> {

    private static final int DEEPEST = 100;

    ConditionCompiler(Scope scope) {
        this(scope, false, 0);
    }

    Clause compile(Condition condition) {
        if (condition == null) {
            throw QueryProblems.noCondition(place());
        }
        Optional<Condition> forked = Forks.rewritten(scope, condition);
        return forked.isPresent()
                ? new ConditionCompiler(scope.whole(), exact, depth).compile(forked.get())
                : condition.match(this);
    }

    private ConditionCompiler below(Scope inner, boolean exactly) {
        if (depth == DEEPEST) {
            throw QueryProblems.conditionTooDeep(place(), DEEPEST);
        }
        return new ConditionCompiler(inner, exactly, depth + 1);
    }

    private String place() {
        return scope.statement().place();
    }

    @Override
    public Clause comparison(Expression left, Relation relation, Object right) {
        return about(left, List.of(right), Rebuilding.comparison(relation, right), subject -> {
            subject.require(relation);
            if (relation == Relation.EQUAL && isOwnId(subject) && !(right instanceof Expression)) {
                return new ValueList(subject).in(List.of(subject.value(right)));
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
        List<?> present = values.stream().filter(Objects::nonNull).toList();
        Clause among = about(
                left,
                List.of(),
                other -> other.in(present),
                subject -> subject.entityBound()
                        ? ofRows(subject, present)
                        : new ValueList(subject).in(distinct(subject, present)));
        return present.size() == values.size() ? among : Clause.any(List.of(among, isNull(left)));
    }

    @Override
    public Clause notIn(Expression left, List<?> values) {
        List<?> present = values.stream().filter(Objects::nonNull).toList();
        if (present.isEmpty()) {
            Clause any = notNull(left);
            return values.isEmpty() ? Clause.ALWAYS : any;
        }
        return about(
                left,
                List.of(),
                other -> other.notIn(present),
                subject -> subject.entityBound()
                        ? Clause.all(Stream.concat(
                                        filled(subject.gaps(), true),
                                        Stream.of(ofRows(subject, present).negate()))
                                .toList())
                        : new ValueList(subject).notIn(distinct(subject, present)));
    }

    /**
     * One of some rows whose keys have several parts, part by part where attributes hold them, otherwise row by row: not every
     * database compares several columns with a list, and the provider does not pair them by name.
     */
    private Clause ofRows(Subject subject, List<?> rows) {
        Scope at = subject.scope();
        Set<Object> entities = distinct(subject, rows);
        new ValueList(subject).requireFew(entities);
        List<String> parts = at.statement().model().idPaths(subject.related().orElseThrow());
        boolean itself = subject.text().equals(at.alias());
        String prefix = itself ? "" : subject.path() + ".";
        Set<List<Object>> keys = new LinkedHashSet<>();
        entities.forEach(row -> keys.add(subject.keyOf(row, parts)));
        if (!itself
                && !parts.stream()
                        .allMatch(part -> at.keyInstead(at.route(prefix + part)).isPresent())) {
            return Clause.any(entities.stream()
                    .map(row -> Clause.of(subject.text() + " = " + subject.bound(row)))
                    .toList());
        }
        KeyList list = new KeyList(parts.stream().map(part -> prefix + part).toList());
        return below(at, true).compile(Conditions.any(list.conditions(keys)));
    }

    private static Set<Object> distinct(Subject subject, List<?> values) {
        Set<Object> distinct = new LinkedHashSet<>();
        values.stream().map(subject::value).forEach(distinct::add);
        return distinct;
    }

    @Override
    public Clause within(Expression left, Subquery values, boolean negated) {
        return about(
                left, List.of(), other -> negated ? other.notIn(values) : other.in(values), subject -> JpaGrouping.of(
                                place(), values)
                        .among(subject, negated));
    }

    @Override
    public Clause like(Expression left, TextPattern pattern) {
        return about(left, List.of(), Rebuilding.like(pattern), subject -> {
            subject.requireText();
            return pattern.exact()
                    ? Clause.of(subject.text() + " = " + subject.bound(pattern.text()))
                    : Clause.of(subject.text() + " like " + subject.bound(pattern.like()) + " escape '"
                            + TextPattern.ESCAPE + "'");
        });
    }

    @Override
    public Clause isNull(Expression left) {
        return valueOrNone(left, false);
    }

    @Override
    public Clause notNull(Expression left) {
        return valueOrNone(left, true);
    }

    @Override
    public Clause all(List<Condition> conditions) {
        return Clause.all(conditions.stream().map(below(scope, exact)::compile).toList());
    }

    @Override
    public Clause any(List<Condition> conditions) {
        return Clause.any(conditions.stream().map(below(scope, exact)::compile).toList());
    }

    @Override
    public Clause not(Condition condition) {
        return below(scope, true).compile(condition).negate();
    }

    @Override
    public Clause related(String path, Condition condition) {
        if (scope.flat().isPresent()) {
            return below(scope.inside(scope.prefix() + path), exact).compile(condition);
        }
        Route route = scope.route(path);
        if (route.attribute().isPresent()) {
            throw Problems.nestedUnderAttribute(place(), path, route.attribute().get());
        }
        if (route.fork().isPresent()) {
            return related(
                    scope,
                    route.hops(),
                    exact,
                    false,
                    (row, exactly) -> forked(row, route.fork().get().pair(), exactly, condition));
        }
        return related(scope, route.hops(), exact, !NeedsRow.of(condition), (target, exactly) -> {
            if (route.embeddable().isPresent()) {
                return below(target.inside(route.embeddable().get()), exactly).compile(condition);
            }
            return route.elements().isEmpty()
                    ? below(target, exactly).compile(condition)
                    : Existence.ofElements(target, here(route), value -> {
                        String behind = route.elements().get().behind();
                        Scope inner = behind.isEmpty() ? value : value.inside(behind);
                        return below(inner, false).compile(condition);
                    });
        });
    }

    /** What is asked of the row that a polymorphic pair leads to, whatever entity it is of. */
    private Clause forked(Scope row, PolymorphicDescription pair, boolean exactly, Condition condition) {
        Clause met = below(row.inside(pair.attribute()), exactly).compile(condition);
        return NeedsRow.of(condition) || met.isNever()
                ? met
                : Clause.all(Stream.concat(
                                Stream.of(met),
                                filled(List.of(row.alias() + "." + pair.type(), row.alias() + "." + pair.key()), true))
                        .toList());
    }

    /** A collection of values as its owner sees it. */
    private static Route here(Route route) {
        return Route.toElements(route.path(), List.of(), route.elements().orElseThrow());
    }

    /** What is asked of the rows that a path leads to, and whether it must be false where a value is missing. */
    private interface Asked {

        Clause of(Scope rows, boolean exactly);
    }

    /**
     * The condition that there is a row at the end of relationships that meets what is asked.
     *
     * @param present whether it could be met by a row that is not there, so that the row is asked for by itself
     */
    private static Clause related(
            Scope scope, List<RelationshipDescription> hops, boolean exact, boolean present, Asked asked) {
        if (hops.isEmpty()) {
            return asked.of(scope, exact);
        }
        RelationshipDescription hop = hops.get(0);
        List<RelationshipDescription> further = hops.subList(1, hops.size());
        if (hop.toMany() || hop.polymorphic()) {
            return Existence.of(scope, hop, target -> related(target, further, false, present, asked));
        }
        Scope target = scope.at(hop);
        Clause met = related(target, further, exact, present, asked);
        if (!further.isEmpty() || !present || met.isNever()) {
            return met;
        }
        return Clause.all(Stream.concat(Stream.of(met), filled(List.of(target.id()), true))
                .toList());
    }

    /** Finds out what a condition is about; one over a to-many relationship is compiled again at its other end. */
    private Clause about(
            Expression left,
            List<?> operands,
            Function<Expression, Condition> again,
            Function<Subject, Clause> clause) {
        boolean ignoreCase = Rebuilding.ignoresCase(left);
        Optional<String> path = Rebuilding.path(left);
        if (path.isEmpty()) {
            if (ignoreCase) {
                throw Problems.noText(place(), "", Optional.empty(), false);
            }
            return settled(Subject.calculation(scope, left), clause, exact);
        }
        if (path.get().isEmpty()) {
            throw Problems.noSubject(place());
        }
        if (scope.flat().isPresent()) {
            return settled(Subject.of(scope, scope.value(path.get()), ignoreCase), clause, exact);
        }
        Route route = scope.route(path.get());
        boolean compared = operands.stream().anyMatch(Expression.class::isInstance);
        int toMany = compared ? route.firstToMany() : route.firstApart();
        boolean several = toMany >= 0 || route.elements().isPresent();
        if (several && compared) {
            throw Problems.toManyAgainstExpression(place(), route.path());
        }
        if (toMany >= 0) {
            List<RelationshipDescription> hops = route.hops().subList(0, toMany + 1);
            String behind = route.behind(toMany);
            return related(
                    scope,
                    hops,
                    exact,
                    false,
                    (target, exactly) -> behind.isEmpty()
                            ? settled(Subject.itself(target, route.path()), clause, exactly)
                            : below(target, exactly).compile(again.apply(Rebuilding.at(behind, left))));
        }
        if (route.elements().isPresent()) {
            return Existence.ofElements(
                    scope, route, value -> settled(element(value, route, ignoreCase), clause, false));
        }
        return settled(subject(route, ignoreCase), clause, exact);
    }

    private Subject element(Scope value, Route route, boolean ignoreCase) {
        Route.Elements elements = route.elements().orElseThrow();
        if (!elements.behind().isEmpty()) {
            return Subject.of(value, value.value(elements.behind()), ignoreCase);
        }
        if (elements.part().embeddable()) {
            throw QueryProblems.embeddable(place(), route.path());
        }
        return Subject.of(
                value, new Located(value.alias(), route.path(), elements.part().element(), true), ignoreCase);
    }

    private Subject subject(Route route, boolean ignoreCase) {
        if (route.isRelationship()) {
            return Subject.row(scope, route);
        }
        if (route.embeddable().isPresent()) {
            throw QueryProblems.embeddable(place(), route.path());
        }
        return Subject.of(scope, scope.value(route), ignoreCase);
    }

    /** A comparison; where its opposite is asked for, it says itself that there is something to compare. */
    private static Clause settled(Subject subject, Function<Subject, Clause> clause, boolean exactly) {
        Clause met = clause.apply(subject);
        if (!exactly || met.isAlways() || met.isNever()) {
            return met;
        }
        List<String> gaps = subject.gaps().stream().distinct().toList();
        Clause filled =
                Clause.all(Stream.concat(Stream.of(met), filled(gaps, true)).toList());
        return met.opposite().isEmpty()
                ? filled
                : Clause.of(
                        filled.text(),
                        Clause.any(Stream.concat(Stream.of(met.negate()), filled(gaps, false))
                                        .toList())
                                .text());
    }

    private static Stream<Clause> filled(Collection<String> texts, boolean present) {
        return texts.stream().map(text -> Clause.of(text + (present ? " is not null" : " is null")));
    }

    /** Whether there is a value. It needs a row that could have one; only a relationship itself does not. */
    private Clause valueOrNone(Expression left, boolean present) {
        String path = Rebuilding.path(left).orElseThrow(() -> Problems.nullCalculation(place()));
        if (path.isEmpty()) {
            throw Problems.noSubject(place());
        }
        if (scope.flat().isPresent()) {
            return filled(List.of(scope.value(path).text()), present).toList().get(0);
        }
        Route route = scope.route(path);
        int toMany = route.firstApart();
        if (toMany >= 0 && !route.behind(toMany).isEmpty()) {
            Expression behind = Conditions.attribute(route.behind(toMany));
            return related(scope, route.hops().subList(0, toMany + 1), exact, false, (target, exactly) -> below(
                            target, exactly)
                    .compile(present ? behind.notNull() : behind.isNull()));
        }
        if (toMany >= 0) {
            Clause some = related(scope, route.hops(), exact, false, (target, exactly) -> Clause.ALWAYS);
            return present ? some : some.negate();
        }
        if (route.elements().isPresent()) {
            return ofElements(route, present);
        }
        if (route.isRelationship()) {
            List<Clause> keys = filled(scope.leading(route.hops()), present).toList();
            return present ? Clause.all(keys) : Clause.any(keys);
        }
        return ofValues(route, present);
    }

    private Clause ofElements(Route route, boolean present) {
        if (!route.elements().orElseThrow().behind().isEmpty()) {
            return Existence.ofElements(
                    scope,
                    route,
                    value -> Clause.all(
                            filled(List.of(element(value, route, false).text()), present)
                                    .toList()));
        }
        Clause some = Existence.ofElements(scope, route, value -> Clause.ALWAYS);
        return present ? some : some.negate();
    }

    /** An attribute, or an embeddable, which has a value where one of its attributes has. */
    private Clause ofValues(Route route, boolean present) {
        List<String> texts =
                route.attribute().isPresent() ? List.of(scope.attribute(route)) : scope.attributesOf(route);
        List<Clause> values = filled(texts, present).toList();
        Clause met = present ? Clause.any(values) : Clause.all(values);
        if (present || route.hops().isEmpty() || scope.keyInstead(route).isPresent()) {
            return met;
        }
        return Clause.all(Stream.concat(Stream.of(met), filled(List.of(scope.there(route.hops())), true))
                .toList());
    }

    /** A list of one id, since the provider would treat one id as a look-up that loads no relationships. */
    private boolean isOwnId(Subject subject) {
        return subject.text().equals(scope.id()) && subject.related().isEmpty();
    }
}
