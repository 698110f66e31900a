package org.easymodel.relate;

import java.util.List;
import org.easymodel.schema.Identifier;

/**
 * A unique key of an entity. Immutable.
 *
 * @param constraint the name of the constraint or unique index in the schema
 * @param attributes the attributes of the key, in its order
 */
public record UniqueAttributes(Identifier constraint, List<String> attributes) {

    public UniqueAttributes {
        attributes = List.copyOf(attributes);
    }
}
