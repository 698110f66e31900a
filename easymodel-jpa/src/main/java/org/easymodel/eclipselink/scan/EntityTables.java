package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.TransformationMapping;
import org.eclipse.persistence.mappings.VariableOneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/** The tables that hold the rows of one entity: its own, those of its superclasses, its secondary ones. */
final class EntityTables {

    private static final String KEY = "it is part of the primary key";

    private final Session session;
    private final ClassDescriptor descriptor;
    private final Circles circles;
    private final Drafts drafts;
    private final String writer;
    private final Set<String> claimed = new HashSet<>();

    EntityTables(Session session, ClassDescriptor descriptor, Circles circles, Drafts drafts) {
        this.circles = circles;
        this.session = session;
        this.descriptor = descriptor;
        this.drafts = drafts;
        this.writer = descriptor.getAlias();
    }

    void claim() {
        for (DatabaseTable table : Lists.tables(descriptor)) {
            TableDraft draft = drafts.table(SqlNames.table(table));
            if (!descriptor.isAbstract()) {
                draft.addWriter(writer);
            }
        }
        for (MappedAttribute attribute : MappedAttribute.of(descriptor)) {
            claim(attribute);
        }
        claimSpecialColumns();
        claimRest();
        addPrimaryKeys();
        addInheritedKeys();
    }

    private void claim(MappedAttribute attribute) {
        DatabaseMapping mapping = attribute.mapping();
        if (mapping instanceof AbstractDirectMapping direct && direct.getField() != null) {
            claimBasic(attribute, direct);
        } else if (mapping instanceof VariableOneToOneMapping variable) {
            claimVariable(attribute, variable);
        } else if (mapping instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()) {
            claimKey(attribute, toOne);
        } else if (mapping instanceof TransformationMapping transformation) {
            TransformedColumns.of(transformation, descriptor, place(attribute), drafts::warn)
                    .forEach((field, type) -> claim(field, Claim.of(writer, place(attribute), type)));
        }
    }

    private void claimBasic(MappedAttribute attribute, AbstractDirectMapping mapping) {
        DirectColumn column = DirectColumns.of(attribute, mapping);
        Optional<ColumnDefinition> definition = column.definition();
        ColumnRules rules = ColumnRules.of(attribute, mapping, column, session, drafts::warn, place(attribute));
        Claim claim = Claim.of(writer, place(attribute), column.type(place(attribute), drafts::warn))
                .withRequired(
                        Requirement.of(attribute, mapping.getField(), column.attributeType(), mapping.isOptional())
                                .or(() -> definition
                                        .filter(ColumnDefinition::required)
                                        .map(found -> "the column definition says NOT NULL")))
                .withIdentity(isIdentity(mapping.getField()))
                .withValues(column.enumValues())
                .withDefaultValue(rules.defaultValue().or(() -> definition.flatMap(ColumnDefinition::defaultValue)))
                .withCheck(rules.check())
                .withComment(rules.comment());
        claim(mapping.getField(), claim);
        if (mapping.getField().isUnique()
                || definition.filter(ColumnDefinition::unique).isPresent()) {
            addUniqueKey(List.of(mapping.getField()), place(attribute) + " is unique");
        }
        List<Annotation> annotations = Overrides.annotations(descriptor.getJavaClass(), attribute);
        StatedChecks.add(table(mapping.getField()), annotations, place(attribute));
        if (definition.isEmpty() && StatedChecks.isWithoutFraction(annotations)) {
            drafts.warn(Problems.noSecondPrecision(place(attribute)));
        }
        rules.checks().forEach(check -> table(mapping.getField()).addCheck(check, place(attribute)));
        rules.index().ifPresent(index -> table(mapping.getField()).addIndex(index, place(attribute) + " is @Indexed"));
    }

