package org.easymodel.eclipselink;

import org.easymodel.schema.Identifier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.DatabaseMapping;

/**
 * Quotes the names of tables and columns that SQL reserves, such as {@code ORDER}, in the statements of EclipseLink, by the
 * same rule as scanner and changelog.
 */
final class ReservedNames {

    private ReservedNames() {}

    static void quote(ClassDescriptor descriptor) {
        descriptor.getTables().forEach(ReservedNames::quote);
        descriptor.getPrimaryKeyFields().forEach(ReservedNames::quote);
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            if (mapping.getField() != null) {
                quote(mapping.getField());
            }
        }
    }

    private static void quote(DatabaseTable table) {
        if (!table.shouldUseDelimiters()) {
            Identifier name = Identifier.of(table.getName());
            if (name.delimited()) {
                table.setName(name.text());
                table.setUseDelimiters(true);
            }
        }
    }

    private static void quote(DatabaseField field) {
        if (field.hasTableName()) {
            quote(field.getTable());
        }
        if (!field.shouldUseDelimiters()) {
            Identifier name = Identifier.of(field.getName());
            if (name.delimited()) {
                field.setName(name.text());
                field.setUseDelimiters(true);
            }
        }
    }
}
