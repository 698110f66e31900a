package org.easymodel.eclipselink;

import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.RelationshipDescription.Origin;
import org.easymodel.schema.Cardinality;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;

/** Describes the relationships that the mappings of the application declare. */
final class DeclaredReader {

    private final Map<Class<?>, EntityDescription> entities = new HashMap<>();

    DeclaredReader(List<EntityDescription> entities) {
        entities.forEach(entity -> this.entities.put(entity.type(), entity));
    }

    List<RelationshipDescription> read(ClassDescriptor descriptor) {
        List<RelationshipDescription> relationships = new ArrayList<>();
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (!(mapping.getAttributeAccessor() instanceof RelationshipAccessor)) {
                cardinality(mapping)
                        .flatMap(
                                cardinality -> relationship(descriptor, (ForeignReferenceMapping) mapping, cardinality))
                        .ifPresent(relationships::add);
            }
        }
        return relationships;
    }

    private static Optional<Cardinality> cardinality(DatabaseMapping mapping) {
        if (mapping instanceof ManyToManyMapping overTable && !overTable.isDefinedAsOneToManyMapping()) {
            return Optional.of(Cardinality.MANY_TO_MANY);
        }
        if (mapping.isManyToManyMapping()
                || mapping.isOneToManyMapping()
                || mapping.isUnidirectionalOneToManyMapping()) {
            return Optional.of(Cardinality.ONE_TO_MANY);
        }
        if (mapping.isManyToOneMapping()) {
            return Optional.of(Cardinality.MANY_TO_ONE);
        }
        return mapping.isOneToOneMapping() && !mapping.isVariableOneToOneMapping()
                ? Optional.of(Cardinality.ONE_TO_ONE)
                : Optional.empty();
    }

    private Optional<RelationshipDescription> relationship(
            ClassDescriptor descriptor, ForeignReferenceMapping mapping, Cardinality cardinality) {
        EntityDescription entity = entities.get(descriptor.getJavaClass());
        EntityDescription target = entities.get(mapping.getReferenceClass());
        if (target == null) {
            return Optional.empty();
        }
        boolean owner = mapping instanceof OneToOneMapping toOne && hasKey(toOne);
        boolean cascade = mapping.isCascadeRemove() || mapping.isPrivateOwned();
        return Optional.of(new RelationshipDescription(
                entity.name(),
                mapping.getAttributeName(),
                cardinality,
                target.name(),
                owner,
                owner ? key(entity, target, (OneToOneMapping) mapping) : KeyDescription.NONE,
                Optional.empty(),
                inverse(descriptor, mapping),
                owner && (isRequired(descriptor, mapping) || keyIsRequired((OneToOneMapping) mapping)),
                cascade ? OnDelete.CASCADE : OnDelete.REFUSE,
                mapping.isPrivateOwned(),
                cascade ? Origin.DECLARED_CASCADE : Origin.DECLARED,
                "it is declared on " + entity.name()));
    }

    /** The attribute of the other side; EclipseLink forgets it for many-to-many relationships. */
    private static Optional<String> inverse(ClassDescriptor descriptor, ForeignReferenceMapping mapping) {
        return Optional.ofNullable(mapping.getMappedBy())
                .or(() -> Members.of(descriptor.getJavaClass(), mapping.getAttributeName())
                        .annotation(ManyToMany.class)
                        .map(ManyToMany::mappedBy))
                .or(() -> Members.of(descriptor.getJavaClass(), mapping.getAttributeName())
                        .annotation(OneToOne.class)
                        .map(OneToOne::mappedBy))
                .filter(name -> !name.isEmpty());
    }

    private static boolean isRequired(ClassDescriptor descriptor, ForeignReferenceMapping mapping) {
        return !mapping.isOptional()
                && Members.of(descriptor.getJavaClass(), mapping.getAttributeName())
                        .isRequiredRelationship();
    }

    /** Whether the entity's own table holds the key, not that of the other side or a join table. */
    static boolean hasKey(OneToOneMapping mapping) {
        return !mapping.hasRelationTableMechanism()
                && !Lists.columns(mapping, "getForeignKeyFields").isEmpty();
    }

    private static boolean keyIsRequired(OneToOneMapping mapping) {
        return Lists.columns(mapping, "getForeignKeyFields").stream().noneMatch(DatabaseField::isNullable);
    }

    /** The attributes that show the key's columns besides the relationship, if all of them are shown on both sides. */
    private static KeyDescription key(EntityDescription entity, EntityDescription target, OneToOneMapping mapping) {
        List<KeyDescription.Part> parts = new ArrayList<>();
        mapping.getSourceToTargetKeyFields()
                .forEach((foreignKey, id) -> attribute(entity, foreignKey).ifPresent(attribute -> attribute(target, id)
                        .ifPresent(part -> parts.add(new KeyDescription.Part(attribute.name(), part.name())))));
        if (parts.size() != mapping.getSourceToTargetKeyFields().size()) {
            return KeyDescription.NONE;
        }
        List<String> order =
                target.id().stream().map(AttributeDescription::name).toList();
        parts.sort(Comparator.comparing((KeyDescription.Part part) -> order.indexOf(part.id()))
                .thenComparing(KeyDescription.Part::id));
        return new KeyDescription(parts);
    }

    private static Optional<AttributeDescription> attribute(EntityDescription entity, DatabaseField column) {
        return Stream.concat(entity.attributes().stream(), entity.embedded().stream())
                .filter(attribute -> attribute.column().equals(SqlNames.column(column)))
                .findFirst();
    }
}
