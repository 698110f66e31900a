package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.easymodel.schema.TableName;

/**
 * What an entity is, as the persistence provider will use it: its name, its class, its table and its basic attributes.
 * Immutable.
 *
 * @param name the entity name of Jakarta Persistence
 * @param type the entity class
 * @param table the table of the entity
 * @param attributes the basic attributes: id first, then by name
 * @param uniqueKeys the unique keys besides the primary key
 * @param link whether the class is marked as a link although it has further attributes
 */
public record EntityDescription(
        String name,
        Class<?> type,
        TableName table,
        List<AttributeDescription> attributes,
        List<UniqueAttributes> uniqueKeys,
        boolean link) {

    public EntityDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(table, "table");
        attributes = List.copyOf(attributes);
        uniqueKeys = List.copyOf(uniqueKeys);
    }

    /** The attribute of that name, if there is one. */
    public Optional<AttributeDescription> attribute(String attribute) {
        return attributes.stream().filter(each -> each.name().equals(attribute)).findFirst();
    }

    /** The attributes of the primary key, at least one in a valid model. */
    public List<AttributeDescription> id() {
        return attributes.stream()
                .filter(attribute -> attribute.role() == AttributeDescription.Role.ID)
                .toList();
    }

    /** The attribute that is the whole primary key; empty if the key is composite. */
    public Optional<AttributeDescription> singleId() {
        List<AttributeDescription> id = id();
        return id.size() == 1 ? Optional.of(id.get(0)) : Optional.empty();
    }

    /** The version attribute, if there is one. */
    public Optional<AttributeDescription> version() {
        return attributes.stream()
                .filter(attribute -> attribute.role() == AttributeDescription.Role.VERSION)
                .findFirst();
    }
}
