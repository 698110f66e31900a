package org.easymodel.eclipselink;

import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.internal.jpa.deployment.SEPersistenceUnitInfo;
import org.eclipse.persistence.sessions.Session;

/**
 * Switches EclipseLink's shared cache off where the application has not chosen: two nodes on one database would read stale
 * rows.
 */
final class SharedCache {

    private SharedCache() {}

    static void isolate(Session session) {
        boolean chosen = Stream.of("eclipselink.cache.shared.default", "jakarta.persistence.sharedCache.mode")
                .anyMatch(property -> session.getProperty(property) != null);
        if (!chosen && !isChosenByElement(session)) {
            SessionModel.entities(session).forEach(SharedCache::isolate);
        }
    }

    /**
     * Whether the unit has the element {@code shared-cache-mode}, which is no property of the session. Outside a server
     * EclipseLink 5 says {@code DISABLE_SELECTIVE} of a unit that says nothing.
     */
    private static boolean isChosenByElement(Session session) {
        EntityManagerSetupImpl setup = EntityManagerFactoryProvider.getEntityManagerSetupImpl(session.getName());
        if (setup == null) {
            return false;
        }
        PersistenceUnitInfo unit = setup.getPersistenceUnitInfo();
        SharedCacheMode mode = unit.getSharedCacheMode();
        boolean said = mode != null && mode != SharedCacheMode.UNSPECIFIED;
        return said
                && !(unit instanceof SEPersistenceUnitInfo && mode == new SEPersistenceUnitInfo().getSharedCacheMode());
    }

    /** By reflection, since the enumeration moved to another package between EclipseLink 4 and 5. */
    private static void isolate(ClassDescriptor descriptor) {
        for (Method method : ClassDescriptor.class.getMethods()) {
            if (method.getName().equals("setCacheIsolation") && method.getParameterTypes()[0].isEnum()) {
                Object isolated = Stream.of(method.getParameterTypes()[0].getEnumConstants())
                        .filter(each -> ((Enum<?>) each).name().equals("ISOLATED"))
                        .findFirst()
                        .orElseThrow();
                try {
                    method.invoke(descriptor, isolated);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("The shared cache cannot be switched off", e);
                }
            }
        }
    }
}
