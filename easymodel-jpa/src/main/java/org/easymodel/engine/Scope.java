package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * The rows that a condition speaks of.
 *
 * @param alias their name in the statement
 * @param joins where joins from them are kept
 * @param present what is not null where such a row exists; none where one always does
 */
record Scope(Statement statement, EntityDescription entity, String alias, Joins joins, List<String> present) {

    Scope(Statement statement, EntityDescription entity, String alias, Joins joins) {
        this(statement, entity, alias, joins, List.of());
    }

    /** An attribute over to-one relationships, as the statement writes it. */
    String attribute(Route route) {
        AttributeDescription attribute = route.attribute().orElseThrow();
        List<RelationshipDescription> hops = route.hops();
        Optional<String> key = keyInstead(route);
        return key.isPresent()
                ? walk(hops.subList(0, hops.size() - 1)) + "." + key.get()
                : walk(hops) + "." + attribute.name();
    }

    /** The attribute of a key that holds the part of the id which a route leads to, so that the other row is not needed. */
    Optional<String> keyInstead(Route route) {
        if (route.hops().isEmpty()) {
            return Optional.empty();
        }
        RelationshipDescription last = route.hops().get(route.hops().size() - 1);
        return last.owner()
                ? route.attribute().flatMap(attribute -> last.key().holding(attribute.name()))
                : Optional.empty();
    }

    /** A to-one relationship itself: its key where one attribute is all of it. */
    String relationship(List<RelationshipDescription> hops) {
        RelationshipDescription last = hops.get(hops.size() - 1);
        String owner = walk(hops.subList(0, hops.size() - 1));
        if (last.owner()) {
            return owner + "." + last.key().single().orElse(last.attribute());
        }
        return joins.to(owner, last.attribute()) + "."
                + statement.model().target(last).id().get(0).name();
    }

    /** The name of the row at the end of to-one relationships. */
    String walk(List<RelationshipDescription> hops) {
        String at = alias;
        for (RelationshipDescription hop : hops) {
            at = joins.to(at, hop.attribute());
        }
        return at;
    }

    /** What is not null where all rows on a route exist. */
    List<String> present(List<RelationshipDescription> hops) {
        return hops.isEmpty() ? present : keys(hops);
    }

    /** What is null, all or in part, where a to-one relationship leads to no row. */
    List<String> keys(List<RelationshipDescription> hops) {
        RelationshipDescription last = hops.get(hops.size() - 1);
        if (!last.owner() || last.key().isEmpty()) {
            return List.of(relationship(hops));
        }
        String owner = walk(hops.subList(0, hops.size() - 1));
        return last.key().attributes().stream()
                .map(attribute -> owner + "." + attribute)
                .toList();
    }

    /** The rows at the other end of a to-one relationship, with the joins of this scope. */
    Scope at(RelationshipDescription hop) {
        return new Scope(
                statement, statement.model().target(hop), joins.to(alias, hop.attribute()), joins, keys(List.of(hop)));
    }

    /** The first attribute of the primary key, which always has a value. */
    String id() {
        return alias + "." + entity.id().get(0).name();
    }
}
