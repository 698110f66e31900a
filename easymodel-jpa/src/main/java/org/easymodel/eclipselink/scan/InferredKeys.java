package org.easymodel.eclipselink.scan;

import java.util.List;
import java.util.Optional;
import org.easymodel.eclipselink.SessionSettings;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.Reference;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.RelationshipDescription.Origin;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;

/** What inferred relationships add: an index, a constraint where the attribute says what it refers to, unique links. */
final class InferredKeys {

    private final Session session;
    private final ModelDescription model;
    private final Drafts drafts;
    private final boolean constrainsNamed;

    InferredKeys(Session session, ModelDescription model, Drafts drafts) {
        this.constrainsNamed = SessionSettings.of(session)
                .text("infer.constraints")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        this.session = session;
        this.model = model;
        this.drafts = drafts;
    }

    void add() {
        for (RelationshipDescription relationship : model.relationships()) {
            if (relationship.inferred() && relationship.owner()) {
                addKey(relationship);
            }
            if (relationship.origin() == Origin.REFERENCED) {
                relationship.link().filter(link -> !link.repeatable()).ifPresent(this::addPair);
            }
        }
        model.polymorphic().forEach(this::addIndex);
    }

    /** No constraint can lead to several tables. */
    private void addIndex(PolymorphicDescription pair) {
        EntityDescription entity = model.entity(pair.entity()).orElseThrow();
        table(entity, pair.key())
                .implyIndex(
                        columns(attributes(entity, List.of(pair.type(), pair.key()))),
                        entity.name() + "." + pair.key() + " is a key of " + String.join(" or ", pair.entities())
                                + ", as " + pair.type() + " says");
    }

    private void addKey(RelationshipDescription relationship) {
        EntityDescription entity = model.entity(relationship.entity()).orElseThrow();
        EntityDescription target = model.entity(relationship.target()).orElseThrow();
        List<AttributeDescription> key = attributes(entity, relationship.key().attributes());
        List<AttributeDescription> id = attributes(
                target,
                relationship.key().parts().stream().map(KeyDescription.Part::id).toList());
        String place = entity.name() + "." + relationship.key();
        TableDraft table = table(entity, key.get(0).name());
        List<Identifier> columns = columns(key);
        table.implyIndex(columns, place + (key.size() == 1 ? " is a key of " : " are a key of ") + target.name());
        boolean constrained = (relationship.origin() == Origin.REFERENCED || constrainsNamed)
                && key.stream()
                        .flatMap(attribute -> attribute.reference().stream())
                        .allMatch(Reference::constraint);
        if (constrained && !Hierarchy.isSpread(session.getDescriptor(target.type()))) {
            table.addForeignKey(new ForeignKeyDraft(
                    Optional.empty(),
                    columns,
                    table(target, id.get(0).name()).name(),
                    columns(id),
                    ForeignKey.OnDelete.NO_ACTION,
                    place));
        }
    }

    private void addPair(LinkDescription link) {
        EntityDescription entity = model.entity(link.entity()).orElseThrow();
        List<String> pair = link.pair();
        table(entity, pair.get(0))
                .implyUniqueKey(columns(attributes(entity, pair)), entity.name() + " links each pair once");
    }

    private static List<AttributeDescription> attributes(EntityDescription entity, List<String> names) {
        return names.stream().map(name -> entity.attribute(name).orElseThrow()).toList();
    }

    private static List<Identifier> columns(List<AttributeDescription> attributes) {
        return attributes.stream().map(AttributeDescription::column).toList();
    }

    /** The table that holds the attribute, which of a subclass can be that of its superclass. */
    private TableDraft table(EntityDescription entity, String attribute) {
        ClassDescriptor descriptor = session.getDescriptor(entity.type());
        DatabaseMapping mapping = descriptor.getMappingForAttributeName(attribute);
        return mapping != null
                        && mapping.getField() != null
                        && mapping.getField().hasTableName()
                ? drafts.table(SqlNames.table(mapping.getField().getTable()))
                : drafts.table(entity.table());
    }
}
