package org.easymodel.relate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.TableName;

/**
 * What an entity is, as the persistence provider will use it: its name, its class, its table and its basic attributes.
 * Immutable.
 *
 * @param name the entity name of Jakarta Persistence
 * @param type the entity class
 * @param table the table of the entity
 * @param parent the entity whose class this one extends, if there is one
 * @param attributes the basic attributes: id first, then by name; those that the parent maps included
 * @param inherited the names of those that the parent maps
 * @param embedded the basic attributes inside embeddables, by their paths: {@code address.city}
 * @param wholeId whether the attributes of the primary key are all of it; not so where a relationship is a part of it
 * @param freeMembers the fields and getters that the provider does not map
 * @param uniqueKeys the unique keys besides the primary key
 * @param link whether the class is marked as a link although it has further attributes
 * @param repeatable whether such a link may lead from a row to another more than once
 */
public record EntityDescription(
        String name,
        Class<?> type,
        TableName table,
        Optional<String> parent,
        List<AttributeDescription> attributes,
        Set<String> inherited,
        List<AttributeDescription> embedded,
        boolean wholeId,
        List<FreeMember> freeMembers,
        List<UniqueAttributes> uniqueKeys,
        boolean link,
        boolean repeatable) {

    public EntityDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(parent, "parent");
        attributes = List.copyOf(attributes);
        inherited = Set.copyOf(inherited);
        embedded = List.copyOf(embedded);
        freeMembers = List.copyOf(freeMembers);
        uniqueKeys = List.copyOf(uniqueKeys);
    }

    /** The attribute of that name, or of that path inside an embeddable, if there is one. */
    public Optional<AttributeDescription> attribute(String attribute) {
        return (attribute.indexOf('.') < 0 ? attributes : embedded)
                .stream().filter(each -> each.name().equals(attribute)).findFirst();
    }

    /**
     * The attributes of the primary key, at least one in a valid model unless relationships make it; those of an embedded
     * key by their paths.
     */
    public List<AttributeDescription> id() {
        return Stream.concat(attributes.stream(), embedded.stream())
                .filter(attribute -> attribute.role() == AttributeDescription.Role.ID)
                .toList();
    }

    /** The attribute that is the whole primary key; empty if the key is composite or embedded. */
    public Optional<AttributeDescription> singleId() {
        List<AttributeDescription> id = id();
        return id.size() == 1 && wholeId && id.get(0).name().indexOf('.') < 0
                ? Optional.of(id.get(0))
                : Optional.empty();
    }

    /** With a further unique key, unless there is one of the same attributes. */
    EntityDescription withUniqueKey(UniqueAttributes key) {
        Set<String> names = Set.copyOf(key.attributes());
        boolean known = uniqueKeys.stream().anyMatch(each -> names.equals(Set.copyOf(each.attributes())))
                || names.equals(id().stream().map(AttributeDescription::name).collect(Collectors.toSet()));
        return known
                ? this
                : new EntityDescription(
                        name,
                        type,
                        table,
                        parent,
                        attributes,
                        inherited,
                        embedded,
                        wholeId,
                        freeMembers,
                        Stream.concat(uniqueKeys.stream(), Stream.of(key)).toList(),
                        link,
                        repeatable);
    }

    EntityDescription withAttributes(List<AttributeDescription> basic, List<AttributeDescription> inside) {
        return new EntityDescription(
                name,
                type,
                table,
                parent,
                basic,
                inherited,
                inside,
                wholeId,
                freeMembers,
                uniqueKeys,
                link,
                repeatable);
    }

    /** The version attribute, if there is one. */
    public Optional<AttributeDescription> version() {
        return attributes.stream()
                .filter(attribute -> attribute.role() == AttributeDescription.Role.VERSION)
                .findFirst();
    }
}
