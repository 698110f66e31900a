package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.queries.ContainerPolicy;
import org.eclipse.persistence.internal.queries.MappedKeyMapContainerPolicy;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.DirectMapMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;
import org.eclipse.persistence.mappings.UnidirectionalOneToManyMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.mappings.foundation.MapKeyMapping;

/** The tables that relationships and collections of an entity bring along, and their columns in the tables of others. */
final class CollectionTables {

    private static final String KEY = "it is part of the primary key";
    private static final String OWNER = "each element has an owner";

    private final ClassDescriptor descriptor;
    private final Drafts drafts;

    CollectionTables(ClassDescriptor descriptor, Drafts drafts) {
        this.descriptor = descriptor;
        this.drafts = drafts;
    }

    void claim() {
        for (MappedAttribute attribute : MappedAttribute.of(descriptor)) {
            if (!isInherited(attribute)) {
                claim(attribute);
            }
        }
    }

    /** A subclass shares the tables that its superclass describes. */
    private boolean isInherited(MappedAttribute attribute) {
        return descriptor.isChildDescriptor()
                && descriptor
                                .getInheritancePolicy()
                                .getParentDescriptor()
                                .getMappingForAttributeName(attribute.path().split("\\.")[0])
                        != null;
    }

    private void claim(MappedAttribute attribute) {
        DatabaseMapping mapping = attribute.mapping();
        if (mapping instanceof ManyToManyMapping manyToMany) {
            claimJoinTable(attribute, manyToMany, manyToMany.getRelationTableMechanism());
        } else if (mapping instanceof OneToOneMapping toOne && toOne.hasRelationTableMechanism()) {
            claimJoinTable(attribute, toOne, toOne.getRelationTableMechanism());
        } else if (mapping instanceof DirectCollectionMapping values) {
            claimValues(attribute, values);
        } else if (mapping instanceof AggregateCollectionMapping embeddables) {
            claimEmbeddables(attribute, embeddables);
        } else if (mapping instanceof UnidirectionalOneToManyMapping toMany) {
            claimTargetKey(attribute, toMany);
        } else if (mapping instanceof OneToManyMapping toMany) {
            claimInverse(attribute, toMany);
        }
    }

    private void claimJoinTable(
            MappedAttribute attribute, ForeignReferenceMapping mapping, RelationTableMechanism relation) {
        if (mapping.isReadOnly()
                && mapping.getMappedBy() != null
                && !mapping.getMappedBy().isEmpty()) {
            return;
        }
        DatabaseTable joinTable = relation.getRelationTable();
        TableDraft table = drafts.table(SqlNames.table(joinTable));
        table.addWriter(place(attribute));
        TableKeys.add(table, joinTable);
        addStated(attribute, table, joinTable);
        List<DatabaseField> owner = Lists.columns(relation, "getSourceRelationKeyFields");
        List<DatabaseField> target = Lists.columns(relation, "getTargetRelationKeyFields");
        List<DatabaseField> ownerTargets = Lists.columns(relation, "getSourceKeyFields");
        KeyRule ownerRule = Hierarchy.isSpread(Hierarchy.tablePerClassRoot(descriptor))
                ? KeyRule.NONE
                : KeyRules.joinTable(attribute, descriptor, joinTable, SqlNames.columns(owner), false);
        drafts.addKey(
                table,
                new ClaimedKey(place(attribute), place(attribute), owner, ownerTargets),
                descriptor,
                Optional.of(KEY),
                cascading(ownerRule, mapping));
        drafts.addKey(
                table,
                new ClaimedKey(
                        place(attribute), place(attribute), target, Lists.columns(relation, "getTargetKeyFields")),
                mapping.getReferenceDescriptor(),
                Optional.of(KEY),
                KeyRules.joinTable(attribute, descriptor, joinTable, SqlNames.columns(target), true));
        List<Identifier> mapKey =
                mapping instanceof CollectionMapping collection ? claimMapKey(attribute, collection, table) : List.of();
        claimOrder(attribute, mapping, table);
        List<Identifier> second = mapKey.isEmpty() || !isComparable(table, mapKey) ? SqlNames.columns(target) : mapKey;
        table.setPrimaryKey(joined(SqlNames.columns(owner), second), place(attribute) + " holds each pair once");
    }

