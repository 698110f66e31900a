package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.easymodel.model.Link;
import org.easymodel.model.NoInference;
import org.easymodel.model.References;
import org.easymodel.model.Timestamped;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.Reference;
import org.easymodel.relate.UniqueAttributes;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.tools.schemaframework.IndexDefinition;

/**
 * Describes one entity from its descriptor. Works on a descriptor that is not initialized yet, since relationships are
 * installed before that.
 */
final class EntityReader {

    private static final int USUAL_LENGTH = 255;
    private static final String NOT_NULL = "jakarta.validation.constraints.NotNull";

    private final ClassDescriptor descriptor;
    private final TableName table;

    EntityReader(ClassDescriptor descriptor) {
        this.descriptor = descriptor;
        this.table = tableOf(descriptor);
    }

    EntityDescription read() {
        List<AttributeDescription> attributes = new ArrayList<>();
        boolean inferable = !descriptor.getJavaClass().isAnnotationPresent(NoInference.class);
        for (DatabaseMapping mapping : Lists.mappings(descriptor)) {
            if (mapping.isAbstractDirectMapping() && mapping.getField() != null) {
                attributes.add(attribute((AbstractDirectMapping) mapping, inferable));
            }
        }
        attributes.sort(Comparator.comparing((AttributeDescription attribute) -> attribute.role() != Role.ID)
                .thenComparing(AttributeDescription::name));
        return new EntityDescription(
                descriptor.getAlias(),
                descriptor.getJavaClass(),
                table,
                attributes,
                uniqueKeys(attributes),
                descriptor.getJavaClass().isAnnotationPresent(Link.class));
    }

    private AttributeDescription attribute(AbstractDirectMapping mapping, boolean inferable) {
        DatabaseField field = mapping.getField();
        Members members = Members.of(descriptor.getJavaClass(), mapping.getAttributeName());
        Class<?> type = members.type().orElse(Object.class);
        Role role = role(field, members, mapping.getAttributeName());
        boolean generated = role == Role.ID && isSequenced(field);
        boolean written = !mapping.isReadOnly();
        return new AttributeDescription(
                mapping.getAttributeName(),
                type,
                role,
                column(field),
                isRequired(mapping, field, type, role, members),
                field.isUnique() || isUniqueByTable(field),
                generated,
                written && field.isInsertable(),
                written && field.isUpdatable(),
                type == String.class ? length(field, members) : 0,
                members.annotation(References.class).map(EntityReader::reference),
                inferable && members.annotation(NoInference.class).isEmpty());
    }

    private Role role(DatabaseField field, Members members, String attribute) {
        if (descriptor.getPrimaryKeyFields().stream().anyMatch(key -> sameColumn(key, field))) {
            return Role.ID;
        }
        if (descriptor.usesOptimisticLocking()
                && descriptor.getOptimisticLockingPolicy().getWriteLockField() != null
                && sameColumn(descriptor.getOptimisticLockingPolicy().getWriteLockField(), field)) {
            return Role.VERSION;
        }
        boolean ours = members.declaringClass()
                .filter(type -> type == Timestamped.class)
                .isPresent();
        if (ours && attribute.equals("createdAt")) {
            return Role.CREATED_AT;
        }
        return ours && attribute.equals("updatedAt") ? Role.UPDATED_AT : Role.BASIC;
    }

    private boolean isSequenced(DatabaseField field) {
        return descriptor.getSequenceNumberField() != null && sameColumn(descriptor.getSequenceNumberField(), field);
    }

    private static boolean isRequired(
            AbstractDirectMapping mapping, DatabaseField field, Class<?> type, Role role, Members members) {
        return role == Role.ID
                || role == Role.VERSION
                || type.isPrimitive()
                || !field.isNullable()
                || !mapping.isOptional()
                || members.annotation(jakarta.persistence.Basic.class)
                        .filter(basic -> !basic.optional())
                        .isPresent()
                || members.hasAnnotation(NOT_NULL);
    }

    private static int length(DatabaseField field, Members members) {
        if (members.annotation(jakarta.persistence.Lob.class).isPresent()) {
            return 0;
        }
        return field.getLength() == 0 ? USUAL_LENGTH : field.getLength();
    }

