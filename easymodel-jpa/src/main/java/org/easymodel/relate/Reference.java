package org.easymodel.relate;

import java.util.Objects;
import java.util.Optional;
import org.easymodel.model.OnDelete;

/**
 * What {@link org.easymodel.model.References} or a rule in code says of an attribute. Immutable.
 *
 * @param target the entity class whose key the attribute holds
 * @param key the attribute of the target's key whose value it holds, empty for the rule's own
 * @param attribute the name of the relationship on this side, empty for the rule's own
 * @param inverse the name of the relationship on the other side, empty for the rule's own
 * @param onDelete what happens to these rows when the row they lead to goes
 * @param orphanRemoval whether a row goes that its target no longer holds
 * @param constraint whether the schema gets a foreign key constraint
 * @param source the class that says so in code; empty for an annotation
 */
public record Reference(
        Class<?> target,
        String key,
        String attribute,
        String inverse,
        OnDelete onDelete,
        boolean orphanRemoval,
        boolean constraint,
        Optional<String> source) {

    public Reference {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(inverse, "inverse");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(source, "source");
    }

    /** A reference that leaves everything but the target to the rules. */
    public static Reference to(Class<?> target) {
        return new Reference(target, "", "", "", OnDelete.REFUSE, false, true, Optional.empty());
    }

    /** The same with the names of both sides; empty for the rule's own. */
    public Reference named(String attributeHere, String inverseThere) {
        return new Reference(target, key, attributeHere, inverseThere, onDelete, orphanRemoval, constraint, source);
    }

    /** The same for one attribute of the target's key. */
    public Reference forKey(String id) {
        return new Reference(target, id, attribute, inverse, onDelete, orphanRemoval, constraint, source);
    }

    /** The same with what happens to these rows. */
    public Reference onDelete(OnDelete rule) {
        return new Reference(target, key, attribute, inverse, rule, orphanRemoval, constraint, source);
    }
}
