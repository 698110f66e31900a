package org.easymodel.eclipselink;

import org.eclipse.persistence.internal.indirection.BasicIndirectionPolicy;

/**
 * Shows the entity of an inferred relationship to the application as soon as EclipseLink has loaded it: a plain field cannot
 * ask for it.
 */
final class ShownIndirection extends BasicIndirectionPolicy {

    private static final long serialVersionUID = 1L;

    private final transient RelationshipAccessor accessor;

    ShownIndirection(RelationshipAccessor accessor) {
        this.accessor = accessor;
    }

    @Override
    public Object getRealAttributeValueFromObject(Object object, Object attribute) {
        Object value = super.getRealAttributeValueFromObject(object, attribute);
        accessor.publish(object);
        return value;
    }
}
