package org.easymodel.eclipselink;

import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** Reads and writes attributes inside embeddables. Each embedding has mappings of its own, with its own columns. */
final class EmbeddedValues {

    private EmbeddedValues() {}

    /**
     * The value at a path below an embeddable; null if one on the way is missing.
     *
     * @param embedding the mapping of the embeddable
     * @param owner the entity or embeddable that has it
     */
    static @Nullable Object get(AggregateObjectMapping embedding, Object owner, String path) {
        Object embedded = embedding.getAttributeValueFromObject(owner);
        if (embedded == null) {
            return null;
        }
        int dot = path.indexOf('.');
        DatabaseMapping mapping = mapping(embedding, path);
        return dot < 0
                ? mapping.getAttributeValueFromObject(embedded)
                : get((AggregateObjectMapping) mapping, embedded, path.substring(dot + 1));
    }

    /** Sets the value at a path below an embeddable. One that is missing is made, unless nothing is to be in it. */
    static void set(AggregateObjectMapping embedding, Object owner, String path, @Nullable Object value) {
        Object embedded = embedding.getAttributeValueFromObject(owner);
        boolean missing = embedded == null;
        if (missing && value == null) {
            return;
        }
        Object target = missing ? EclipseLinkUnit.created(embedding.getReferenceClass()) : embedded;
        int dot = path.indexOf('.');
        DatabaseMapping mapping = mapping(embedding, path);
        if (dot < 0) {
            Object old = mapping.getAttributeValueFromObject(target);
            mapping.setAttributeValueInObject(target, value);
            EclipseLinkUnit.announce(target, path, old, value);
        } else {
            set((AggregateObjectMapping) mapping, target, path.substring(dot + 1), value);
        }
        if (missing) {
            embedding.setAttributeValueInObject(owner, target);
            EclipseLinkUnit.announce(owner, embedding.getAttributeName(), null, target);
        }
    }

    private static DatabaseMapping mapping(AggregateObjectMapping embedding, String path) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        DatabaseMapping mapping = embedding.getReferenceDescriptor().getMappingForAttributeName(name);
        if (mapping == null) {
            throw new IllegalArgumentException(
                    embedding.getReferenceClass().getSimpleName() + " has no attribute '" + name + "'");
        }
        return mapping;
    }
}
