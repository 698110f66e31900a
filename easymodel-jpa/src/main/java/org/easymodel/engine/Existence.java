package org.easymodel.engine;

import java.util.function.Function;
import org.easymodel.relate.EntityDescription;
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
        Scope row = scope.statement().scope(target, scope.statement().aliases().next("s"));
        Clause met = condition.apply(row);
        if (met.isNever()) {
            return Clause.NEVER;
        }
        String backward = backward(scope, hop, row);
        String from = backward.isEmpty() ? scope.alias() + "." + hop.attribute() : target.name();
        return exists(row, from, backward, met);
    }

    /** How a row at the other end leads back; empty if it does not say so itself. */
    private static String backward(Scope scope, RelationshipDescription hop, Scope row) {
        if (hop.key().isPresent()) {
            return row.alias() + "." + hop.key().get() + " = " + scope.id();
        }
        return scope.statement()
                .model()
                .inverse(hop)
                .filter(RelationshipDescription::owner)
                .map(inverse -> inverse.key()
                        .map(key -> row.alias() + "." + key + " = " + scope.id())
                        .orElseGet(() -> row.alias() + "." + inverse.attribute() + " = " + scope.alias()))
                .orElse("");
    }

    private static Clause overLink(
            Scope scope, RelationshipDescription hop, LinkDescription link, Function<Scope, Clause> condition) {
        Statement statement = scope.statement();
        Scope target = statement.scope(
                statement.model().target(hop), statement.aliases().next("s"));
        Clause met = condition.apply(target);
        if (met.isNever()) {
            return Clause.NEVER;
        }
        Scope row = statement.scope(
                statement.model().entity(link.entity()), statement.aliases().next("l"));
        Clause leads = met.isAlways()
                ? Clause.ALWAYS
                : Clause.of(row.alias() + "." + link.targetKey() + " in (select " + target.id() + " from "
                        + target.entity().name() + " " + target.alias()
                        + target.joins().text() + met.where(target) + ")");
        return exists(row, link.entity(), row.alias() + "." + link.sourceKey() + " = " + scope.id(), leads);
    }

    private static Clause exists(Scope row, String from, String backward, Clause met) {
        String both = backward.isEmpty() || met.isAlways() ? backward + met.text() : backward + " and " + met.text();
        return Clause.of("exists (select " + row.id() + " from " + from + " " + row.alias()
                + row.joins().text() + (both.isEmpty() ? "" : " where " + both) + ")");
    }
}
