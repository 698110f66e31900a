package org.easymodel.eclipselink.scan;

import java.util.List;
import java.util.Optional;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.ModelDescription;
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

    InferredKeys(Session session, ModelDescription model, Drafts drafts) {
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
                relationship.link().ifPresent(this::addPair);
            }
        }
    }

    private void addKey(RelationshipDescription relationship) {
        EntityDescription entity = model.entity(relationship.entity()).orElseThrow();
        EntityDescription target = model.entity(relationship.target()).orElseThrow();
        AttributeDescription key =
                entity.attribute(relationship.key().orElseThrow()).orElseThrow();
        TableDraft table = table(entity, key.name());
        List<Identifier> columns = List.of(key.column());
        table.implyIndex(columns, entity.name() + "." + key.name() + " is a key of " + target.name());
        boolean constrained = relationship.origin() == Origin.REFERENCED
                && key.reference().filter(reference -> !reference.constraint()).isEmpty();
        if (constrained && !Hierarchy.isSpread(session.getDescriptor(target.type()))) {
            table.addForeignKey(new ForeignKeyDraft(
                    Optional.empty(),
                    columns,
                    table(target, target.singleId().orElseThrow().name()).name(),
                    List.of(target.singleId().orElseThrow().column()),
                    ForeignKey.OnDelete.NO_ACTION,
                    entity.name() + "." + key.name()));
        }
    }

    private void addPair(LinkDescription link) {
        EntityDescription entity = model.entity(link.entity()).orElseThrow();
        List<Identifier> pair = List.of(link.sourceKey(), link.targetKey()).stream()
                .sorted()
                .map(name -> entity.attribute(name).orElseThrow().column())
                .toList();
        table(entity, link.sourceKey()).implyUniqueKey(pair, entity.name() + " links each pair once");
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
