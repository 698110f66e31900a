package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;

/** The table of a declared many-to-many relationship: two keys, which together are the primary key. */
final class LinkTable {

    private LinkTable() {}

    static Table of(ManyToManyMapping mapping) {
        TableName name = EntityReader.tableName(mapping.getRelationTable());
        List<Column> columns = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        add(
                name,
                Lists.columns(mapping, "getSourceRelationKeyFields"),
                Lists.columns(mapping, "getSourceKeyFields"),
                mapping.getDescriptor(),
                columns,
                foreignKeys);
        add(
                name,
                Lists.columns(mapping, "getTargetRelationKeyFields"),
                Lists.columns(mapping, "getTargetKeyFields"),
                mapping.getReferenceDescriptor(),
                columns,
                foreignKeys);
        List<Identifier> key = columns.stream().map(Column::name).toList();
        return Table.of(name, columns)
                .withPrimaryKey(Optional.of(new PrimaryKey(ConstraintNames.primaryKey(name), key)))
                .withForeignKeys(foreignKeys);
    }

    private static void add(
            TableName table,
            List<DatabaseField> keys,
            List<DatabaseField> targets,
            ClassDescriptor target,
            List<Column> columns,
            List<ForeignKey> foreignKeys) {
        List<Identifier> names = new ArrayList<>();
        List<Identifier> targetNames = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Identifier name = EntityReader.column(keys.get(i));
            names.add(name);
            targetNames.add(EntityReader.column(targets.get(i)));
            columns.add(Column.of(name, typeOf(target, targets.get(i)), false));
        }
        foreignKeys.add(new ForeignKey(
                ConstraintNames.foreignKey(table, names),
                names,
                EntityReader.tableOf(target),
                targetNames,
                ForeignKey.OnDelete.NO_ACTION));
    }

    /** The type of the column that a key leads to. */
    static ColumnType typeOf(ClassDescriptor target, DatabaseField column) {
        DatabaseMapping mapping = target.getObjectBuilder().getMappingForField(column);
        Class<?> bound = mapping.getFieldClassification(column);
        return ColumnTypes.of(mapping.getField(), bound == null ? column.getType() : bound)
                .orElseThrow(() -> Problems.invalidModel(List.of(Problems.unsupportedAttribute(
                        target.getAlias(), mapping.getAttributeName(), "a key of an unknown type"))));
    }
}
