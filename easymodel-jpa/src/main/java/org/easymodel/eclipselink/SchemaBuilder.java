package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.model.RenamedFrom;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Notes;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.RenameNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.databaseaccess.DatasourcePlatform;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sequencing.UUIDSequence;
import org.eclipse.persistence.sessions.Session;

/**
 * Builds the neutral schema of a deployed session. What cannot be described is named, all of it at once, and no schema is
 * given then.
 */
final class SchemaBuilder {

    private final Session session;
    private final ModelDescription model;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<TableName, Table> tables = new TreeMap<>();
    private final Map<String, Sequence> sequences = new TreeMap<>();
    private final List<RenameNote> renames = new ArrayList<>();

    SchemaBuilder(Session session, ModelDescription model) {
        this.session = session;
        this.model = model;
    }

    SchemaModel build() {
        problems.addAll(model.problems());
        List<ClassDescriptor> descriptors = SessionModel.entities(session);
        for (ClassDescriptor descriptor : descriptors) {
            EntityDescription entity = model.entity(descriptor.getJavaClass()).orElseThrow();
            new TableBuilder(session, descriptor, entity, model, problems)
                    .build()
                    .ifPresent(table -> addTable(entity, table));
            addSequence(descriptor, entity);
            addRenames(descriptor, entity);
        }
        descriptors.forEach(this::addLinkTables);
        problems.addAll(NameClashes.of(tables.values()));
        if (!problems.isEmpty()) {
            throw Problems.invalidModel(problems);
        }
        return new SchemaModel(
                List.copyOf(tables.values()),
                List.copyOf(sequences.values()),
                new Notes(List.of(), relationshipNotes(), renames, List.of()));
    }

    private void addTable(EntityDescription entity, Table table) {
        if (tables.putIfAbsent(table.name(), table) != null) {
            String other = model.entities().stream()
                    .filter(each -> each.table().equals(table.name()))
                    .map(EntityDescription::name)
                    .findFirst()
                    .orElseThrow();
            problems.add(
                    Problems.unsupportedEntity(entity.name(), "the table " + table.name() + " together with " + other));
        }
    }

    private void addSequence(ClassDescriptor descriptor, EntityDescription entity) {
        String name = descriptor.getSequenceNumberName();
        if (name == null) {
            return;
        }
        org.eclipse.persistence.sequencing.Sequence generator =
                ((DatasourcePlatform) session.getDatasourcePlatform()).getSequence(name);
        if (generator instanceof UUIDSequence) {
            return;
        }
        if (!(generator instanceof NativeSequence sequence)) {
            problems.add(Problems.generatorTable(entity.name(), name));
            return;
        }
        if (!sequence.shouldUseIdentityIfPlatformSupports()) {
            String qualifier = sequence.getQualifier();
            Sequence described = new Sequence(
                    qualifier == null || qualifier.isBlank() ? Optional.empty() : Optional.of(Identifier.of(qualifier)),
                    Identifier.of(sequence.getName()),
                    sequence.getInitialValue() + sequence.getPreallocationSize() - 1L,
                    sequence.getPreallocationSize());
            sequences.put(described.sql(), described);
        }
    }

    /** An entity that maps such a table too knows it better. */
    private void addLinkTables(ClassDescriptor descriptor) {
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping instanceof ManyToManyMapping manyToMany
                    && !manyToMany.isReadOnly()
                    && !(mapping.getAttributeAccessor() instanceof RelationshipAccessor)) {
                Table table = LinkTable.of(manyToMany);
                tables.putIfAbsent(table.name(), table);
            }
        }
    }

    private void addRenames(ClassDescriptor descriptor, EntityDescription entity) {
        RenamedFrom ofTable = descriptor.getJavaClass().getAnnotation(RenamedFrom.class);
        if (ofTable != null) {
            renames.add(new RenameNote(entity.table(), Optional.empty(), Identifier.of(ofTable.value())));
        }
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping.getField() != null) {
                Members.of(descriptor.getJavaClass(), mapping.getAttributeName())
                        .annotation(RenamedFrom.class)
                        .ifPresent(renamed -> renames.add(new RenameNote(
                                entity.table(),
                                Optional.of(EntityReader.column(mapping.getField())),
                                Identifier.of(renamed.value()))));
            }
        }
    }

    private List<RelationshipNote> relationshipNotes() {
        return model.relationships().stream().map(this::note).toList();
    }

    private RelationshipNote note(RelationshipDescription relationship) {
        EntityDescription entity = model.entity(relationship.entity()).orElseThrow();
        EntityDescription target = model.entity(relationship.target()).orElseThrow();
        EntityDescription holder = relationship.owner() ? entity : target;
        Optional<Identifier> column = relationship
                .key()
                .flatMap(holder::attribute)
                .map(attribute -> attribute.column())
                .or(() -> DeclaredKeys.column(session, entity, relationship));
        return new RelationshipNote(
                entity.table(),
                relationship.attribute(),
                relationship.cardinality(),
                target.table(),
                relationship.owner(),
                relationship.inverse(),
                column,
                relationship.inferred(),
                relationship.because());
    }
}
