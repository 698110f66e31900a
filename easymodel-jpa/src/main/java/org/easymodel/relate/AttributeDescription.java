package org.easymodel.relate;

import java.util.Objects;
import java.util.Optional;
import org.easymodel.schema.Identifier;

/**
 * A basic attribute of an entity: one value in one column. Immutable.
 *
 * @param name the attribute
 * @param type its Java type as the class declares it
 * @param role what it is for
 * @param column its column
 * @param required whether a row must have a value
 * @param unique whether the value is a unique key by itself
 * @param generated whether the provider or the database gives the value at insert
 * @param insertable whether an insert writes it
 * @param updatable whether an update writes it
 * @param length the longest text in characters; 0 if the column has no such limit
 * @param reference what the attribute says about the entity whose key it holds, if it says so
 * @param inferable whether a relationship may be inferred from its name
 * @param polymorphic what it says of the entities whose keys it or the attribute beside it holds, if it says so
 */
public record AttributeDescription(
        String name,
        Class<?> type,
        Role role,
        Identifier column,
        boolean required,
        boolean unique,
        boolean generated,
        boolean insertable,
        boolean updatable,
        int length,
        Optional<Reference> reference,
        boolean inferable,
        Optional<PolymorphicReference> polymorphic) {

    /** What an attribute is for. */
    public enum Role {
        /** The primary key or a part of it. */
        ID,
        /** The version of optimistic locking. */
        VERSION,
        /** When the row was inserted, filled by this library's base class. */
        CREATED_AT,
        /** When the row was last updated, filled by this library's base class. */
        UPDATED_AT,
        /** Anything else. */
        BASIC
    }

    public AttributeDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(polymorphic, "polymorphic");
    }

    /** An attribute that says nothing of several entities. */
    public AttributeDescription(
            String name,
            Class<?> type,
            Role role,
            Identifier column,
            boolean required,
            boolean unique,
            boolean generated,
            boolean insertable,
            boolean updatable,
            int length,
            Optional<Reference> reference,
            boolean inferable) {
        this(
                name,
                type,
                role,
                column,
                required,
                unique,
                generated,
                insertable,
                updatable,
                length,
                reference,
                inferable,
                Optional.empty());
    }

    /** The same, with what it refers to. */
    AttributeDescription referring(Reference target) {
        return with(Optional.of(target), true);
    }

    /** The same, as one of a pair that leads to several entities. */
    AttributeDescription referring(PolymorphicReference targets) {
        return new AttributeDescription(
                name,
                type,
                role,
                column,
                required,
                unique,
                generated,
                insertable,
                updatable,
                length,
                Optional.empty(),
                true,
                Optional.of(targets));
    }

    /** The same, with nothing to infer from it. */
    AttributeDescription closed() {
        return with(Optional.empty(), false);
    }

    private AttributeDescription with(Optional<Reference> target, boolean open) {
        return new AttributeDescription(
                name, type, role, column, required, unique, generated, insertable, updatable, length, target, open);
    }

    /** Whether it is something that the application itself thought of: neither key, nor version, nor timestamp. */
    public boolean isPayload() {
        return role == Role.BASIC;
    }
}
