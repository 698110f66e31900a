package org.easymodel.relate;

import java.util.Objects;

/**
 * Which of several entities a key is of: what the attribute beside it says. Immutable.
 *
 * @param attribute the attribute that says it, of the entity that holds the key; inside an embeddable with its path
 * @param value what it says, in the attribute's own type
 */
public record TypeValue(String attribute, Object value) {

    public TypeValue {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(value, "value");
    }
}
