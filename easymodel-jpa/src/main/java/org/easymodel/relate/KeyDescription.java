package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The attributes that hold the key of another entity, each with the attribute of that key whose value it holds. Immutable.
 *
 * @param parts one for each attribute of the other entity's primary key, in its order; none if no attribute holds the key
 */
public record KeyDescription(List<Part> parts) {

    /** No attribute: the key is in columns that only a declared mapping knows, or in a link. */
    public static final KeyDescription NONE = new KeyDescription(List.of());

    /**
     * One attribute of a key.
     *
     * @param attribute the attribute that holds it, of the entity that leads to the other
     * @param id the attribute of the other entity whose value it is; inside an embeddable with its path
     */
    public record Part(String attribute, String id) {

        public Part {
            Objects.requireNonNull(attribute, "attribute");
            Objects.requireNonNull(id, "id");
        }
    }

    public KeyDescription {
        parts = List.copyOf(parts);
    }

    /** A key of one attribute. */
    public static KeyDescription of(String attribute, String id) {
        return new KeyDescription(List.of(new Part(attribute, id)));
    }

    /** Whether no attribute holds the key. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The attribute, if it is exactly one. */
    public Optional<String> single() {
        return parts.size() == 1 ? Optional.of(parts.get(0).attribute()) : Optional.empty();
    }

    /** The attributes that hold the key, in the order of the other entity's key. */
    public List<String> attributes() {
        return parts.stream().map(Part::attribute).toList();
    }

    /** The attribute that holds the value of an attribute of the other entity's key, if one does. */
    public Optional<String> holding(String id) {
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .map(Part::attribute)
                .findFirst();
    }

    /** Whether the attribute is one of those that hold the key. */
    public boolean has(String attribute) {
        return parts.stream().anyMatch(part -> part.attribute().equals(attribute));
    }

    /** The attributes, separated by commas. */
    @Override
    public String toString() {
        return String.join(", ", attributes());
    }
}
