package org.easymodel.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.easymodel.query.Expression;
import org.easymodel.query.Relation;
import org.easymodel.query.Subquery;
import org.easymodel.query.TextPattern;
import org.easymodel.relate.PolymorphicDescription;

/**
 * Conditions over a polymorphic pair that do not say to which entity it leads, as conditions that do: the pair itself as what
 * its two attributes hold, what lies behind it as that of any of its entities. Empty where a condition is about anything else.
 */
record Forks(Scope scope) implements Condition.Cases<Optional<Condition>> {

    /** The condition in such words; to be read from the whole rows. */
    static Optional<Condition> rewritten(Scope scope, Condition condition) {
        boolean none = scope.statement().model().description().polymorphic().isEmpty();
        return none || scope.flat().isPresent() ? Optional.empty() : condition.match(new Forks(scope));
    }

    private String place() {
        return scope.statement().place();
    }

    private Optional<Route> fork(Expression left) {
        return Rebuilding.path(left)
                .filter(path -> !path.isEmpty())
                .map(scope::route)
                .filter(route -> route.fork().isPresent());
    }

    /** What is asked of the pair itself, or the same of the path behind it from each entity. */
    private Optional<Condition> about(
            Expression left,
            Function<PolymorphicDescription, Condition> itself,
            Function<Expression, Condition> behind) {
        return fork(left).map(route -> {
            PolymorphicDescription pair = route.fork().orElseThrow().pair();
            return route.fork().get().behind().isEmpty()
                    ? under(route, itself.apply(pair))
                    : Conditions.any(each(route).stream()
                            .map(path -> behind.apply(Rebuilding.at(path, left)))
                            .toList());
        });
    }

    /** The paths that name the entities; all of these must have what lies behind the pair. */
    private List<String> each(Route route) {
        Route.Fork fork = route.fork().orElseThrow();
        Model model = scope.statement().model();
        Routes routes = scope.statement().routes();
        List<String> entities = fork.pair().entities();
        List<String> having = entities.stream()
                .filter(entity -> routes.leadsAnywhere(model.entity(entity), fork.behind()))
                .toList();
        if (having.isEmpty()) {
            routes.meant(route).ifPresent(meant -> {
                throw PairProblems.misspelt(place(), route, meant);
            });
            routes.resolve(place(), model.entity(entities.get(0)), fork.behind());
        }
        if (having.size() < entities.size()) {
            String other = entities.stream()
                    .filter(entity -> !having.contains(entity))
                    .findFirst()
                    .orElseThrow();
            throw PairProblems.notOfAll(place(), route, other, having.get(0));
        }
        String before = before(route);
        String pair = (before.isEmpty() ? "" : before + ".") + fork.pair().attribute() + ".";
        return entities.stream()
                .map(entity -> pair + entity + "." + fork.behind())
                .toList();
    }

    private static String before(Route route) {
        return route.hops().isEmpty() ? "" : route.upTo(route.hops().size() - 1);
    }

    private static Condition under(Route route, Condition condition) {
        String before = before(route);
        return before.isEmpty() ? condition : Conditions.related(before, condition);
    }

    private Condition leadsTo(PolymorphicDescription pair, List<?> entities) {
        Map<PolymorphicDescription.Target, List<Object>> ids = new LinkedHashMap<>();
        for (Object entity : entities) {
            String name = scope.statement().model().unit().entityName(entity);
            PolymorphicDescription.Target target = Optional.ofNullable(name)
                    .flatMap(each -> scope.statement().model().description().target(pair, each))
                    .orElseThrow(() -> PairProblems.noneOf(place(), pair, entity.getClass()));
            Object id = scope.statement().model().unit().get(entity, target.id());
            if (id == null) {
                throw Problems.newEntity(place(), pair.attribute());
            }
            ids.computeIfAbsent(target, each -> new ArrayList<>()).add(id);
        }
        return Conditions.any(ids.entrySet().stream()
                .map(entry -> Conditions.all(
                        Conditions.attribute(pair.type()).equalTo(entry.getKey().value()),
                        Conditions.attribute(pair.key()).in(entry.getValue())))
                .toList());
    }

    private static Condition isEmpty(PolymorphicDescription pair) {
        return Conditions.any(
                Conditions.attribute(pair.type()).isNull(),
                Conditions.attribute(pair.key()).isNull());
    }

    private static Condition isFilled(PolymorphicDescription pair) {
        return Conditions.all(
                Conditions.attribute(pair.type()).notNull(),
                Conditions.attribute(pair.key()).notNull());
    }

    private Condition leadsElsewhere(PolymorphicDescription pair, List<?> entities) {
        return isFilled(pair).and(Conditions.not(leadsTo(pair, entities)));
    }

    private Condition unordered(PolymorphicDescription pair) {
        throw Problems.noOrder(place(), pair.attribute());
    }

    @Override
    public Optional<Condition> comparison(Expression left, Relation relation, Object right) {
        return about(
                left,
                pair -> {
                    if (relation.isOrdered()) {
                        return unordered(pair);
                    }
                    return relation == Relation.EQUAL
                            ? leadsTo(pair, List.of(right))
                            : leadsElsewhere(pair, List.of(right));
                },
                Rebuilding.comparison(relation, right));
    }

    @Override
    public Optional<Condition> between(Expression left, Object lowest, Object highest) {
        return about(left, this::unordered, other -> other.between(lowest, highest));
    }

    @Override
    public Optional<Condition> in(Expression left, List<?> values) {
        return about(
                left,
                pair -> {
                    List<?> present = values.stream().filter(Objects::nonNull).toList();
                    Condition among = leadsTo(pair, present);
                    return present.size() == values.size() ? among : among.or(isEmpty(pair));
                },
                other -> other.in(values));
    }

    @Override
    public Optional<Condition> notIn(Expression left, List<?> values) {
        return about(
                left,
                pair -> values.isEmpty()
                        ? Conditions.all()
                        : leadsElsewhere(
                                pair, values.stream().filter(Objects::nonNull).toList()),
                other -> other.notIn(values));
    }

    @Override
    public Optional<Condition> within(Expression left, Subquery values, boolean negated) {
        return about(
                left,
                pair -> {
                    throw PairProblems.noTypeNamed(place(), fork(left).orElseThrow(), Optional.empty());
                },
                other -> negated ? other.notIn(values) : other.in(values));
    }

    @Override
    public Optional<Condition> like(Expression left, TextPattern pattern) {
        return about(
                left,
                pair -> {
                    throw Problems.noText(place(), pair.attribute(), Optional.empty(), true);
                },
                Rebuilding.like(pattern));
    }

    @Override
    public Optional<Condition> isNull(Expression left) {
        return about(left, Forks::isEmpty, Expression::isNull);
    }

    @Override
    public Optional<Condition> notNull(Expression left) {
        return about(left, Forks::isFilled, Expression::notNull);
    }

    @Override
    public Optional<Condition> all(List<Condition> conditions) {
        return Optional.empty();
    }

    @Override
    public Optional<Condition> any(List<Condition> conditions) {
        return Optional.empty();
    }

    @Override
    public Optional<Condition> not(Condition condition) {
        return Optional.empty();
    }

    @Override
    public Optional<Condition> related(String path, Condition condition) {
        Route route = scope.route(path);
        boolean further = route.fork().filter(fork -> !fork.behind().isEmpty()).isPresent();
        return further
                ? Optional.of(Conditions.any(each(route).stream()
                        .map(each -> Conditions.related(each, condition))
                        .toList()))
                : Optional.empty();
    }
}
