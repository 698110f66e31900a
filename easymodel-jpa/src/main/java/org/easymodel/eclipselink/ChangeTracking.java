package org.easymodel.eclipselink;

import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.DeferredChangeDetectionPolicy;
import org.eclipse.persistence.sessions.Session;

/**
 * A mapping can ask that entities report their own changes, which only woven classes can. A session that is opened only to be
 * looked at weaves nothing, and writes nothing, so that it needs no such report.
 */
final class ChangeTracking {

    private ChangeTracking() {}

    static void relax(ClassDescriptor descriptor, Session session) {
        boolean onlyLookedAt =
                "true".equals(String.valueOf(session.getProperty(PersistenceUnitProperties.VALIDATION_ONLY_PROPERTY)));
        if (onlyLookedAt) {
            descriptor.setObjectChangePolicy(new DeferredChangeDetectionPolicy());
        }
    }
}
