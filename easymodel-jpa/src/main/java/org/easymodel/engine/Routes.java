package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/** Checks paths against the model. */
record Routes(Model model) {

    /**
     * The route of a path.
     *
     * @param place entity and verb, for the message
     * @throws org.easymodel.failure.InvalidRequestException if the model does not have the path
     */
    Route resolve(String place, EntityDescription root, String path) {
        List<RelationshipDescription> hops = new ArrayList<>();
        EntityDescription entity = root;
        int from = 0;
        while (from <= path.length()) {
            String rest = path.substring(from);
            Optional<AttributeDescription> attribute = entity.attribute(rest);
            if (attribute.isPresent()) {
                return new Route(path, hops, attribute);
            }
            int dot = rest.indexOf('.');
            String segment = dot < 0 ? rest : rest.substring(0, dot);
            Optional<RelationshipDescription> hop = model.relationship(entity, segment);
            if (hop.isEmpty()) {
                throw Problems.noAttribute(place, path, from, segment, entity, model.names(entity));
            }
            hops.add(hop.get());
            if (dot < 0) {
                return new Route(path, hops, Optional.empty());
            }
            entity = model.target(hop.get());
            from += dot + 1;
        }
        throw new IllegalStateException("A path has an end: " + path);
    }

    /** The route of a path that is to end with an attribute. */
    Route attribute(String place, EntityDescription root, String path) {
        Route route = resolve(place, root, path);
        if (route.attribute().isEmpty()) {
            RelationshipDescription last = route.hops().get(route.hops().size() - 1);
            throw Problems.noAttributeButRelationship(place, path, last, model.target(last));
        }
        return route;
    }

    /** Checks a path that results are to contain: relationships, and a collection of values at its end if it likes. */
    void included(String place, EntityDescription root, String path) {
        int dot = path.lastIndexOf('.');
        if (dot > 0) {
            Route before = resolve(place, root, path.substring(0, dot));
            if (before.attribute().isEmpty()) {
                RelationshipDescription last = before.hops().get(before.hops().size() - 1);
                if (isCollectionOfValues(model.target(last), path.substring(dot + 1))) {
                    return;
                }
            }
        }
        if (!isCollectionOfValues(root, path)) {
            relationship(place, root, path);
        }
    }

    private boolean isCollectionOfValues(EntityDescription entity, String name) {
        return model.anatomy()
                .part(entity.type(), name)
                .filter(part -> part instanceof Part.Elements)
                .isPresent();
    }

    /** The route of a path that is to consist of relationships only. */
    Route relationship(String place, EntityDescription root, String path) {
        Route route = resolve(place, root, path);
        if (route.attribute().isPresent()) {
            throw Problems.noRelationshipButAttribute(place, path);
        }
        return route;
    }
}
