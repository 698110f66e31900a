package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.TypeValue;

/**
 * The rows that a condition speaks of.
 *
 * @param entity the entity whose rows they are; of values in a collection, the entity that has it
 * @param alias their name in the statement
 * @param joins where joins from them are kept
 * @param certain whether there is such a row; not so at the end of a to-one relationship
 * @param prefix the embeddable that all paths begin with, and a dot; empty for the row itself
 * @param flat how a path is found where these are no rows: values in a collection, or columns
 * @param several whether values over to-many relationships may be asked for, since they are aggregated
 */
record Scope(
        Statement statement,
        EntityDescription entity,
        String alias,
        Joins joins,
        boolean certain,
        String prefix,
        Optional<Flat> flat,
        boolean several) {

    /** Something that has values under paths, and no relationships. */
    interface Flat {

        Located value(String path);
    }

    Scope(Statement statement, EntityDescription entity, String alias, Joins joins) {
        this(statement, entity, alias, joins, true, "", Optional.empty(), false);
    }

    /** The values of an embeddable in these rows. */
    Scope inside(String embeddable) {
        return new Scope(statement, entity, alias, joins, certain, embeddable + ".", flat, several);
    }

    /** The rows themselves rather than an embeddable in them. */
    Scope whole() {
        return new Scope(statement, entity, alias, joins, certain, "", flat, several);
    }

    /** The values of a collection, under a name of their own. */
    Scope of(Part.Elements collection, String name) {
        return flat(name, path -> element(collection, name, path));
    }

    /** Columns, which have no rows behind them. */
    Scope columns(Flat columns) {
        return flat(alias, columns);
    }

    private Scope flat(String name, Flat values) {
        return new Scope(statement, entity, name, new Joins(statement.aliases()), true, "", Optional.of(values), false);
    }

    /** The same rows, of whose related rows an aggregate may be asked. */
    Scope withSeveral() {
        return new Scope(statement, entity, alias, joins, certain, prefix, flat, true);
    }

    /** The route of a path from these rows. */
    Route route(String path) {
        return statement.routes().resolve(statement.place(), entity, prefix + path);
    }

    /** One value over to-one relationships, or of a value in a collection. */
    Located value(String path) {
        if (flat.isPresent()) {
            return flat.get().value(prefix + path);
        }
        Route route = statement.routes().attribute(statement.place(), entity, prefix + path);
        if (route.firstToMany() >= 0 && !several) {
            throw Problems.toManyInExpression(
                    statement.place(), path, route.hops().get(route.firstToMany()));
        }
        return value(route);
    }

    /** The attribute at the end of a route over to-one relationships. */
    Located value(Route route) {
        AttributeDescription attribute = route.attribute().orElseThrow();
        boolean ofRow = attribute.name().indexOf('.') < 0 || attribute.role() == AttributeDescription.Role.ID;
        return new Located(
                attribute(route),
                route.path(),
                attribute.type(),
                certain && ofRow && route.hops().isEmpty() && attribute.required());
    }

    private Located element(Part.Elements collection, String name, String path) {
        Part part = statement.routes().elementAttribute(statement.place(), path, 0, collection, path);
        if (!(part instanceof Part.Value value)) {
            throw QueryProblems.embeddable(statement.place(), path);
        }
        return new Located(name + "." + path, path, value.type(), value.type().isPrimitive());
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

    /** The attributes of an embeddable over to-one relationships. */
    List<String> attributesOf(Route route) {
        String owner = walk(route.hops());
        EntityDescription holder =
                route.hops().isEmpty() ? entity : statement.model().target(route.last());
        return holder.embedded().stream()
                .map(AttributeDescription::name)
                .filter(name -> name.startsWith(route.embeddable().orElseThrow() + "."))
                .map(name -> owner + "." + name)
                .toList();
    }

    /** The attribute of a key that holds the part of the id which a route leads to, so that the other row is not needed. */
    Optional<String> keyInstead(Route route) {
        if (route.hops().isEmpty()) {
            return Optional.empty();
        }
        RelationshipDescription last = route.last();
        return last.owner() && !last.polymorphic()
                ? route.attribute().flatMap(attribute -> last.key().holding(attribute.name()))
                : Optional.empty();
    }

    /** A to-one relationship itself: its key where one attribute is all of it. */
    String relationship(List<RelationshipDescription> hops) {
        RelationshipDescription last = hops.get(hops.size() - 1);
        String owner = walk(hops.subList(0, hops.size() - 1));
        if (last.owner() && !last.polymorphic()) {
            return owner + "." + last.key().single().orElse(last.attribute());
        }
        return there(hops);
    }

    /** The name of the row at the end of to-one relationships. */
    String walk(List<RelationshipDescription> hops) {
        String at = alias;
        for (RelationshipDescription hop : hops) {
            at = join(at, hop);
        }
        return at;
    }

    /** Of a row at the other end only those could be asked that are in one of several tables. */
    void refuseSpread(RelationshipDescription hop) {
        EntityDescription target = statement.model().target(hop);
        if (statement.model().isSpread(target)) {
            throw QueryProblems.overSpread(statement.place(), statement.model(), hop.path(), target);
        }
    }

    private String join(String at, RelationshipDescription hop) {
        refuseSpread(hop);
        return hop.polymorphic()
                ? joins.to(at + "." + hop.path(), hop.target(), row -> meets(hop, at, row))
                : joins.to(at, hop.attribute());
    }

    /** That a row is at the other end of a relationship over a polymorphic pair. */
    String meets(RelationshipDescription hop, String here, String there) {
        String holder = hop.owner() ? here : there;
        String target = hop.owner() ? there : here;
        TypeValue type = hop.type().orElseThrow();
        return hop.key().parts().stream()
                        .map(part -> holder + "." + part.attribute() + " = " + target + "." + part.id())
                        .collect(Collectors.joining(" and "))
                + " and " + holder + "." + type.attribute() + " = " + statement.bind(type.value());
    }

    /** A value that every row has which a to-one relationship leads to, and that is null where there is none. */
    String there(List<RelationshipDescription> hops) {
        RelationshipDescription last = hops.get(hops.size() - 1);
        return walk(hops) + "."
                + statement.model().idPaths(statement.model().target(last)).get(0);
    }

    /** What is null, all or in part, where a to-one relationship leads to no row: its key, if that is enough. */
    List<String> leading(List<RelationshipDescription> hops) {
        RelationshipDescription last = hops.get(hops.size() - 1);
        if (statement.model().mayDangle(last)) {
            return List.of(there(hops));
        }
        if (!last.owner() || last.key().isEmpty() || last.polymorphic()) {
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
                statement,
                statement.model().target(hop),
                join(alias, hop),
                joins,
                false,
                "",
                Optional.empty(),
                several);
    }

    /** The first value of the primary key, which is always there. */
    String id() {
        return alias + "." + statement.model().idPaths(entity).get(0);
    }
}