    private static KeyRule cascading(KeyRule rule, ForeignReferenceMapping mapping) {
        return mapping.isCascadeOnDeleteSetOnDatabase() ? rule.withOnDelete(ForeignKey.OnDelete.CASCADE) : rule;
    }

    private void claimValues(MappedAttribute attribute, DirectCollectionMapping mapping) {
        DatabaseTable collectionTable = mapping.getReferenceTable();
        TableDraft table = drafts.table(SqlNames.table(collectionTable));
        List<DatabaseField> keys = Lists.columns(mapping, "getReferenceKeyFields");
        List<Identifier> owner = claimOwner(
                attribute, mapping, table, collectionTable, keys, Lists.columns(mapping, "getSourceKeyFields"));
        DirectColumn element = DirectColumns.element(attribute, mapping);
        ColumnType type = element.type(place(attribute), drafts::warn);
        boolean map = isMap(mapping);
        boolean set = !map && isSet(mapping.getContainerPolicy());
        Identifier value = SqlNames.column(mapping.getDirectField());
        boolean distinct = set && isComparable(type) && mapping.getListOrderField() == null;
        table.claim(
                value,
                Claim.of(place(attribute), place(attribute), type)
                        .withValues(element.enumValues())
                        .withCheck(Checks.ofEnum(value, element.enumValues()))
                        .withComment(Kept.comment(mapping.getDirectField()))
                        .withRequired(
                                distinct
                                        ? Optional.of(KEY)
                                        : mapping.getDirectField().isNullable()
                                                ? Optional.empty()
                                                : Optional.of("the mapping says nullable = false")));
        if (mapping.getDirectField().isUnique()) {
            table.implyUniqueKey(List.of(value), place(attribute) + " is unique");
        }
        List<Identifier> mapKey = claimMapKey(attribute, mapping, table);
        claimOrder(attribute, mapping, table);
        addCollectionKey(attribute, table, owner, distinct ? List.of(value) : mapKey);
    }

    private void claimEmbeddables(MappedAttribute attribute, AggregateCollectionMapping mapping) {
        ClassDescriptor element = mapping.getReferenceDescriptor();
        List<DatabaseField> keys = Lists.columns(mapping, "getTargetForeignKeyFields");
        DatabaseTable collectionTable =
                keys.isEmpty() ? Lists.tables(element).get(0) : keys.get(0).getTable();
        TableDraft table = drafts.table(SqlNames.table(collectionTable));
        List<Identifier> owner = claimOwner(
                attribute, mapping, table, collectionTable, keys, Lists.columns(mapping, "getSourceKeyFields"));
        EmbeddedColumns embedded = new EmbeddedColumns(place(attribute), attribute, descriptor, element, drafts);
        embedded.claim(table);
        List<Identifier> mapKey = claimMapKey(attribute, mapping, table);
        claimOrder(attribute, mapping, table);
        boolean distinct = mapKey.isEmpty() && isSet(mapping.getContainerPolicy()) && embedded.isKey(table);
        addCollectionKey(attribute, table, owner, distinct ? embedded.columns() : mapKey);
    }

    private List<Identifier> claimOwner(
            MappedAttribute attribute,
            ForeignReferenceMapping mapping,
            TableDraft table,
            DatabaseTable collectionTable,
            List<DatabaseField> keys,
            List<DatabaseField> targets) {
        table.addWriter(place(attribute));
        TableKeys.add(table, collectionTable);
        addStated(attribute, table, collectionTable);
        KeyRule rule = Hierarchy.isSpread(Hierarchy.tablePerClassRoot(descriptor))
                ? KeyRule.NONE
                : KeyRules.collectionTable(attribute, collectionTable, SqlNames.columns(keys));
        drafts.addKey(
                table,
                new ClaimedKey(place(attribute), place(attribute), keys, targets),
                descriptor,
                Optional.of(OWNER),
                cascading(rule, mapping));
        return SqlNames.columns(keys);
    }

    private void addStated(MappedAttribute attribute, TableDraft table, DatabaseTable mapped) {
        StatedChecks.add(table, mapped, place(attribute));
        StatedChecks.add(table, Overrides.annotations(descriptor.getJavaClass(), attribute), place(attribute));
    }

