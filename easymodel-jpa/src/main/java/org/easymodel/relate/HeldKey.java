package org.easymodel.relate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.AttributeDescription.Role;

/**
 * One or more attributes of an entity that together hold the key of another one. Immutable.
 *
 * @param entity the entity that has the attributes
 * @param parts the attributes, in the order of the target's key
 * @param target the entity whose key they hold
 * @param stem what the relationship is called by itself: of one attribute its name without the ending that says "key"
 * @param reference what the attributes say of themselves, or what says nothing but the target
 * @param annotated whether they say so themselves
 * @param because why they hold the key
 */
record HeldKey(
        EntityDescription entity,
        List<Part> parts,
        EntityDescription target,
        String stem,
        Reference reference,
        boolean annotated,
        String because) {

    /** An attribute, and that of the target's key whose value it holds. */
    record Part(AttributeDescription attribute, AttributeDescription id) {}

    HeldKey {
        parts = List.copyOf(parts);
    }

    KeyDescription description() {
        return new KeyDescription(parts.stream()
                .map(part -> new KeyDescription.Part(
                        part.attribute().name(), part.id().name()))
                .toList());
    }

    boolean toSelf() {
        return entity.name().equals(target.name());
    }

    /** Whether at most one row has a value of it: a unique key, or the whole primary key, is in it. */
    boolean isUnique() {
        Set<String> names = names();
        return parts.stream().anyMatch(part -> part.attribute().unique())
                || entity.uniqueKeys().stream().anyMatch(key -> names.containsAll(key.attributes()))
                || hasWholeId();
    }

    private boolean hasWholeId() {
        Set<String> names = names();
        return entity.wholeId()
                && !entity.id().isEmpty()
                && entity.id().stream().allMatch(id -> names.contains(id.name()));
    }

    /** Whether it is the primary key of its own entity, and nothing else. */
    boolean isWholeId() {
        return hasWholeId() && parts.stream().allMatch(part -> part.attribute().role() == Role.ID);
    }

    /** Whether the application writes the attribute, so that its name can say what is in it. */
    static boolean mayHoldByName(AttributeDescription attribute) {
        return (attribute.role() == Role.BASIC || attribute.role() == Role.ID)
                && attribute.insertable()
                && !attribute.generated();
    }

    /** Whether every row has a target. */
    boolean isRequired() {
        return parts.stream().allMatch(part -> part.attribute().required());
    }

    boolean has(AttributeDescription attribute) {
        return parts.stream().anyMatch(part -> part.attribute() == attribute);
    }

    boolean sharesAttributesWith(HeldKey other) {
        return parts.stream().anyMatch(part -> other.has(part.attribute()));
    }

    Set<String> names() {
        return parts.stream().map(part -> part.attribute().name()).collect(Collectors.toSet());
    }

    /** The path of the embeddable that has the attributes, as words in camel case; empty if it is the entity itself. */
    String embeddedIn() {
        String name = parts.get(0).attribute().name();
        int end = name.lastIndexOf('.');
        return end < 0 ? "" : Names.camel(name.substring(0, end));
    }

    /** {@code Post.authorId}, or {@code Shipment.orderId, lineNumber}. */
    String place() {
        return entity.name() + "." + description();
    }

    RelationshipDescription.Origin origin() {
        return annotated ? RelationshipDescription.Origin.REFERENCED : RelationshipDescription.Origin.NAMED;
    }

    HeldKey withOnDelete(OnDelete rule) {
        return new HeldKey(entity, parts, target, stem, reference.onDelete(rule), annotated, because);
    }

    HeldKey withStem(String name) {
        return new HeldKey(entity, parts, target, name, reference, annotated, because);
    }
}
