package org.easymodel.eclipselink;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Cardinality;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * Installs inferred relationships as read-only mappings over the writable key attributes. Installing twice changes
 * nothing. The relationships are never cacheable: a shared cache would keep them when the key changes.
 */
final class RelationshipInstaller {

    private final Session session;
    private final ModelDescription model;

    RelationshipInstaller(Session session, ModelDescription model) {
        this.session = session;
        this.model = model;
    }

    void install() {
        model.relationships().stream()
                .filter(relationship -> relationship.inferred() && !relationship.polymorphic())
                .sorted(Comparator.comparing(relationship -> !relationship.owner()))
                .forEach(this::install);
    }

    /** With a table for each class, every class has mappings of its own. */
    private void install(RelationshipDescription relationship) {
        ClassDescriptor holder = descriptor(relationship.entity());
        install(relationship, holder);
        if (holder.hasTablePerClassPolicy()) {
            SessionModel.entities(session).stream()
                    .filter(each -> each != holder && holder.getJavaClass().isAssignableFrom(each.getJavaClass()))
                    .forEach(each -> install(relationship, each));
        }
    }

    private void install(RelationshipDescription relationship, ClassDescriptor descriptor) {
        if (descriptor.getMappingForAttributeName(relationship.attribute()) != null) {
            return;
        }
        ForeignReferenceMapping mapping = mapping(relationship, descriptor);
        mapping.setAttributeName(relationship.attribute());
        RelationshipStorage storage = storage(relationship);
        RelationshipAccessor accessor =
                new RelationshipAccessor(relationship.attribute(), storage, relationship.toMany());
        mapping.setAttributeAccessor(accessor);
        mapping.setReferenceClass(descriptor(relationship.target()).getJavaClass());
        mapping.readOnly();
        mapping.setIsLazy(true);
        mapping.setIsCacheable(false);
        if (mapping instanceof CollectionMapping collection) {
            if (storage.isSet()) {
                LinkedIndirectSet.use(collection);
            } else {
                collection.useTransparentList();
            }
            order(collection, relationship.target());
        } else {
            mapping.setIndirectionPolicy(new ShownIndirection(accessor));
        }
        descriptor.addMapping(mapping);
    }

    private ForeignReferenceMapping mapping(RelationshipDescription relationship, ClassDescriptor holder) {
        if (relationship.link().isPresent()) {
            return manyToMany(relationship, holder, relationship.link().get());
        }
        if (relationship.owner()) {
            OneToOneMapping toOne = toOne(relationship);
            relationship
                    .key()
                    .parts()
                    .forEach(part -> toOne.addForeignKeyField(
                            column(holder, part.attribute()), column(descriptor(relationship.target()), part.id())));
            partOfEmbeddedId(relationship).ifPresent(toOne::setMapsIdValue);
            return toOne;
        }
        if (relationship.toMany()) {
            OneToManyMapping toMany = new OneToManyMapping();
            relationship
                    .key()
                    .parts()
                    .forEach(part -> toMany.addTargetForeignKeyField(
                            column(descriptor(relationship.target()), part.attribute()), column(holder, part.id())));
            relationship.inverse().ifPresent(toMany::setMappedBy);
            return toMany;
        }
        OneToOneMapping inverse = new OneToOneMapping();
        relationship
                .key()
                .parts()
                .forEach(part -> inverse.addTargetForeignKeyField(
                        column(descriptor(relationship.target()), part.attribute()), column(holder, part.id())));
        relationship.inverse().ifPresent(inverse::setMappedBy);
        return inverse;
    }

    /**
     * Where a declared relationship is another part of an embedded key, EclipseLink looks for the part under the name of each
     * mapping of its column, unless the mapping says another.
     */
    private Optional<String> partOfEmbeddedId(RelationshipDescription relationship) {
        List<KeyDescription.Part> parts = relationship.key().parts();
        String path = parts.get(0).attribute();
        boolean ofId = model.entity(relationship.entity()).orElseThrow().id().stream()
                .anyMatch(id -> id.name().equals(path));
        return parts.size() == 1 && ofId && path.indexOf('.') >= 0
                ? Optional.of(path.substring(path.lastIndexOf('.') + 1))
                : Optional.empty();
    }

    /** In the order of the ids; those inside an embeddable cannot be named there. */
    private void order(CollectionMapping collection, String target) {
        EntityDescription entity = model.entity(target).orElseThrow();
        entity.id().stream()
                .map(AttributeDescription::name)
                .filter(id -> id.indexOf('.') < 0)
                .forEach(collection::addAscendingOrdering);
    }

    private static OneToOneMapping toOne(RelationshipDescription relationship) {
        return relationship.cardinality() == Cardinality.ONE_TO_ONE
                ? new InferredOneToOne(relationship.key())
                : new InferredManyToOne(relationship.key());
    }

    private ManyToManyMapping manyToMany(
            RelationshipDescription relationship, ClassDescriptor holder, LinkDescription link) {
        ManyToManyMapping mapping = link.repeatable() ? new DistinctManyToMany() : new ManyToManyMapping();
        mapping.setRelationTable(SqlNames.databaseTableOf(descriptor(link.entity()), session)
                .orElseThrow()
                .clone());
        link.sourceKey()
                .parts()
                .forEach(part -> mapping.addSourceRelationKeyField(
                        column(descriptor(link.entity()), part.attribute()), column(holder, part.id())));
        link.targetKey()
                .parts()
                .forEach(part -> mapping.addTargetRelationKeyField(
                        column(descriptor(link.entity()), part.attribute()),
                        column(descriptor(relationship.target()), part.id())));
        return mapping;
    }

    private RelationshipStorage storage(RelationshipDescription relationship) {
        return RelationshipStorage.of(
                model.entity(relationship.entity()).orElseThrow(),
                relationship.attribute(),
                relationship.toMany(),
                List.of(model.entity(relationship.target()).orElseThrow().type()));
    }

    private ClassDescriptor descriptor(String entity) {
        return session.getDescriptor(model.entity(entity).orElseThrow().type());
    }

    /** A copy, for EclipseLink writes into it; with its quotes, which a name as text would lose. */
    private DatabaseField column(ClassDescriptor descriptor, String attribute) {
        return BasicAttribute.find(descriptor, session, attribute)
                .orElseThrow()
                .field()
                .clone();
    }
}
