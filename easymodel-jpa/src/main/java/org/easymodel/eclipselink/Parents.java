package org.easymodel.eclipselink;

import java.util.Optional;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;

/** Which entity another one extends, found by the classes: descriptors know each other only after initialization. */
final class Parents {

    private Parents() {}

    /** The nearest superclass that is an entity, if there is one. */
    static Optional<ClassDescriptor> of(ClassDescriptor descriptor, Session session) {
        for (Class<?> each = descriptor.getJavaClass().getSuperclass();
                each != null && each != Object.class;
                each = each.getSuperclass()) {
            ClassDescriptor parent = session.getDescriptor(each);
            if (parent != null && parent.getJavaClass() == each && !parent.isAggregateDescriptor()) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }
}
