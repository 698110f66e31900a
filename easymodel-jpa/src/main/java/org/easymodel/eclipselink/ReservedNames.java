package org.easymodel.eclipselink;

import java.util.HashMap;
import java.util.List;
import org.easymodel.schema.Identifier;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectCollectionMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.OneToManyMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.RelationTableMechanism;

/**
 * Quotes the names of tables and columns that SQL reserves, such as {@code ORDER}, in the statements of EclipseLink, by the
 * same rule as scanner and changelog.
 */
final class ReservedNames {

    private ReservedNames() {}

    static void quote(ClassDescriptor descriptor) {
        Lists.tables(descriptor).forEach(ReservedNames::quote);
        quote(descriptor.getPrimaryKeyFields());
        Lists.mappings(descriptor).forEach(ReservedNames::quote);
    }

    private static void quote(DatabaseMapping mapping) {
        if (mapping.getField() != null) {
            quote(mapping.getField());
        }
        if (mapping instanceof CollectionMapping collection && collection.getListOrderField() != null) {
            quote(collection.getListOrderField());
        }
        if (mapping instanceof OneToOneMapping toOne) {
            quoteKeys(toOne);
        } else if (mapping instanceof ManyToManyMapping manyToMany) {
            quote(manyToMany.getRelationTableMechanism());
        } else if (mapping instanceof OneToManyMapping toMany) {
            quote(Lists.columns(toMany, "getTargetForeignKeyFields"));
            quote(Lists.columns(toMany, "getSourceKeyFields"));
        } else if (mapping instanceof DirectCollectionMapping values) {
            quote(values.getReferenceTable());
            quote(values.getDirectField());
            quote(Lists.columns(values, "getReferenceKeyFields"));
            quote(Lists.columns(values, "getSourceKeyFields"));
        }
    }

    /** The keys of a to-one mapping are keys of hash maps too, which a changed name would make unfindable. */
    private static void quoteKeys(OneToOneMapping mapping) {
        if (mapping.hasRelationTableMechanism()) {
            quote(mapping.getRelationTableMechanism());
        } else {
            quote(List.copyOf(mapping.getSourceToTargetKeyFields().keySet()));
            quote(List.copyOf(mapping.getTargetToSourceKeyFields().keySet()));
            mapping.setSourceToTargetKeyFields(new HashMap<>(mapping.getSourceToTargetKeyFields()));
            mapping.setTargetToSourceKeyFields(new HashMap<>(mapping.getTargetToSourceKeyFields()));
        }
    }

    private static void quote(RelationTableMechanism relation) {
        quote(relation.getRelationTable());
        quote(Lists.columns(relation, "getSourceRelationKeyFields"));
        quote(Lists.columns(relation, "getSourceKeyFields"));
        quote(Lists.columns(relation, "getTargetRelationKeyFields"));
        quote(Lists.columns(relation, "getTargetKeyFields"));
    }

    private static void quote(List<DatabaseField> fields) {
        fields.forEach(ReservedNames::quote);
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
