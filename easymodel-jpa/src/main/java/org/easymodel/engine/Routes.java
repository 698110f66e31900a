package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;

/** Checks paths against the model. */
record Routes(Model model) {

    /**
     * The route of a path. A relationship whose key is in an embeddable is found there too, and then goes by its own name.
     *
     * @param place entity and verb, for the message
     * @throws org.easymodel.failure.InvalidRequestException if the model does not have the path
     */
    Route resolve(String place, EntityDescription root, String written) {
        if (written.chars().filter(each -> each == '.').count() >= Paths.DEEPEST) {
            Problems.throwIfAny(List.of(Problems.tooDeepPath(place, Paths.DEEPEST)));
        }
        String path = written;
        List<RelationshipDescription> hops = new ArrayList<>();
        EntityDescription entity = root;
        int from = 0;
        while (from <= path.length()) {
            String rest = path.substring(from);
            Optional<AttributeDescription> attribute = entity.attribute(rest);
            if (attribute.isPresent()) {
                return Route.toAttribute(path, hops, attribute.get());
            }
            int dot = rest.indexOf('.');
            String segment = dot < 0 ? rest : rest.substring(0, dot);
            Optional<PolymorphicDescription> pair = model.polymorphic(entity, segment);
            if (pair.isPresent()) {
                String behind = dot < 0 ? "" : rest.substring(dot + 1);
                String named = behind.split("\\.", 2)[0];
                Optional<PolymorphicDescription.Target> target =
                        model.description().named(pair.get(), named);
                if (target.isEmpty()) {
                    return Route.toFork(path, hops, pair.get(), behind);
                }
                hops.add(pair.get().toward(target.get()));
                if (behind.equals(named)) {
                    return Route.toRelationship(path, hops);
                }
                entity = model.entity(named);
                from += dot + 1 + named.length() + 1;
                continue;
            }
            Optional<RelationshipDescription> hop = model.relationship(entity, segment);
            Optional<String> otherwise = hop.isEmpty() ? byEmbeddable(entity, rest) : Optional.empty();
            if (otherwise.isPresent()) {
                path = path.substring(0, from) + otherwise.get();
                continue;
            }
            if (hop.isEmpty()) {
                return values(place, path, from, hops, entity);
            }
            hops.add(hop.get());
            if (dot < 0) {
                return Route.toRelationship(path, hops);
            }
            entity = model.target(hop.get());
            from += dot + 1;
        }
        throw new IllegalStateException("A path has an end: " + path);
    }

    /** A path that leads over an embeddable to a relationship, with the relationship's own name. */
    private Optional<String> byEmbeddable(EntityDescription entity, String path) {
        for (RelationshipDescription relationship : model.relationships(entity)) {
            Optional<String> whole = relationship.embeddedPath();
            if (whole.filter(each -> (path + ".").startsWith(each + ".")).isPresent()) {
                return Optional.of(
                        relationship.attribute() + path.substring(whole.get().length()));
            }
        }
        return Optional.empty();
    }

    /** The rest of a path, which leads into an embeddable or a collection of values. */
    private Route values(
            String place, String path, int from, List<RelationshipDescription> hops, EntityDescription entity) {
        String rest = path.substring(from);
        int dot = rest.indexOf('.');
        String segment = dot < 0 ? rest : rest.substring(0, dot);
        Optional<Part> part = model.anatomy().part(entity.type(), segment);
        if (part.isPresent() && part.get() instanceof Part.Elements elements) {
            String behind = dot < 0 ? "" : rest.substring(dot + 1);
            if (!behind.isEmpty()) {
                elementAttribute(place, path, from + dot + 1, elements, behind);
            }
            return Route.toElements(path, hops, new Route.Elements(elements, behind));
        }
        if (part.isPresent() && part.get() instanceof Part.Embedded embedded) {
            if (entity.embedded().stream()
                    .anyMatch(attribute -> attribute.name().startsWith(rest + "."))) {
                return Route.toEmbeddable(path, hops, rest);
            }
            throw inEmbeddable(place, path, from, rest, embedded);
        }
        List<String> names = model.names(entity);
        throw Problems.noAttribute(
                place, path, from, segment, entity, names, dot < 0 ? names : thatLeadOn(entity, segment, names));
    }

