package org.easymodel.engine;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.RelationshipDescription;

/** The condition that a to-many relationship leads to a row that meets a condition of its own. */
final class Existence {

    private Existence() {}

    static Clause of(Scope scope, RelationshipDescription hop, Function<Scope, Clause> condition) {
        if (hop.link().isPresent()) {
            return overLink(scope, hop, hop.link().get(), condition);
        }
        EntityDescription target = scope.statement().model().target(hop);
        return Clause.any(scope.statement().model().parts(target).stream()
                .map(part -> of(scope, hop, part, condition))
                .toList());
    }

    private static Clause of(
            Scope scope, RelationshipDescription hop, EntityDescription target, Function<Scope, Clause> condition) {
        Scope row = scope.statement().scope(target, scope.statement().aliases().next("s"));
        Clause met = condition.apply(row);
        if (met.isNever()) {
            return Clause.NEVER;
        }
        String backward = backward(scope, hop, row);
        if (backward.isEmpty()) {
            scope.refuseSpread(hop);
        }
        String from = backward.isEmpty() ? scope.alias() + "." + hop.attribute() : target.name();
        return exists(row, from, backward, met);
    }

    /**
     * The condition that a collection of values at the end of to-one relationships contains one that meets a condition.
     *
     * @param condition of the collection's values, as they are named
     */
    static Clause ofElements(Scope scope, Route route, Function<Scope, Clause> condition) {
        Statement statement = scope.statement();
        Scope owner = route.hops().isEmpty()
                ? scope
                : statement.scope(statement.model().target(route.last()), scope.walk(route.hops()));
        if (statement.model().isSpread(owner.entity())) {
            throw QueryProblems.overSpread(statement.place(), statement.model(), route.path(), owner.entity());
        }
        Scope again = statement.scope(owner.entity(), statement.aliases().next("s"));
        Part.Elements collection = route.elements().orElseThrow().part();
        Scope value = again.of(collection, statement.aliases().next("m"));
        Clause met = condition.apply(value);
        if (met.isNever()) {
            return Clause.NEVER;
        }
        String same = owner.entity().id().stream()
                .map(id -> again.alias() + "." + id.name() + " = " + owner.alias() + "." + id.name())
                .collect(Collectors.joining(" and "));
        return Clause.of(
                "exists (select " + again.id() + " from " + again.entity().name() + " " + again.alias() + " join "
                        + again.alias() + "." + collection.name() + " " + value.alias() + " where " + same
                        + (met.isAlways() ? "" : " and " + met.text()) + ")");
    }

    /** How a row at the other end leads back; empty if it does not say so itself. */
    private static String backward(Scope scope, RelationshipDescription hop, Scope row) {
        if (hop.polymorphic()) {
            return scope.meets(hop, scope.alias(), row.alias());
        }
        if (!hop.key().isEmpty()) {
            return equal(row, hop.key(), scope);
        }
        return scope.statement()
                .model()
                .inverse(hop)
                .filter(RelationshipDescription::owner)
                .map(inverse -> inverse.key().isEmpty()
                        ? row.alias() + "." + inverse.attribute() + " = " + scope.alias()
                        : equal(row, inverse.key(), scope))
                .orElse("");
    }

    /** That a row holds the key of another one. */
    private static String equal(Scope row, KeyDescription key, Scope other) {
        return key.parts().stream()
                .map(part -> row.alias() + "." + part.attribute() + " = " + other.alias() + "." + part.id())
                .collect(Collectors.joining(" and "));
    }

    private static Clause overLink(
            Scope scope, RelationshipDescription hop, LinkDescription link, Function<Scope, Clause> condition) {
        scope.refuseSpread(hop);
        Statement statement = scope.statement();
        Scope target = statement.scope(
                statement.model().target(hop), statement.aliases().next("s"));
        Clause met = condition.apply(target);
        if (met.isNever()) {
            return Clause.NEVER;
        }
        Scope row = statement.scope(
                statement.model().entity(link.entity()), statement.aliases().next("l"));
        Clause leads = met.isAlways() ? Clause.ALWAYS : leadsTo(row, link.targetKey(), target, met);
        return exists(row, link.entity(), equal(row, link.sourceKey(), scope), leads);
    }

    private static Clause leadsTo(Scope row, KeyDescription key, Scope target, Clause met) {
        return key.single()
                .map(attribute -> Clause.of(row.alias() + "." + attribute + " in (select " + target.id() + " from "
                        + target.entity().name() + " " + target.alias()
                        + target.joins().textInside(target.statement().place()) + met.where(target) + ")"))
                .orElseGet(() -> exists(target, target.entity().name(), equal(row, key, target), met));
    }

    private static Clause exists(Scope row, String from, String backward, Clause met) {
        String both = backward.isEmpty() || met.isAlways() ? backward + met.text() : backward + " and " + met.text();
        return Clause.of("exists (select " + row.id() + " from " + from + " " + row.alias()
                + row.joins().textInside(row.statement().place()) + (both.isEmpty() ? "" : " where " + both) + ")");
    }
}
