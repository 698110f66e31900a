package org.easymodel.eclipselink;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.AggregateObjectMapping;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** A basic attribute of an entity, or of an embeddable in it, by the path from the entity. */
record AttributePath(String path) {

    /** The attribute of the entity that the path begins with. */
    String first() {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private String rest() {
        return path.substring(path.indexOf('.') + 1);
    }

    @Nullable
    Object get(ClassDescriptor descriptor, Object entity) {
        DatabaseMapping mapping = descriptor.getMappingForAttributeName(first());
        return mapping instanceof AggregateObjectMapping embedding
                ? EmbeddedValues.get(embedding, entity, rest())
                : mapping.getAttributeValueFromObject(entity);
    }

    /** Sets the value, and tells a woven entity of it. */
    void set(ClassDescriptor descriptor, Object entity, @Nullable Object value) {
        DatabaseMapping mapping = descriptor.getMappingForAttributeName(first());
        if (mapping instanceof AggregateObjectMapping embedding) {
            EmbeddedValues.set(embedding, entity, rest(), value);
        } else {
            Object old = mapping.getAttributeValueFromObject(entity);
            mapping.setAttributeValueInObject(entity, value);
            EclipseLinkUnit.announce(entity, first(), old, value);
        }
    }
}
