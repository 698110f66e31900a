package org.easymodel.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * A path as the model knows it: relationships, and an attribute at its end unless it ends with a relationship.
 *
 * @param path as it was written
 */
record Route(String path, List<RelationshipDescription> hops, Optional<AttributeDescription> attribute) {

    Route {
        hops = List.copyOf(hops);
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

    /** The path up to a relationship, which is included. */
    String upTo(int hop) {
        return hops.subList(0, hop + 1).stream()
                .map(RelationshipDescription::attribute)
                .collect(Collectors.joining("."));
    }

    /** The path behind a relationship. */
    String behind(int hop) {
        String before = upTo(hop);
        return path.length() == before.length() ? "" : path.substring(before.length() + 1);
    }
}
