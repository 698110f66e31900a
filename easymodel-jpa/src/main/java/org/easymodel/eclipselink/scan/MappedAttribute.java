package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.Members;
import org.easymodel.eclipselink.RelationshipAccessor;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * One mapping of an entity, those inside of its embeddables included. Immutable.
 *
 * @param mapping the mapping, its columns being those of the entity
 * @param owner the class that declares the attribute: the entity, or an embeddable
 * @param path the attribute as seen from the entity: {@code title}, {@code address.street}
 * @param optional whether it is inside of an embeddable that may be missing, so that all its columns may be empty
 */
record MappedAttribute(DatabaseMapping mapping, Class<?> owner, String path, boolean optional) {

    /** All mappings of a descriptor; a relationship that was inferred is none of them. */
    static List<MappedAttribute> of(ClassDescriptor descriptor) {
        List<MappedAttribute> attributes = new ArrayList<>();
        collect(descriptor, "", false, attributes);
        return attributes;
    }

    /** As {@link #of(ClassDescriptor)}, and the attributes that embed. */
    static List<MappedAttribute> withEmbedded(ClassDescriptor descriptor) {
        List<MappedAttribute> attributes = new ArrayList<>(of(descriptor));
        Set<String> embedding = new LinkedHashSet<>();
        for (MappedAttribute attribute : List.copyOf(attributes)) {
            for (int dot = attribute.path().indexOf('.');
                    dot >= 0;
                    dot = attribute.path().indexOf('.', dot + 1)) {
                embedding.add(attribute.path().substring(0, dot));
            }
        }
        embedding.forEach(path -> embedding(descriptor, path).ifPresent(attributes::add));
        return attributes;
    }

    private static Optional<MappedAttribute> embedding(ClassDescriptor descriptor, String path) {
        int dot = path.indexOf('.');
        DatabaseMapping mapping = descriptor.getMappingForAttributeName(dot < 0 ? path : path.substring(0, dot));
        if (dot < 0 || !(mapping instanceof AggregateObjectMapping embedded)) {
            return Optional.ofNullable(mapping)
                    .map(found -> new MappedAttribute(found, descriptor.getJavaClass(), path, false));
        }
        return embedding(embedded.getReferenceDescriptor(), path.substring(dot + 1))
                .map(found -> new MappedAttribute(found.mapping(), found.owner(), path, false));
    }

    /** The embeddable that a collection holds, if it holds one. */
    Optional<ClassDescriptor> element() {
        return mapping instanceof AggregateCollectionMapping
                ? Optional.ofNullable(mapping.getReferenceDescriptor())
                : Optional.empty();
    }

    /** One mapping, or those inside of it if it is embedded. */
    static List<MappedAttribute> of(DatabaseMapping mapping, Class<?> owner, String path) {
        List<MappedAttribute> attributes = new ArrayList<>();
        collect(mapping, owner, path, false, attributes);
        return attributes;
    }

    private static void collect(
            ClassDescriptor descriptor, String prefix, boolean optional, List<MappedAttribute> attributes) {
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            collect(mapping, descriptor.getJavaClass(), prefix + mapping.getAttributeName(), optional, attributes);
        }
    }

    private static void collect(
            DatabaseMapping mapping, Class<?> owner, String path, boolean optional, List<MappedAttribute> attributes) {
        if (mapping.getAttributeAccessor() instanceof RelationshipAccessor) {
            return;
        }
        if (mapping instanceof AggregateObjectMapping embedded && embedded.getReferenceDescriptor() != null) {
            MappedAttribute self = new MappedAttribute(mapping, owner, path, optional);
            boolean mayBeMissing = optional || !self.isRequiredEmbedded(embedded);
            collect(embedded.getReferenceDescriptor(), path + ".", mayBeMissing, attributes);
        } else {
            attributes.add(new MappedAttribute(mapping, owner, path, optional));
        }
    }

    private boolean isRequiredEmbedded(AggregateObjectMapping embedded) {
        return embedded.isPrimaryKeyMapping()
                || !embedded.isNullAllowed()
                || members().map(members -> members.constraints().required()).orElse(false);
    }

    /** The attribute as messages and reasons name it: {@code Book.title}. */
    String placeIn(ClassDescriptor entity) {
        return entity.getAlias() + "." + path;
    }

    /** The field and getter; empty for an attribute without any, as of dynamic entities. */
    Optional<Members> members() {
        String name = mapping.getAttributeName();
        return owner == null || name == null || name.isEmpty()
                ? Optional.empty()
                : Optional.of(Members.of(owner, name))
                        .filter(found -> found.type().isPresent());
    }
}
