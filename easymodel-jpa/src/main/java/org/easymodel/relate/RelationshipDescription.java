package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.model.OnDelete;
import org.easymodel.schema.Cardinality;

/**
 * One side of a relationship, declared or inferred. Immutable.
 *
 * @param entity the entity that has the attribute
 * @param attribute the attribute that holds the relationship
 * @param cardinality how many rows each side has
 * @param target the entity at the other end
 * @param owner whether this side holds the key
 * @param key the attributes that hold the key: of this entity if it is the owner, otherwise of the target; none for a
 *     declared relationship without such attributes and for many-to-many
 * @param link the entity between two ends of an inferred many-to-many relationship
 * @param inverse the attribute at the other end, if there is one
 * @param required whether the owner must have a target
 * @param onDelete what happens to the owner's rows when the target's row goes
 * @param orphanRemoval whether a row of the owner goes that its target no longer holds
 * @param origin how it came about
 * @param because why it is there, as a phrase that follows its name
 * @param type over a polymorphic pair, what the attribute beside the key says: only rows that say so belong to it
 */
public record RelationshipDescription(
        String entity,
        String attribute,
        Cardinality cardinality,
        String target,
        boolean owner,
        KeyDescription key,
        Optional<LinkDescription> link,
        Optional<String> inverse,
        boolean required,
        OnDelete onDelete,
        boolean orphanRemoval,
        Origin origin,
        String because,
        Optional<TypeValue> type) {

    /** How a relationship came about. */
    public enum Origin {
        /** A mapping of Jakarta Persistence, without a cascade of removal. */
        DECLARED,
        /** A mapping of Jakarta Persistence whose targets are removed with this side. */
        DECLARED_CASCADE,
        /** Inferred from an attribute with {@link org.easymodel.model.References}, or from a link of such attributes. */
        REFERENCED,
        /** Inferred from the name of an attribute. */
        NAMED
    }

    public RelationshipDescription {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(cardinality, "cardinality");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(inverse, "inverse");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(because, "because");
        Objects.requireNonNull(type, "type");
    }

    /** A relationship over keys of one entity. */
    public RelationshipDescription(
            String entity,
            String attribute,
            Cardinality cardinality,
            String target,
            boolean owner,
            KeyDescription key,
            Optional<LinkDescription> link,
            Optional<String> inverse,
            boolean required,
            OnDelete onDelete,
            boolean orphanRemoval,
            Origin origin,
            String because) {
        this(
                entity,
                attribute,
                cardinality,
                target,
                owner,
                key,
                link,
                inverse,
                required,
                onDelete,
                orphanRemoval,
                origin,
                because,
                Optional.empty());
    }

    /** Whether it leads over a polymorphic pair, of which the persistence provider knows nothing. */
    public boolean polymorphic() {
        return type.isPresent();
    }

    /** The path that leads over it: its attribute, and behind that of a polymorphic pair the entity that is meant. */
    public String path() {
        return owner && polymorphic() ? attribute + "." + target : attribute;
    }

    /** The attributes that a row of the owner has from it: those that hold the key, and the one that says the entity. */
    public List<String> attributes() {
        return Stream.concat(key.attributes().stream(), type.map(TypeValue::attribute).stream())
                .toList();
    }

    /** Whether it was inferred rather than declared. */
    public boolean inferred() {
        return origin == Origin.REFERENCED || origin == Origin.NAMED;
    }

    /**
     * The path that leads to the relationship as if the embeddable that holds its key had it: {@code address.country} for
     * {@code country}. Empty if the key is not in an embeddable.
     */
    public Optional<String> embeddedPath() {
        if (!owner || key.isEmpty() || !inferred()) {
            return Optional.empty();
        }
        String holder = key.parts().get(0).attribute();
        int end = holder.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String embedding = holder.substring(0, end);
        return Optional.of(embedding + "." + Names.without(Names.camel(embedding), attribute));
    }

    /** Whether the other end is a collection. */
    public boolean toMany() {
        return cardinality.toMany();
    }

    /** {@code Entity.attribute}. */
    @Override
    public String toString() {
        return entity + "." + attribute;
    }
}
