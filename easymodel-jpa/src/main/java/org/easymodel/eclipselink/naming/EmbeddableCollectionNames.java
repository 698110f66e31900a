package org.easymodel.eclipselink.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.easymodel.eclipselink.Lists;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.AggregateCollectionMapping;
import org.eclipse.persistence.mappings.AggregateMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;

/** The columns of embeddables in the table of a collection of them. */
final class EmbeddableCollectionNames {

    private final MadeUpNames names;
    private final AggregateCollectionMapping collection;
    private final Place place;

    EmbeddableCollectionNames(MadeUpNames names, AggregateCollectionMapping collection, Place place) {
        this.names = names;
        this.collection = collection;
        this.place = place;
    }

    void add() {
        ClassDescriptor embeddable = names.session.getDescriptor(collection.getReferenceClass());
        add(embeddable, List.of(place), EmbeddableNames.of(collection));
        EmbeddableNames.nestedOf(collection).forEach((path, columns) -> addNested(embeddable, path, columns));
    }

    /** The path ends with the attribute that has the column. */
    private void addNested(ClassDescriptor embeddable, String path, Map<String, DatabaseField> columns) {
        List<Place> places = new ArrayList<>(List.of(place));
        ClassDescriptor holder = embeddable;
        String[] attributes = path.split("\\.");
        for (int i = 0; i < attributes.length - 1; i++) {
            DatabaseMapping mapping = holder.getMappingForAttributeName(attributes[i]);
            if (mapping == null || !mapping.isAggregateMapping()) {
                return;
            }
            places.add(MappingNames.place(holder, mapping));
            holder = names.session.getDescriptor(((AggregateMapping) mapping).getReferenceClass());
        }
        add(holder, places, columns);
    }

    private void add(ClassDescriptor embeddable, List<Place> outer, Map<String, DatabaseField> columns) {
        for (DatabaseMapping mapping : Lists.mappings(embeddable)) {
            List<Place> places = new ArrayList<>(outer);
            places.add(MappingNames.place(embeddable, mapping));
            for (DatabaseField own : EmbeddedNames.columns(mapping)) {
                DatabaseField column = columns.get(own.getName());
                if (column != null) {
                    names.addColumn(
                            column,
                            places,
                            EmbeddedNames.madeUp(mapping, own),
                            EmbeddedNames.name(names, mapping, own));
                }
            }
        }
    }
}
