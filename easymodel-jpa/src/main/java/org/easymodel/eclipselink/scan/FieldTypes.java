package org.easymodel.eclipselink.scan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.easymodel.constraints.Constraints;
import org.easymodel.eclipselink.Lists;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.eclipselink.TextLength;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** The types of columns that keys lead to, by the mapping that writes them. For one scan and one thread. */
final class FieldTypes {

    private final Map<ClassDescriptor, Map<String, Supplier<Optional<ColumnType>>>> types = new IdentityHashMap<>();
    private final Map<String, Boolean> asked = new HashMap<>();

    /** The type of a key column: that of the column that it leads to, unless the mapping defines its own. */
    ColumnType ofKey(DatabaseField key, ClassDescriptor target, DatabaseField targetColumn) {
        return ColumnDefinition.of(key)
                .map(ColumnDefinition::type)
                .or(() -> of(target, targetColumn))
                .or(() -> Stream.of(targetColumn, key)
                        .filter(column -> column.getType() != null)
                        .findFirst()
                        .flatMap(column -> ColumnTypes.of(column, column.getType(), Constraints.NONE)))
                .orElse(ColumnType.string(TextLength.USUAL));
    }

    private Optional<ColumnType> of(ClassDescriptor descriptor, DatabaseField column) {
        if (descriptor == null || !column.hasTableName()) {
            return Optional.empty();
        }
        String key = SqlNames.table(column.getTable()) + "." + SqlNames.column(column);
        String question = descriptor.getJavaClassName() + " " + key;
        if (asked.putIfAbsent(question, true) != null) {
            return Optional.empty();
        }
        try {
            Map<String, Supplier<Optional<ColumnType>>> known = types.computeIfAbsent(descriptor, this::read);
            Supplier<Optional<ColumnType>> type = known.get(key);
            return type == null ? Optional.empty() : type.get();
        } finally {
            asked.remove(question);
        }
    }

    /** A basic attribute knows its type; a relationship asks the entity that it leads to. */
    private Map<String, Supplier<Optional<ColumnType>>> read(ClassDescriptor descriptor) {
        Map<String, Supplier<Optional<ColumnType>>> known = new HashMap<>();
        List<MappedAttribute> attributes = MappedAttribute.of(descriptor);
        for (MappedAttribute attribute : attributes) {
            if (attribute.mapping() instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()) {
                for (DatabaseField field : Lists.columns(toOne, "getForeignKeyFields")) {
                    DatabaseField target = toOne.getSourceToTargetKeyFields().get(field);
                    if (target != null && toOne.getReferenceDescriptor() != null) {
                        known.put(name(field), () -> Optional.of(ofKey(field, toOne.getReferenceDescriptor(), target)));
                    }
                }
            }
        }
        for (MappedAttribute attribute : attributes) {
            if (attribute.mapping() instanceof AbstractDirectMapping direct && direct.getField() != null) {
                DirectColumn column = DirectColumns.of(attribute, direct);
                known.put(name(direct.getField()), () -> Optional.of(shareable(column)));
            }
        }
        descriptor
                .getAdditionalTablePrimaryKeyFields()
                .values()
                .forEach(pairs -> pairs.forEach((source, column) -> {
                    if (column.hasTableName()) {
                        known.putIfAbsent(name(column), () -> of(descriptor, source));
                    }
                }));
        return known;
    }

    private static ColumnType shareable(DirectColumn column) {
        return column.definition()
                .map(ColumnDefinition::type)
                .filter(ColumnDefinition::isShareable)
                .orElseGet(() -> column.logicalType("", ignored -> {}));
    }

    private static String name(DatabaseField field) {
        TableName table = SqlNames.table(field.getTable());
        Identifier column = SqlNames.column(field);
        return table + "." + column;
    }
}
