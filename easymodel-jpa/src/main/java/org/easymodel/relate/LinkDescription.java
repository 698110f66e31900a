package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The entity between the two ends of a many-to-many relationship, seen from one of them. Immutable.
 *
 * @param entity the link entity
 * @param sourceKey its attributes that hold the key of the end which has the relationship
 * @param targetKey its attributes that hold the key of the other end
 * @param repeatable whether it may lead from a row to another more than once
 */
public record LinkDescription(String entity, KeyDescription sourceKey, KeyDescription targetKey, boolean repeatable) {

    public LinkDescription {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(sourceKey, "sourceKey");
        Objects.requireNonNull(targetKey, "targetKey");
    }

    /** The attributes of both keys, in the order of their names. */
    public List<String> pair() {
        return Stream.of(sourceKey, targetKey)
                .flatMap(key -> key.attributes().stream())
                .sorted()
                .toList();
    }
}