    private void claimKey(MappedAttribute attribute, OneToOneMapping mapping) {
        List<DatabaseField> columns = Lists.columns(mapping, "getForeignKeyFields");
        if (columns.isEmpty() || mapping.getReferenceDescriptor() == null) {
            return;
        }
        ClaimedKey key = ClaimedKey.of(writer, place(attribute), mapping.getSourceToTargetKeyFields());
        TableDraft table = table(columns.get(0));
        KeyRule rule =
                KeyRules.joinColumns(attribute, descriptor, columns.get(0).getTable(), SqlNames.columns(key.columns()));
        boolean maybeWithoutTarget =
                mapping.isOneToOnePrimaryKeyRelationship() && mapping.isOptional() && !mapping.isManyToOneMapping();
        drafts.addKey(
                table,
                key,
                mapping.getReferenceDescriptor(),
                requirement(attribute, mapping),
                maybeWithoutTarget ? KeyRule.NONE : rule);
        key.columns().forEach(column -> claimed.add(name(column)));
        ColumnRules.addToKey(table, attribute, SqlNames.columns(key.columns()), place(attribute));
        StatedChecks.add(table, Overrides.annotations(descriptor.getJavaClass(), attribute), place(attribute));
        if (mapping.isOneToOneMapping() && !mapping.isManyToOneMapping() && !attribute.optional()) {
            addUniqueKey(columns, place(attribute) + " is one-to-one");
        }
    }

    /** A key of an entity in a circle may be empty for a moment, unless the mapping says that the column may not. */
    private Optional<String> requirement(MappedAttribute attribute, OneToOneMapping mapping) {
        Optional<String> because = Requirement.ofRelationship(attribute, mapping.isOptional());
        boolean free = because.isPresent()
                && !mapping.isPrimaryKeyMapping()
                && circles.contain(descriptor)
                && Lists.columns(mapping, "getForeignKeyFields").stream().allMatch(DatabaseField::isNullable);
        if (free) {
            drafts.warn(Problems.inCircle(place(attribute), writer));
        }
        return free ? Optional.empty() : because;
    }

    /** The key of any of several entities; the query keys of the interface name the columns on the other side. */
    private void claimVariable(MappedAttribute attribute, VariableOneToOneMapping mapping) {
        for (DatabaseField field : Lists.columns(mapping, "getForeignKeyFields")) {
            claim(
                    field,
                    Claim.of(writer, place(attribute), VariableKeys.type(mapping, field, drafts.types()))
                            .withRequired(Requirement.ofRelationship(attribute, mapping.isOptional())));
        }
        if (mapping.getTypeField() != null) {
            claim(mapping.getTypeField(), Claim.of(writer, place(attribute), typeOf(mapping.getTypeField())));
        }
    }

    /** The columns that no attribute shows. */
    private void claimSpecialColumns() {
        if (descriptor.hasInheritance()) {
            DatabaseField indicator = descriptor.getInheritancePolicy().getClassIndicatorField();
            if (indicator != null && indicator.hasTableName()) {
                claim(
                        indicator,
                        Claim.of(writer, descriptor.getAlias(), Discriminators.type(descriptor, indicator))
                                .withRequired(Optional.of("it tells the class of each row")));
            }
        }
        if (descriptor.usesOptimisticLocking()
                && descriptor.getOptimisticLockingPolicy().getWriteLockField() != null) {
            DatabaseField version = descriptor.getOptimisticLockingPolicy().getWriteLockField();
            if (!claimed.contains(name(version))) {
                claim(
                        version,
                        Claim.of(writer, descriptor.getAlias(), typeOf(version))
                                .withRequired(Optional.of("it is the version")));
            }
        }
        Tenants.fields(descriptor)
                .forEach(field -> claim(
                        field,
                        Claim.of(writer, descriptor.getAlias(), typeOf(field))
                                .withRequired(Optional.of("it tells the tenant of each row"))));
    }

    /** What the descriptor reads and writes besides, by the type that EclipseLink gives it. */
    private void claimRest() {
        Set<String> own = new HashSet<>();
        Lists.tables(descriptor).forEach(table -> own.add(SqlNames.table(table).sql()));
        for (DatabaseField field : Lists.columns(descriptor, "getFields")) {
            if (!claimed.contains(name(field))
                    && field.isCreatable()
                    && own.contains(SqlNames.table(field.getTable()).sql())
                    && !isKeyOfFurtherTable(field)) {
                claim(field, Claim.of(writer, descriptor.getAlias(), typeOf(field)));
            }
        }
    }

    private boolean isKeyOfFurtherTable(DatabaseField field) {
        return descriptor.getAdditionalTablePrimaryKeyFields().values().stream()
                .anyMatch(pairs ->
                        pairs.values().stream().anyMatch(each -> name(each).equals(name(field))));
    }