    /** Rows that can be told apart get a primary key; others an index by which they are found. */
    private void addCollectionKey(
            MappedAttribute attribute, TableDraft table, List<Identifier> owner, List<Identifier> rest) {
        if (!rest.isEmpty() && isComparable(table, rest)) {
            table.setPrimaryKey(joined(owner, rest), place(attribute) + " holds each element once");
        } else if (!owner.isEmpty()) {
            table.implyIndex(owner, "the elements of " + place(attribute) + " are found by their owner");
        }
    }

    /** The key of a map, where it has columns of its own: they tell the rows of one owner apart. */
    private List<Identifier> claimMapKey(MappedAttribute attribute, CollectionMapping mapping, TableDraft table) {
        if (mapping.getContainerPolicy() instanceof MappedKeyMapContainerPolicy policy) {
            return claimMappedKey(attribute, policy, table);
        }
        if (mapping instanceof DirectMapMapping map && map.getDirectKeyField() != null) {
            DirectColumn key = DirectColumns.key(attribute, map);
            Identifier column = SqlNames.column(map.getDirectKeyField());
            table.claim(column, ofKey(attribute, key, column));
            return List.of(column);
        }
        return List.of();
    }

    private Claim ofKey(MappedAttribute attribute, DirectColumn key, Identifier column) {
        return Claim.of(place(attribute), place(attribute) + " (key)", key.type(place(attribute), drafts::warn))
                .withValues(key.enumValues())
                .withCheck(Checks.ofEnum(column, key.enumValues()))
                .withRequired(Optional.of(KEY));
    }

    private List<Identifier> claimMappedKey(
            MappedAttribute attribute, MappedKeyMapContainerPolicy policy, TableDraft table) {
        MapKeyMapping keyMapping = policy.getKeyMapping();
        if (!(keyMapping instanceof DatabaseMapping mapping)) {
            return List.of();
        }
        List<Identifier> columns = new ArrayList<>();
        boolean inTable = true;
        for (MappedAttribute key : MappedAttribute.of(mapping, null, attribute.path() + " (key)")) {
            if (key.mapping() instanceof AbstractDirectMapping direct && direct.getField() != null) {
                DirectColumn column = DirectColumns.of(key, direct);
                Identifier name = SqlNames.column(direct.getField());
                boolean whole = mapping instanceof AbstractDirectMapping
                        || Requirement.of(key, direct.getField(), column.attributeType(), direct.isOptional())
                                .isPresent();
                Claim claim = ofKey(attribute, column, name);
                inTable &= claimKeyColumn(
                        attribute, direct.getField(), whole ? claim : claim.withRequired(Optional.empty()), table);
                inTable &= whole;
                columns.add(name);
            } else if (key.mapping() instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()) {
                List<DatabaseField> fields = Lists.columns(toOne, "getForeignKeyFields");
                TableDraft holder = fields.isEmpty()
                        ? table
                        : drafts.table(SqlNames.table(fields.get(0).getTable()));
                inTable &= holder == table;
                drafts.addKey(
                        holder,
                        ClaimedKey.of(
                                place(attribute), place(attribute) + " (key)", toOne.getSourceToTargetKeyFields()),
                        toOne.getReferenceDescriptor(),
                        holder == table ? Optional.of(KEY) : Optional.empty(),
                        fields.isEmpty()
                                ? KeyRule.USUAL
                                : KeyRules.mapKey(attribute, fields.get(0).getTable(), SqlNames.columns(fields)));
                columns.addAll(SqlNames.columns(fields));
            }
        }
        return inTable ? columns : List.of();
    }

    /** The key of a map of entities can be a column of their own table, where rows without an owner leave it empty. */
    private boolean claimKeyColumn(MappedAttribute attribute, DatabaseField field, Claim claim, TableDraft table) {
        TableDraft holder = field.hasTableName() ? drafts.table(SqlNames.table(field.getTable())) : table;
        boolean inTable = holder == table;
        if (field.isUnique()) {
            holder.implyUniqueKey(List.of(SqlNames.column(field)), place(attribute) + " (key) is unique");
        }
        holder.claim(SqlNames.column(field), inTable ? claim : claim.withRequired(Optional.empty()));
        return inTable;
    }

    private void claimOrder(MappedAttribute attribute, ForeignReferenceMapping mapping, TableDraft table) {
        if (mapping instanceof CollectionMapping collection && collection.getListOrderField() != null) {
            DatabaseField order = collection.getListOrderField();
            TableDraft holder = order.hasTableName() ? drafts.table(SqlNames.table(order.getTable())) : table;
            ColumnType type =
                    ColumnDefinition.of(order).map(ColumnDefinition::type).orElse(ColumnType.of(Kind.INT32));
            holder.claim(SqlNames.column(order), Claim.of(place(attribute), place(attribute) + " (order)", type));
        }
    }

