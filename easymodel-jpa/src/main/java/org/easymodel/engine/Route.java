package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * A path as the model knows it: relationships, and at its end an attribute, an embeddable, or a collection of values, unless
 * it ends with a relationship.
 *
 * @param path as it was written
 * @param embeddable the embeddable at the end, as its owner names it
 * @param elements the collection of values at the end
 * @param fork the polymorphic pair at the end, or before the end, that names no entity
 */
record Route(
        String path,
        List<RelationshipDescription> hops,
        Optional<AttributeDescription> attribute,
        Optional<String> embeddable,
        Optional<Elements> elements,
        Optional<Fork> fork) {

    /**
     * A collection of values.
     *
     * @param behind the attribute of its embeddables; empty for the values themselves
     */
    record Elements(Part.Elements part, String behind) {}

    /**
     * A polymorphic pair of which the path does not say to which entity it leads.
     *
     * @param behind the path behind it, which each entity may have or not; empty for the pair itself
     */
    record Fork(PolymorphicDescription pair, String behind) {}

    Route {
        hops = List.copyOf(hops);
    }

    static Route toAttribute(String path, List<RelationshipDescription> hops, AttributeDescription attribute) {
        return new Route(path, hops, Optional.of(attribute), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Route toRelationship(String path, List<RelationshipDescription> hops) {
        return new Route(path, hops, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Route toEmbeddable(String path, List<RelationshipDescription> hops, String embeddable) {
        return new Route(path, hops, Optional.empty(), Optional.of(embeddable), Optional.empty(), Optional.empty());
    }

    static Route toElements(String path, List<RelationshipDescription> hops, Elements elements) {
        return new Route(path, hops, Optional.empty(), Optional.empty(), Optional.of(elements), Optional.empty());
    }

    static Route toFork(String path, List<RelationshipDescription> hops, PolymorphicDescription pair, String behind) {
        return new Route(
                path, hops, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new Fork(pair, behind)));
    }

    boolean isRelationship() {
        return attribute.isEmpty() && embeddable.isEmpty() && elements.isEmpty() && fork.isEmpty();
    }

    RelationshipDescription last() {
        return hops.get(hops.size() - 1);
    }

    /** The place of the first to-many relationship; -1 if there is none. */
    int firstToMany() {
        for (int hop = 0; hop < hops.size(); hop++) {
            if (hops.get(hop).toMany()) {
                return hop;
            }
        }
        return -1;
    }

    /** The place of the first relationship that conditions follow in a subquery; -1 if there is none. */
    int firstApart() {
        for (int hop = 0; hop < hops.size(); hop++) {
            if (hops.get(hop).toMany() || hops.get(hop).polymorphic()) {
                return hop;
            }
        }
        return -1;
    }

    /** The path up to a relationship, which is included. */
    String upTo(int hop) {
        return hops.subList(0, hop + 1).stream()
                .map(RelationshipDescription::path)
                .collect(Collectors.joining("."));
    }

    /** The path behind a relationship. */
    String behind(int hop) {
        String before = upTo(hop);
        return path.length() == before.length() ? "" : path.substring(before.length() + 1);
    }
}
