package org.easymodel.eclipselink;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.JoinColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.LinkDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.RelationshipDescription.Origin;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sequencing.NativeSequence;
import org.eclipse.persistence.sequencing.Sequence;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.tools.schemaframework.IndexDefinition;

/** Builds the table of one entity from its deployed descriptor. For one table and one thread. */
final class TableBuilder {

    private final Session session;
    private final ClassDescriptor descriptor;
    private final EntityDescription entity;
    private final ModelDescription model;
    private final List<Problem> problems;
    private final Map<Identifier, Column> columns = new TreeMap<>();
    private final Map<Identifier, UniqueKey> uniqueKeys = new TreeMap<>();
    private final Map<Identifier, Index> indexes = new TreeMap<>();
    private final Map<Identifier, ForeignKey> foreignKeys = new TreeMap<>();

    TableBuilder(
            Session session,
            ClassDescriptor descriptor,
            EntityDescription entity,
            ModelDescription model,
            List<Problem> problems) {
        this.session = session;
        this.descriptor = descriptor;
        this.entity = entity;
        this.model = model;
        this.problems = problems;
    }

    /** The table; empty if the entity uses something that is not described, which is added to the problems. */
    Optional<Table> build() {
        int before = problems.size();
        if (descriptor.hasInheritance()) {
            problems.add(Problems.unsupportedEntity(entity.name(), "inheritance"));
        }
        if (Lists.tables(descriptor).size() > 1) {
            problems.add(Problems.unsupportedEntity(entity.name(), "secondary tables"));
        }
        if (Lists.tables(descriptor).stream().anyMatch(TableBuilder::hasCatalog)) {
            problems.add(Problems.unsupportedEntity(entity.name(), "a catalog"));
        }
        if (problems.size() == before) {
            Lists.mappings(descriptor).forEach(this::add);
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        addDeclaredIndexes();
        addUniqueKeys();
        addLinkPair();
        addInferredKeys();
        List<Identifier> key = keyColumns();
        return Optional.of(new Table(
                entity.table(),
                List.copyOf(columns.values()),
                Optional.of(new PrimaryKey(ConstraintNames.primaryKey(entity.table()), key)),
                List.copyOf(uniqueKeys.values()),
                List.copyOf(indexes.values()),
                List.copyOf(foreignKeys.values()),
                List.of(),
                List.of(),
                Optional.empty()));
    }

    /** EclipseLink joins catalog and schema by a dot. */
    private static boolean hasCatalog(DatabaseTable table) {
        return table.getTableQualifier().indexOf('.') >= 0;
    }

    private void add(DatabaseMapping mapping) {
        if (mapping.getAttributeAccessor() instanceof RelationshipAccessor) {
            return;
        }
        if (mapping.isAbstractDirectMapping() && mapping.getField() != null) {
            addBasic((AbstractDirectMapping) mapping);
        } else if (mapping instanceof OneToOneMapping toOne && !mapping.isVariableOneToOneMapping()) {
            if (toOne.hasRelationTableMechanism()) {
                addProblem(mapping, "a to-one relationship over a join table");
            } else if (DeclaredReader.hasKey(toOne)) {
                addDeclaredKey(toOne);
            }
        } else if (mapping instanceof CollectionMapping collection && collection.getListOrderField() != null) {
            addProblem(mapping, "a list with an order column");
        } else if (mapping instanceof CollectionMapping collection
                && collection.getContainerPolicy().isMappedKeyMapPolicy()) {
            addProblem(mapping, "a map with a key column");
        } else if (!isDescribedElsewhere(mapping)) {
            addProblem(mapping, kind(mapping));
        }
    }

    private void addProblem(DatabaseMapping mapping, String what) {
        problems.add(Problems.unsupportedAttribute(entity.name(), mapping.getAttributeName(), what));
    }

    private static boolean isDescribedElsewhere(DatabaseMapping mapping) {
        boolean inverse = mapping.isOneToManyMapping()
                && !mapping.isUnidirectionalOneToManyMapping()
                && !mapping.isManyToManyMapping();
        return inverse || mapping.isManyToManyMapping();
    }

    private static String kind(DatabaseMapping mapping) {
        if (mapping.isAggregateObjectMapping()) {
            return "embedded";
        }
        if (mapping.isDirectCollectionMapping() || mapping.isAggregateCollectionMapping()) {
            return "an element collection";
        }
        return "mapped by " + mapping.getClass().getSimpleName();
    }

    private void addBasic(AbstractDirectMapping mapping) {
        AttributeDescription attribute =
                entity.attribute(mapping.getAttributeName()).orElseThrow();
        Converter converter = mapping.getConverter();
        if (converter instanceof SerializedObjectConverter && attribute.type() != byte[].class) {
            problems.add(Problems.serialized(
                    entity.name(), attribute.name(), attribute.type().getName()));
            return;
        }
        Class<?> bound = bound(mapping, attribute);
        Optional<ColumnType> type = ColumnTypes.of(mapping.getField(), bound);
        if (type.isEmpty()) {
            addProblem(mapping, "of type " + bound.getName());
            return;
        }
        addColumn(
                Column.of(attribute.column(), type.get(), !attribute.required()).withIdentity(isIdentity(attribute)));
    }

    private static Class<?> bound(AbstractDirectMapping mapping, AttributeDescription attribute) {
        Class<?> classified = mapping.getFieldClassification();
        return classified == null ? attribute.type() : classified;
    }

    private boolean isIdentity(AttributeDescription attribute) {
        if (!attribute.generated()) {
            return false;
        }
        Sequence sequence = session.getDatasourcePlatform().getSequence(descriptor.getSequenceNumberName());
        return sequence instanceof NativeSequence numbered && numbered.shouldUseIdentityIfPlatformSupports();
    }

    private void addDeclaredKey(OneToOneMapping mapping) {
        RelationshipDescription relationship =
                model.relationship(entity.name(), mapping.getAttributeName()).orElseThrow();
        Map<DatabaseField, DatabaseField> pairs = mapping.getSourceToTargetKeyFields();
        List<Identifier> names = new ArrayList<>();
        List<Identifier> targets = new ArrayList<>();
        for (DatabaseField field : Lists.columns(mapping, "getForeignKeyFields")) {
            Identifier name = EntityReader.column(field);
            names.add(name);
            targets.add(EntityReader.column(pairs.get(field)));
            ColumnType type = LinkTable.typeOf(mapping.getReferenceDescriptor(), pairs.get(field));
            addColumn(Column.of(name, type, !relationship.required()));
        }
        if (mapping.isOneToOneMapping() && !mapping.isManyToOneMapping()) {
            Identifier name = ConstraintNames.uniqueKey(entity.table(), names);
            uniqueKeys.put(name, new UniqueKey(name, names));
        }
        Optional<jakarta.persistence.ForeignKey> declared = Members.of(
                        descriptor.getJavaClass(), mapping.getAttributeName())
                .annotation(JoinColumn.class)
                .map(JoinColumn::foreignKey);
        if (declared.filter(key -> key.value() == ConstraintMode.NO_CONSTRAINT).isEmpty()) {
            Identifier name = EntityReader.nameOr(
                    declared.map(jakarta.persistence.ForeignKey::name).orElse(""),
                    ConstraintNames.foreignKey(entity.table(), names));
            addForeignKey(name, names, mapping.getReferenceDescriptor(), targets);
        }
    }

    private void addForeignKey(
            Identifier name, List<Identifier> names, ClassDescriptor target, List<Identifier> targets) {
        foreignKeys.put(
                name,
                new ForeignKey(name, names, EntityReader.tableOf(target), targets, ForeignKey.OnDelete.NO_ACTION));
    }

    /** A column that is mapped twice, as a key and as a relationship, is required if one of the two says so. */
    private void addColumn(Column column) {
        columns.merge(
                column.name(), column, (first, second) -> first.withNullable(first.nullable() && second.nullable()));
    }

    private void addUniqueKeys() {
        for (DatabaseTable table : Lists.tables(descriptor)) {
            table.getUniqueConstraints()
                    .forEach((name, columnLists) -> columnLists.forEach(list -> {
                        List<Identifier> names =
                                list.stream().map(Identifier::of).toList();
                        Identifier key = EntityReader.nameOr(name, ConstraintNames.uniqueKey(entity.table(), names));
                        uniqueKeys.put(key, new UniqueKey(key, names));
                    }));
        }
        entity.attributes().stream()
                .filter(attribute -> attribute.unique() && attribute.role() != AttributeDescription.Role.ID)
                .map(attribute -> List.of(attribute.column()))
                .filter(names -> !isUnique(names))
                .forEach(names -> {
                    Identifier key = ConstraintNames.uniqueKey(entity.table(), names);
                    uniqueKeys.put(key, new UniqueKey(key, names));
                });
    }

    private void addDeclaredIndexes() {
        for (DatabaseTable table : Lists.tables(descriptor)) {
            for (IndexDefinition index : table.getIndexes()) {
                List<Identifier> names = EntityReader.indexColumns(index);
                Identifier name = EntityReader.indexName(entity.table(), index);
                indexes.put(name, Index.of(name, names, index.isUnique()));
            }
        }
    }

    /** An inferred key gets an index, and a constraint if the attribute says what it refers to. */
    private void addInferredKeys() {
        for (RelationshipDescription relationship : model.relationships(entity.name())) {
            if (relationship.inferred() && relationship.owner()) {
                AttributeDescription key =
                        entity.attribute(relationship.key().orElseThrow()).orElseThrow();
                List<Identifier> names = List.of(key.column());
                if (!isIndexed(names)) {
                    Identifier name = ConstraintNames.index(entity.table(), names);
                    indexes.put(name, Index.of(name, names, false));
                }
                if (relationship.origin() == Origin.REFERENCED
                        && key.reference()
                                .filter(reference -> !reference.constraint())
                                .isEmpty()) {
                    EntityDescription target =
                            model.entity(relationship.target()).orElseThrow();
                    addForeignKey(
                            ConstraintNames.foreignKey(entity.table(), names),
                            names,
                            session.getDescriptor(target.type()),
                            List.of(target.singleId().orElseThrow().column()));
                }
            }
        }
    }

    private void addLinkPair() {
        model.relationships().stream()
                .filter(relationship -> relationship.origin() == Origin.REFERENCED)
                .map(relationship -> relationship.link().orElse(null))
                .filter(link -> link != null && link.entity().equals(entity.name()))
                .findFirst()
                .ifPresent(this::addLinkPair);
    }

    private void addLinkPair(LinkDescription link) {
        List<Identifier> pair = List.of(link.sourceKey(), link.targetKey()).stream()
                .sorted()
                .map(name -> entity.attribute(name).orElseThrow().column())
                .toList();
        if (!isUnique(pair)) {
            Identifier name = ConstraintNames.uniqueKey(entity.table(), pair);
            uniqueKeys.put(name, new UniqueKey(name, pair));
        }
    }

    private boolean isUnique(List<Identifier> names) {
        return sameColumns(keyColumns(), names)
                || uniqueKeys.values().stream().anyMatch(key -> sameColumns(key.columns(), names))
                || indexes.values().stream().anyMatch(index -> index.unique() && sameColumns(index.columns(), names));
    }

    private boolean isIndexed(List<Identifier> names) {
        return startsWith(keyColumns(), names)
                || uniqueKeys.values().stream().anyMatch(key -> startsWith(key.columns(), names))
                || indexes.values().stream().anyMatch(index -> startsWith(index.columns(), names));
    }

    private List<Identifier> keyColumns() {
        return entity.id().stream().map(AttributeDescription::column).toList();
    }

    private static boolean sameColumns(List<Identifier> left, List<Identifier> right) {
        return left.size() == right.size() && left.containsAll(right);
    }

    private static boolean startsWith(List<Identifier> columns, List<Identifier> names) {
        return columns.size() >= names.size()
                && columns.subList(0, names.size()).equals(names);
    }
}