    /** A key that the mapping calls nullable = false is inserted with the row; EclipseLink fills any other by an update. */
    private static void requireWhereInserted(TableDraft table, DatabaseField key) {
        if (!key.isNullable()) {
            ColumnDraft column = table.columns().get(SqlNames.column(key));
            Claim claim = column.claims().get(0);
            for (String writer : table.writers()) {
                table.claim(
                        SqlNames.column(key),
                        Claim.of(writer, claim.source(), claim.type())
                                .withRequired(Optional.of("the mapping says nullable = false"))
                                .asKey());
            }
        }
    }

    private void claimTargetKey(MappedAttribute attribute, UnidirectionalOneToManyMapping mapping) {
        List<DatabaseField> keys = Lists.columns(mapping, "getTargetForeignKeyFields");
        if (keys.isEmpty()) {
            return;
        }
        TableDraft table = drafts.table(SqlNames.table(keys.get(0).getTable()));
        KeyRule rule = KeyRules.joinColumns(attribute, descriptor, keys.get(0).getTable(), SqlNames.columns(keys));
        StatedChecks.add(table, Overrides.annotations(descriptor.getJavaClass(), attribute), place(attribute));
        boolean spread = Hierarchy.isSpread(Hierarchy.tablePerClassRoot(descriptor));
        List<DatabaseField> targets = Lists.columns(mapping, "getSourceKeyFields");
        for (int i = 0; i < keys.size(); i++) {
            table.claim(
                    SqlNames.column(keys.get(i)),
                    Claim.of(
                                    place(attribute),
                                    place(attribute),
                                    drafts.types().ofKey(keys.get(i), descriptor, targets.get(i)))
                            .withComment(Kept.comment(keys.get(i)))
                            .asKey());
            requireWhereInserted(table, keys.get(i));
        }
        if (!spread) {
            drafts.addConstraint(
                    table,
                    new ClaimedKey(place(attribute), place(attribute), keys, targets),
                    descriptor,
                    cascading(rule, mapping));
        }
        claimMapKey(attribute, mapping, table);
        claimOrder(attribute, mapping, table);
    }

    /** The key belongs to the other side; order and map key are columns of that table all the same. */
    private void claimInverse(MappedAttribute attribute, OneToManyMapping mapping) {
        if (mapping.getReferenceDescriptor() == null
                || Lists.tables(mapping.getReferenceDescriptor()).isEmpty()) {
            return;
        }
        TableDraft table = drafts.table(
                SqlNames.table(Lists.tables(mapping.getReferenceDescriptor()).get(0)));
        claimMapKey(attribute, mapping, table);
        claimOrder(attribute, mapping, table);
        if (mapping.isCascadeOnDeleteSetOnDatabase()) {
            List<DatabaseField> keys = Lists.columns(mapping, "getTargetForeignKeyFields");
            if (!keys.isEmpty()) {
                drafts.table(SqlNames.table(keys.get(0).getTable())).cascadeDelete(SqlNames.columns(keys));
            }
        }
    }

    private static boolean isMap(DirectCollectionMapping mapping) {
        return mapping.isDirectMapMapping() || mapping.getContainerPolicy().isMappedKeyMapPolicy();
    }

    private static boolean isSet(ContainerPolicy policy) {
        Class<?> type = policy.getContainerClass();
        return type != null && java.util.Set.class.isAssignableFrom(type);
    }

    private static boolean isComparable(TableDraft table, List<Identifier> columns) {
        return columns.stream()
                .allMatch(column -> isComparable(table.columns().get(column).type()));
    }

    /** Whether every database can put values of the type into a key. */
    static boolean isComparable(ColumnType type) {
        return type.kind() != Kind.LOB_TEXT && type.kind() != Kind.LOB_BIN && type.kind() != Kind.NATIVE;
    }

    private static List<Identifier> joined(List<Identifier> first, List<Identifier> second) {
        return Stream.concat(first.stream().sorted(), second.stream().sorted())
                .distinct()
                .toList();
    }

    private String place(MappedAttribute attribute) {
        return attribute.placeIn(descriptor);
    }
}
