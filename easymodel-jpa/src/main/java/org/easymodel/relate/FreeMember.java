package org.easymodel.relate;

import java.util.Objects;
import java.util.Optional;

/**
 * A field or getter of an entity class that the persistence provider does not map: a place for an inferred relationship
 * if the type fits, and in its way if not. Immutable.
 *
 * @param name the field, or the property that the getter reads
 * @param type its type
 * @param element the type of its elements, if it is a generic collection of one known type
 */
public record FreeMember(String name, Class<?> type, Optional<Class<?>> element) {

    public FreeMember {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(element, "element");
    }

    /** Whether one entity of that class can be read there. */
    boolean takes(Class<?> target) {
        return type.isAssignableFrom(target);
    }

    /** Whether a list of entities of that class can be read there. */
    boolean takesListOf(Class<?> target) {
        return type.isAssignableFrom(java.util.List.class)
                && element.filter(each -> !each.isAssignableFrom(target)).isEmpty();
    }
}