    private static Reference reference(References annotation) {
        return new Reference(
                annotation.value(),
                annotation.attribute(),
                annotation.inverse(),
                annotation.onDelete(),
                annotation.constraint());
    }

    private boolean isUniqueByTable(DatabaseField field) {
        return uniqueColumns().values().stream()
                .anyMatch(columns -> columns.size() == 1 && columns.get(0).equals(column(field)));
    }

    private List<UniqueAttributes> uniqueKeys(List<AttributeDescription> attributes) {
        Map<Identifier, String> byColumn = new TreeMap<>();
        attributes.forEach(attribute -> byColumn.put(attribute.column(), attribute.name()));
        Map<Identifier, List<Identifier>> keys = uniqueColumns();
        Set<List<Identifier>> named = Set.copyOf(keys.values());
        attributes.stream()
                .filter(attribute -> attribute.unique() && attribute.role() != Role.ID)
                .map(attribute -> List.of(attribute.column()))
                .filter(columns -> !named.contains(columns))
                .forEach(columns -> keys.put(ConstraintNames.uniqueKey(table, columns), columns));
        return keys.entrySet().stream()
                .filter(key -> key.getValue().stream().allMatch(byColumn::containsKey))
                .map(key -> new UniqueAttributes(
                        key.getKey(), key.getValue().stream().map(byColumn::get).toList()))
                .toList();
    }

    /** The unique constraints and unique indexes that the mapping gives to the table, by name. */
    private Map<Identifier, List<Identifier>> uniqueColumns() {
        Map<Identifier, List<Identifier>> keys = new TreeMap<>();
        for (DatabaseTable each : Lists.tables(descriptor)) {
            each.getUniqueConstraints()
                    .forEach((name, columnLists) -> columnLists.forEach(columns -> {
                        List<Identifier> identifiers =
                                columns.stream().map(Identifier::of).toList();
                        keys.put(nameOr(name, ConstraintNames.uniqueKey(table, identifiers)), identifiers);
                    }));
            for (IndexDefinition index : each.getIndexes()) {
                if (index.isUnique()) {
                    List<Identifier> columns = indexColumns(index);
                    keys.put(indexName(table, index), columns);
                }
            }
        }
        return keys;
    }

    static Identifier nameOr(String given, Identifier otherwise) {
        return given == null || given.isBlank() ? otherwise : Identifier.of(given);
    }

    /** The name that the mapping gives; EclipseLink makes up one of its own, which is not taken. */
    static Identifier indexName(TableName table, IndexDefinition index) {
        String madeUp = "INDEX_" + index.getTargetTable() + "_" + String.join("_", index.getFields());
        String given = madeUp.equals(index.getName()) ? "" : index.getName();
        return nameOr(given, ConstraintNames.index(table, indexColumns(index)));
    }

    static List<Identifier> indexColumns(IndexDefinition index) {
        return index.getFields().stream()
                .map(column -> Identifier.of(column.strip().split("\\s+")[0]))
                .toList();
    }

    static Identifier column(DatabaseField field) {
        return field.shouldUseDelimiters() ? Identifier.delimited(field.getName()) : Identifier.of(field.getName());
    }

    static TableName tableOf(ClassDescriptor descriptor) {
        ClassDescriptor each = descriptor;
        while (Lists.tables(each).isEmpty()
                && each.hasInheritance()
                && each.getInheritancePolicy().getParentDescriptor() != null) {
            each = each.getInheritancePolicy().getParentDescriptor();
        }
        return Lists.tables(each).isEmpty()
                ? TableName.of(descriptor.getAlias().toUpperCase(Locale.ROOT))
                : tableName(Lists.tables(each).get(0));
    }

    static TableName tableName(DatabaseTable table) {
        String qualifier = table.getTableQualifier();
        Optional<Identifier> schema =
                qualifier == null || qualifier.isBlank() ? Optional.empty() : Optional.of(Identifier.of(qualifier));
        return new TableName(
                schema,
                table.shouldUseDelimiters() ? Identifier.delimited(table.getName()) : Identifier.of(table.getName()));
    }

    static boolean sameColumn(DatabaseField left, DatabaseField right) {
        return Objects.equals(column(left), column(right));
    }
}
