package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.easymodel.model.OnDelete;

/**
 * What {@link org.easymodel.model.Polymorphic} says of an attribute. Immutable.
 *
 * @param types the entity classes to whose rows the pair may lead
 * @param values what the one attribute says for each of them, none for the rule's own
 * @param other the other attribute of the pair, empty for the rule's own
 * @param attribute the name of the relationship on this side, empty for the rule's own
 * @param inverse the name of the relationship on the other sides, empty for the rule's own
 * @param onDelete what happens to these rows when the row they lead to goes
 * @param orphanRemoval whether a row goes that its target no longer holds
 * @param source the class that says so in code; empty for an annotation
 */
public record PolymorphicReference(
        List<Class<?>> types,
        List<String> values,
        String other,
        String attribute,
        String inverse,
        OnDelete onDelete,
        boolean orphanRemoval,
        Optional<String> source) {

    public PolymorphicReference {
        types = List.copyOf(types);
        values = List.copyOf(values);
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(inverse, "inverse");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(source, "source");
    }

    /** Who says it, as a word of a message. */
    String speaker() {
        return source.orElse("@Polymorphic");
    }
}