    /** What may have been meant before a dot: the relationship over that key, else whatever has attributes of its own. */
    private List<String> thatLeadOn(EntityDescription entity, String segment, List<String> names) {
        return model.relationships(entity).stream()
                .filter(relationship ->
                        relationship.owner() && relationship.key().has(segment))
                .map(RelationshipDescription::attribute)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> names.stream()
                        .filter(name -> entity.attribute(name).isEmpty())
                        .toList());
    }

    /** The part of an embeddable in a collection of values. */
    Part elementAttribute(String place, String path, int from, Part.Elements elements, String behind) {
        Class<?> owner = Paths.below(elements);
        int at = 0;
        while (true) {
            int dot = behind.indexOf('.', at);
            String segment = dot < 0 ? behind.substring(at) : behind.substring(at, dot);
            int position = from + at;
            Class<?> type = owner;
            Part part = Optional.ofNullable(type)
                    .flatMap(each -> model.anatomy().part(each, segment))
                    .orElseThrow(() -> QueryProblems.noPart(model.anatomy(), place, path, position, segment, type));
            if (dot < 0) {
                return part;
            }
            owner = Paths.below(part);
            at = dot + 1;
        }
    }

    private RuntimeException inEmbeddable(String place, String path, int from, String rest, Part.Embedded embedded) {
        Class<?> owner = embedded.type();
        int at = embedded.name().length() + 1;
        while (true) {
            int dot = rest.indexOf('.', at);
            String segment = dot < 0 ? rest.substring(at) : rest.substring(at, dot);
            Optional<Part> part = model.anatomy().part(owner, segment);
            if (dot < 0 || part.isEmpty() || !(part.get() instanceof Part.Embedded)) {
                return QueryProblems.noPart(model.anatomy(), place, path, from + at, segment, owner);
            }
            owner = ((Part.Embedded) part.get()).type();
            at = dot + 1;
        }
    }

    /** The route of a path that is to end with an attribute. */
    Route attribute(String place, EntityDescription root, String path) {
        Route route = resolve(place, root, path);
        if (route.isRelationship()) {
            throw Problems.noAttributeButRelationship(place, path, route.last(), model.target(route.last()));
        }
        if (route.fork().isPresent()) {
            throw PairProblems.noTypeNamed(place, route, meant(route));
        }
        if (route.embeddable().isPresent()) {
            throw QueryProblems.embeddable(place, path);
        }
        if (route.elements().isPresent()) {
            throw QueryProblems.collection(place, path);
        }
        return route;
    }

    /** Rows are loaded by the entities of the pair, of which the subclass is a part. */
    private void refuseSubclass(String place, String path, RelationshipDescription hop) {
        PolymorphicDescription pair =
                model.polymorphic(model.entity(hop.entity()), hop.attribute()).orElseThrow();
        if (pair.target(hop.target()).isEmpty()) {
            String base =
                    model.description().target(pair, hop.target()).orElseThrow().entity();
            throw PairProblems.subclassIncluded(place, path, hop.target(), base);
        }
    }

    /** Behind a polymorphic pair, it is enough if one of the entities has what is named. */
    private void checkIncluded(String place, Route route) {
        Route.Fork fork = route.fork().orElseThrow();
        boolean some = fork.behind().isEmpty()
                || fork.pair().entities().stream().anyMatch(name -> isIncludable(model.entity(name), fork.behind()));
        if (!some) {
            throw PairProblems.noneHas(place, route, meant(route));
        }
    }

    /** The path that was probably meant where behind a polymorphic pair there is the name of an entity, written wrong. */
    Optional<String> meant(Route route) {
        Route.Fork fork = route.fork().orElseThrow();
        String word = fork.behind().split("\\.", 2)[0];
        boolean part = fork.pair().entities().stream().anyMatch(name -> leadsAnywhere(model.entity(name), word));
        String before =
                route.path().substring(0, route.path().length() - fork.behind().length());
        String after = fork.behind().substring(word.length());
        return part ? Optional.empty() : model.meant(fork.pair(), word).map(entity -> before + entity + after);
    }

    /** Whether the model has a path. */
    boolean leadsAnywhere(EntityDescription entity, String path) {
        try {
            resolve("", entity, path);
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    /**
     * Whether results can contain a path.
     *
     * @param path from the entity
     */
    boolean isIncludable(EntityDescription entity, String path) {
        try {
            included("", entity, path);
            return true;
        } catch (InvalidRequestException e) {
            return false;
        }
    }

    /**
     * Checks a path that results are to contain: relationships, and a collection of values at its end if it likes.
     *
     * @return the path by the names that the provider knows
     */
    String included(String place, EntityDescription root, String path) {
        Route route = resolve(place, root, path);
        for (RelationshipDescription hop : route.hops()) {
            if (hop.polymorphic() && hop.owner()) {
                refuseSubclass(place, path, hop);
            }
        }
        if (route.fork().isPresent()) {
            checkIncluded(place, route);
            return route.path();
        }
        boolean collection =
                route.elements().filter(elements -> elements.behind().isEmpty()).isPresent();
        if (!route.isRelationship() && !collection) {
            throw Problems.noRelationshipButAttribute(place, path);
        }
        return route.path();
    }
}
