package org.easymodel.eclipselink.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.eclipselink.Lists;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.CollectionMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/**
 * The columns of embedded objects in the table of their entity. The embeddable itself keeps the names that EclipseLink made up:
 * they are what overrides refer to.
 */
final class EmbeddedNames {

    private final MadeUpNames names;
    private final MappingNames owner;
    private final DatabaseTable table;

    EmbeddedNames(MadeUpNames names, MappingNames owner, DatabaseTable table) {
        this.names = names;
        this.owner = owner;
        this.table = table;
    }

    void add(AggregateObjectMapping embedded, List<Place> places) {
        add(embedded, places, Map.of());
    }

    private void add(AggregateObjectMapping embedded, List<Place> outer, Map<String, DatabaseField> overrides) {
        Map<String, DatabaseField> nested = new HashMap<>();
        embedded.getNestedFieldTranslations().forEach((path, values) -> nested.put(path, (DatabaseField) values[0]));
        nested.putAll(overrides);
        ClassDescriptor embeddable = names.session.getDescriptor(embedded.getReferenceClass());
        for (DatabaseMapping mapping : Lists.mappings(embeddable)) {
            Place place = MappingNames.place(embeddable, mapping);
            List<Place> places = new ArrayList<>(outer);
            places.add(place);
            if (mapping instanceof AggregateObjectMapping inner) {
                add(inner, places, below(nested, mapping.getAttributeName()));
            } else if (mapping instanceof CollectionMapping) {
                owner.add(mapping, place);
            } else {
                for (DatabaseField field : columns(mapping)) {
                    DatabaseField override = overrides.getOrDefault(
                            mapping.getAttributeName(),
                            embedded.getAggregateToSourceFields().getOrDefault(field.getName(), field));
                    addColumn(mapping, field, override, places);
                }
            }
        }
    }

    private static Map<String, DatabaseField> below(Map<String, DatabaseField> overrides, String attribute) {
        Map<String, DatabaseField> below = new HashMap<>();
        overrides.forEach((path, field) -> {
            if (path.startsWith(attribute + ".")) {
                below.put(path.substring(attribute.length() + 1), field);
            }
        });
        return below;
    }

    private void addColumn(DatabaseMapping mapping, DatabaseField own, DatabaseField field, List<Place> places) {
        DatabaseTable in = field.hasTableName() ? field.getTable() : table;
        if (names.isWritten(field, places)) {
            names.renames.keep(in, field.getName());
        } else if (field.getName().equalsIgnoreCase(madeUp(mapping, own))) {
            String name = name(names, mapping, own);
            names.renames.rename(in, field.getName(), name);
            if (field != own && !field.hasTableName()) {
                names.renames.rename(field, name);
            }
        }
    }

    /** The columns of an attribute of an embeddable that are columns of the entity. */
    static List<DatabaseField> columns(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping && mapping.getField() != null) {
            return List.of(mapping.getField());
        }
        return mapping instanceof OneToOneMapping toOne && !toOne.hasRelationTableMechanism()
                ? List.copyOf(Lists.columns(toOne, "getForeignKeyFields"))
                : List.of();
    }

    /** The column that EclipseLink would give to an attribute of an embeddable. */
    static String madeUp(DatabaseMapping mapping, DatabaseField own) {
        return mapping.getAttributeName()
                + target(mapping, own).map(target -> "_" + target.getName()).orElse("");
    }

    static String name(MadeUpNames names, DatabaseMapping mapping, DatabaseField own) {
        return NamingStrategy.column(mapping.getAttributeName())
                + target(mapping, own)
                        .map(target -> "_" + names.renames.nameOf(target))
                        .orElse("");
    }

    private static Optional<DatabaseField> target(DatabaseMapping mapping, DatabaseField own) {
        return mapping instanceof OneToOneMapping toOne
                ? Optional.ofNullable(toOne.getSourceToTargetKeyFields().get(own))
                : Optional.empty();
    }

    /** Gives the columns of an embeddable their names wherever it is embedded and no override gives another. */
    static void translate(MadeUpNames names, AggregateObjectMapping embedded) {
        ClassDescriptor embeddable = names.session.getDescriptor(embedded.getReferenceClass());
        for (DatabaseMapping mapping : Lists.mappings(embeddable)) {
            List<Place> place = List.of(MappingNames.place(embeddable, mapping));
            for (DatabaseField own : columns(mapping)) {
                boolean free = !embedded.getAggregateToSourceFields().containsKey(own.getName());
                if (free && !names.isWritten(own, place) && own.getName().equalsIgnoreCase(madeUp(mapping, own))) {
                    DatabaseField renamed = own.clone();
                    renamed.setName(name(names, mapping, own));
                    embedded.addFieldTranslation(renamed, own.getName());
                }
            }
        }
    }
}
