package org.easymodel.relate;

import java.util.Objects;
import org.easymodel.model.OnDelete;

/**
 * What {@link org.easymodel.model.References} says on an attribute. Immutable.
 *
 * @param target the entity class whose key the attribute holds
 * @param attribute the name of the relationship on this side, empty for the rule's own
 * @param inverse the name of the relationship on the other side, empty for the rule's own
 * @param onDelete what happens to these rows when the row they lead to goes
 * @param constraint whether the schema gets a foreign key constraint
 */
public record Reference(Class<?> target, String attribute, String inverse, OnDelete onDelete, boolean constraint) {

    public Reference {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(onDelete, "onDelete");
    }

    /** A reference that leaves everything but the target to the rules. */
    public static Reference to(Class<?> target) {
        return new Reference(target, "", "", OnDelete.REFUSE, true);
    }
}
