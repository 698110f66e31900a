package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/** Entities for tests, described by hand. */
final class Models {

    private Models() {}

    /** An entity without attributes yet, its name that of the class. */
    static Sketch entity(Class<?> type) {
        return new Sketch(type, type.getSimpleName());
    }

    static Sketch entity(Class<?> type, String name) {
        return new Sketch(type, name);
    }

    /** A declared to-one relationship over a key that an attribute may show as well. */
    static RelationshipDescription declared(String entity, String attribute, String target, Optional<String> key) {
        return new RelationshipDescription(
                entity,
                attribute,
                Cardinality.MANY_TO_ONE,
                target,
                true,
                key.map(held -> KeyDescription.of(held, "id")).orElse(KeyDescription.NONE),
                Optional.empty(),
                Optional.empty(),
                true,
                OnDelete.REFUSE,
                false,
                RelationshipDescription.Origin.DECLARED,
                "it is declared on " + entity);
    }

    /** Each inferred relationship as {@code Post.user: many_to_one User by userId, inverse posts}. */
    static List<String> lines(ModelDescription model) {
        return model.relationships().stream()
                .filter(RelationshipDescription::inferred)
                .map(Models::line)
                .toList();
    }

    private static String line(RelationshipDescription relationship) {
        return relationship + ": " + relationship.cardinality().name().toLowerCase(Locale.ROOT) + " "
                + relationship.target()
                + (relationship.key().isEmpty() ? "" : " by " + relationship.key())
                + relationship
                        .link()
                        .map(link -> " over " + link.entity() + "(" + link.sourceKey() + ", " + link.targetKey() + ")")
                        .orElse("")
                + relationship.inverse().map(inverse -> ", inverse " + inverse).orElse("")
                + (relationship.orphanRemoval() ? ", cascade, orphans go" : "");
    }

    /** An entity in the making. */
    static final class Sketch {

        private final Class<?> type;
        private final String name;
        private final List<AttributeDescription> attributes = new ArrayList<>();
        private final List<AttributeDescription> embedded = new ArrayList<>();
        private final List<FreeMember> free = new ArrayList<>();
        private final List<UniqueAttributes> unique = new ArrayList<>();
        private final Set<String> inherited = new HashSet<>();
        private Optional<String> parent = Optional.empty();
        private boolean wholeId = true;
        private boolean link;

        private Sketch(Class<?> type, String name) {
            this.type = type;
            this.name = name;
        }

        Sketch id(String attribute, Class<?> idType) {
            return add(attribute, idType, Role.ID, false, Optional.empty());
        }

        /** With an id of type Long, called id. */
        Sketch id() {
            return id("id", Long.class);
        }

        Sketch idReference(String attribute, Reference reference) {
            return add(attribute, Long.class, Role.ID, false, Optional.of(reference));
        }

        Sketch basic(String attribute, Class<?> basicType) {
            return add(attribute, basicType, Role.BASIC, false, Optional.empty());
        }

        /** With a key of type Long that says nothing about itself. */
        Sketch key(String attribute) {
            return basic(attribute, Long.class);
        }

        Sketch uniqueKey(String attribute) {
            return add(attribute, Long.class, Role.BASIC, true, Optional.empty());
        }

        Sketch reference(String attribute, Class<?> target) {
            return reference(attribute, Reference.to(target));
        }

        Sketch reference(String attribute, Reference reference) {
            return add(attribute, Long.class, Role.BASIC, false, Optional.of(reference));
        }

        Sketch reference(String attribute, Class<?> basicType, Reference reference) {
            return add(attribute, basicType, Role.BASIC, false, Optional.of(reference));
        }

        Sketch uniqueReference(String attribute, Class<?> target) {
            return add(attribute, Long.class, Role.BASIC, true, Optional.of(Reference.to(target)));
        }

        /** With two attributes that lead to several entities. */
        Sketch pair(String typeAttribute, String key, PolymorphicReference reference) {
            basic(typeAttribute, String.class);
            attributes.add(new AttributeDescription(
                    key,
                    Long.class,
                    Role.BASIC,
                    column(key),
                    false,
                    false,
                    false,
                    true,
                    true,
                    0,
                    Optional.empty(),
                    true,
                    Optional.of(reference)));
            return this;
        }

        Sketch role(String attribute, Class<?> roleType, Role role) {
            return add(attribute, roleType, role, false, Optional.empty());
        }

        Sketch readOnlyKey(String attribute) {
            attributes.add(new AttributeDescription(
                    attribute,
                    Long.class,
                    Role.BASIC,
                    column(attribute),
                    false,
                    false,
                    false,
                    false,
                    false,
                    0,
                    Optional.empty(),
                    true));
            return this;
        }

        Sketch closedKey(String attribute) {
            attributes.add(new AttributeDescription(
                    attribute,
                    Long.class,
                    Role.BASIC,
                    column(attribute),
                    false,
                    false,
                    false,
                    true,
                    true,
                    0,
                    Optional.empty(),
                    false));
            return this;
        }

        /** With a field or getter that nothing maps. */
        Sketch free(String member, Class<?> memberType) {
            free.add(new FreeMember(member, memberType, Optional.empty(), FreeMember.Kind.FIELD));
            return this;
        }

        Sketch freeListOf(String member, Class<?> element) {
            free.add(new FreeMember(member, List.class, Optional.of(element), FreeMember.Kind.FIELD));
            return this;
        }

        Sketch unique(String... key) {
            unique.add(new UniqueAttributes(Identifier.of("UK_" + unique.size()), List.of(key)));
            return this;
        }

        /** With what the parent maps. */
        Sketch extending(EntityDescription entity) {
            parent = Optional.of(entity.name());
            attributes.addAll(entity.attributes());
            entity.attributes().forEach(attribute -> inherited.add(attribute.name()));
            return this;
        }

        /** With a primary key that a relationship is a part of. */
        Sketch derived() {
            wholeId = false;
            return this;
        }

        Sketch link() {
            link = true;
            return this;
        }

        private Sketch add(
                String attribute, Class<?> basicType, Role role, boolean unique, Optional<Reference> reference) {
            (attribute.indexOf('.') < 0 ? attributes : embedded)
                    .add(new AttributeDescription(
                            attribute,
                            basicType,
                            role,
                            column(attribute),
                            role != Role.BASIC,
                            unique,
                            false,
                            true,
                            true,
                            0,
                            reference,
                            true));
            return this;
        }

        private static Identifier column(String attribute) {
            return Identifier.of(attribute.replace('.', '_').replaceAll("([A-Z])", "_$1"));
        }

        EntityDescription done() {
            attributes.sort(Comparator.comparing((AttributeDescription attribute) -> attribute.role() != Role.ID)
                    .thenComparing(AttributeDescription::name));
            embedded.sort(Comparator.comparing(AttributeDescription::name));
            return new EntityDescription(
                    name,
                    type,
                    TableName.of("\"" + name + "\""),
                    parent,
                    attributes,
                    inherited,
                    embedded,
                    wholeId,
                    free,
                    unique,
                    link,
                    false);
        }
    }
}
