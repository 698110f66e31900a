package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.Members;
import org.easymodel.eclipselink.SessionModel;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.eclipselink.archive.UnlistedEntities;
import org.easymodel.model.RenamedFrom;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Notes;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.RenameNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;

/** Builds the neutral schema of a deployed session. What cannot be described is named in its warnings. */
final class SchemaBuilder {

    private final String unit;
    private final Session session;
    private final ModelDescription model;
    private final Drafts drafts = new Drafts();
    private final Generators generators;

    SchemaBuilder(String unit, Session session, ModelDescription model) {
        this.unit = unit;
        this.session = session;
        this.model = model;
        this.generators = new Generators(session, drafts);
    }

    /**
     * The schema of a model that is as it was meant, for what is made of it to last.
     *
     * @throws org.easymodel.failure.InvalidModelException with all problems of the model, if it has any
     */
    Scanned buildValid() {
        if (!model.problems().isEmpty()) {
            throw Problems.invalidModel(model.problems());
        }
        return build();
    }

    /** The schema, together with what its explanation needs. What could not be inferred is among its warnings. */
    Scanned build() {
        List<ClassDescriptor> entities = relationalEntities();
        List<ClassDescriptor> withTables =
                entities.stream().filter(SchemaBuilder::hasTable).toList();
        Circles circles = new Circles(withTables);
        withTables.forEach(entity -> new EntityTables(session, entity, circles, drafts).claim());
        withTables.forEach(entity -> new CollectionTables(entity, drafts).claim());
        withTables.forEach(entity -> new ClassRules(entity, table(entity), drafts).add());
        withTables.forEach(entity -> Lists.tables(entity)
                .forEach(table -> StatedChecks.add(drafts.table(SqlNames.table(table)), table, "@CheckConstraint")));
        withTables.forEach(generators::add);
        new InferredKeys(session, model, drafts).add();
        model.problems().forEach(drafts::warn);
        model.warnings().forEach(drafts::warn);
        RenamedInverses.warn(model, drafts);
        List<Table> tables = new TableAssembly(drafts).tables();
        withTables.stream()
                .filter(entity -> entity.hasMultitenantPolicy()
                        && entity.getMultitenantPolicy().isTablePerMultitenantPolicy())
                .forEach(entity -> drafts.warn(Problems.tablePerTenant(entity.getAlias())));
        UnlistedEntities.unlisted(session).forEach(each -> drafts.warn(Problems.unlisted(each, unit)));
        Notes notes =
                new Notes(entityNotes(entities), relationshipNotes(tables), renames(withTables), drafts.warnings());
        return new Scanned(
                new SchemaModel(tables, List.copyOf(generators.sequences().values()), notes),
                drafts,
                generators,
                model);
    }

    private List<ClassDescriptor> relationalEntities() {
        List<ClassDescriptor> entities = new ArrayList<>();
        for (ClassDescriptor descriptor : SessionModel.entities(session)) {
            if (descriptor.isRelationalDescriptor() || descriptor.isObjectRelationalDataTypeDescriptor()) {
                entities.add(descriptor);
            } else {
                drafts.warn(Problems.notRelational(descriptor.getAlias()));
            }
        }
        return entities;
    }

    /** The abstract root of a hierarchy with a table per class has none of its own. */
    private static boolean hasTable(ClassDescriptor descriptor) {
        return !Lists.tables(descriptor).isEmpty() && !(descriptor.hasTablePerClassPolicy() && descriptor.isAbstract());
    }

    /** The table of the entity's own, which of a joined subclass holds only what the superclass has not. */
    private TableName table(ClassDescriptor descriptor) {
        return model.entity(descriptor.getJavaClass()).orElseThrow().table();
    }

    private List<EntityNote> entityNotes(List<ClassDescriptor> entities) {
        return entities.stream().map(this::entityNote).toList();
    }

    private EntityNote entityNote(ClassDescriptor descriptor) {
        List<TableName> further = new ArrayList<>();
        Lists.tables(descriptor).forEach(table -> further.add(SqlNames.table(table)));
        drafts.tables().stream()
                .filter(table ->
                        table.writers().stream().anyMatch(writer -> writer.startsWith(descriptor.getAlias() + ".")))
                .forEach(table -> further.add(table.name()));
        return new EntityNote(
                descriptor.getAlias(),
                table(descriptor),
                further,
                Optional.ofNullable(descriptor.getJavaClass().getSuperclass())
                        .flatMap(model::entity)
                        .map(EntityDescription::name));
    }

    private List<RenameNote> renames(List<ClassDescriptor> entities) {
        List<RenameNote> renames = new ArrayList<>();
        for (ClassDescriptor descriptor : entities) {
            TableName table = table(descriptor);
            RenamedFrom ofTable = descriptor.getJavaClass().getDeclaredAnnotation(RenamedFrom.class);
            if (ofTable != null) {
                renames.add(new RenameNote(table, Optional.empty(), Identifier.of(ofTable.value())));
            }
            for (MappedAttribute attribute : MappedAttribute.of(descriptor)) {
                if (attribute.mapping().getField() != null) {
                    attribute
                            .members()
                            .flatMap((Members members) -> members.annotation(RenamedFrom.class))
                            .map(renamed -> new RenameNote(
                                    SqlNames.table(
                                            attribute.mapping().getField().getTable()),
                                    Optional.of(
                                            SqlNames.column(attribute.mapping().getField())),
                                    Identifier.of(renamed.value())))
                            .filter(note -> !renames.contains(note))
                            .ifPresent(renames::add);
                }
            }
        }
        return renames;
    }

    private List<RelationshipNote> relationshipNotes(List<Table> tables) {
        KeyColumns columns = new KeyColumns(session, model, tables);
        return Stream.concat(
                        model.relationships().stream(),
                        model.polymorphic().stream()
                                .flatMap(pair -> pair.targets().stream().map(pair::toward)))
                .map(relationship -> note(relationship, columns.of(relationship)))
                .toList();
    }

    private RelationshipNote note(RelationshipDescription relationship, List<Identifier> columns) {
        return new RelationshipNote(
                model.entity(relationship.entity()).orElseThrow().table(),
                relationship.attribute(),
                relationship.cardinality(),
                model.entity(relationship.target()).orElseThrow().table(),
                relationship.owner(),
                relationship.inverse(),
                columns,
                relationship.inferred(),
                relationship.because());
    }
}