    private ColumnType typeOf(DatabaseField field) {
        return DirectColumn.of(field, null, field.getType(), Optional.empty())
                .type(descriptor.getAlias() + " (column " + SqlNames.column(field) + ")", drafts::warn);
    }

    private void addPrimaryKeys() {
        List<DatabaseField> key = descriptor.getPrimaryKeyFields();
        Set<TableName> done = new HashSet<>();
        for (DatabaseField field : key) {
            TableName table = SqlNames.table(field.getTable());
            if (done.add(table)) {
                List<DatabaseField> columns = key.stream()
                        .filter(each -> SqlNames.table(each.getTable()).equals(table))
                        .sorted(Comparator.comparing(SqlNames::column))
                        .toList();
                require(columns);
                drafts.table(table).setPrimaryKey(SqlNames.columns(columns), "the id of " + writer);
            }
        }
    }

    private void require(List<DatabaseField> columns) {
        for (DatabaseField column : columns) {
            ColumnDraft draft = table(column).columns().get(SqlNames.column(column));
            if (draft != null) {
                table(column)
                        .claim(
                                SqlNames.column(column),
                                Claim.of(writer, draft.claims().get(0).source(), draft.type())
                                        .withRequired(Optional.of(KEY)));
            } else {
                claim(column, Claim.of(writer, writer, typeOf(column)).withRequired(Optional.of(KEY)));
            }
        }
    }

    /** Tables of subclasses and secondary tables have the key of the first table, and lead to it. */
    private void addInheritedKeys() {
        for (Map.Entry<DatabaseTable, Map<DatabaseField, DatabaseField>> entry :
                descriptor.getAdditionalTablePrimaryKeyFields().entrySet()) {
            List<Map.Entry<DatabaseField, DatabaseField>> pairs = entry.getValue().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(SqlNames::column)))
                    .toList();
            List<DatabaseField> sources = pairs.stream().map(Map.Entry::getKey).toList();
            List<DatabaseField> columns =
                    pairs.stream().map(Map.Entry::getValue).toList();
            if (columns.equals(sources)) {
                continue;
            }
            TableName name = SqlNames.table(entry.getKey());
            List<Identifier> names = SqlNames.columns(columns);
            boolean ofSubclass = isTableOfSubclass(entry.getKey());
            KeyRule rule = ofSubclass
                    ? KeyRules.superclass(descriptor.getJavaClass(), entry.getKey(), names)
                    : KeyRules.secondaryTable(descriptor.getJavaClass(), name, entry.getKey(), names);
            if (descriptor.isCascadeOnDeleteSetOnDatabaseOnSecondaryTables()) {
                rule = rule.withOnDelete(ForeignKey.OnDelete.CASCADE);
            }
            drafts.addKey(
                    drafts.table(name),
                    new ClaimedKey(writer, writer, columns, sources),
                    descriptor,
                    Optional.of(KEY),
                    rule);
            drafts.table(name).setPrimaryKey(names, "the id of " + writer);
        }
    }

    private boolean isTableOfSubclass(DatabaseTable table) {
        return descriptor.isChildDescriptor()
                && !Lists.tables(descriptor.getInheritancePolicy().getParentDescriptor())
                        .contains(table);
    }

    private void addUniqueKey(List<DatabaseField> columns, String because) {
        table(columns.get(0)).implyUniqueKey(SqlNames.columns(columns), because);
    }

    private boolean isIdentity(DatabaseField field) {
        return descriptor.getSequenceNumberField() != null
                && name(descriptor.getSequenceNumberField()).equals(name(field))
                && Generators.isIdentity(session, descriptor);
    }

    private void claim(DatabaseField field, Claim claim) {
        claimed.add(name(field));
        table(field).claim(SqlNames.column(field), claim);
    }

    private TableDraft table(DatabaseField field) {
        return drafts.table(SqlNames.table(field.getTable()));
    }

    private String place(MappedAttribute attribute) {
        return attribute.placeIn(descriptor);
    }

    private static String name(DatabaseField field) {
        return SqlNames.table(field.getTable()) + "." + SqlNames.column(field);
    }
}
