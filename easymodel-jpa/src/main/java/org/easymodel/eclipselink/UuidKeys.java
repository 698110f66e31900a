package org.easymodel.eclipselink;

import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Gives the columns of declared to-one relationships to a UUID their type, which EclipseLink takes for text when it writes
 * null; PostgreSQL refuses that.
 */
final class UuidKeys extends SessionEventAdapter {

    /** Does nothing the second time: a deployment may be tried again. */
    static void install(Session session) {
        if (session.getEventManager().getListeners().stream().noneMatch(UuidKeys.class::isInstance)) {
            session.getEventManager().addListener(new UuidKeys());
        }
    }

    /** The columns are final and the platform is known only then. The mappings of an embeddable itself lead nowhere. */
    @Override
    public void postLogin(SessionEvent event) {
        if (event.getSession() instanceof AbstractSession session
                && !session.getPlatform().isDerby()) {
            session.getDescriptors().values().stream()
                    .flatMap(descriptor -> Lists.mappings(descriptor).stream())
                    .filter(OneToOneMapping.class::isInstance)
                    .map(OneToOneMapping.class::cast)
                    .filter(relationship -> relationship.getReferenceDescriptor() != null
                            && relationship.getSourceToTargetKeyFields() != null)
                    .forEach(UuidKeys::type);
        }
    }

    private static void type(OneToOneMapping relationship) {
        ClassDescriptor target = relationship.getReferenceDescriptor();
        for (Map.Entry<DatabaseField, DatabaseField> key :
                relationship.getSourceToTargetKeyFields().entrySet()) {
            DatabaseMapping mapping = target.getObjectBuilder().getMappingForField(key.getValue());
            if (mapping != null && mapping.getAttributeClassification() == UUID.class) {
                key.getKey().setSqlType(Types.OTHER);
            }
        }
    }
}
