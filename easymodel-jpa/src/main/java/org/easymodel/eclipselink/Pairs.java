package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.Collections;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ManyToManyMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;

/** The table of pairs of a declared relationship. */
record Pairs(AbstractSession session, ManyToManyMapping mapping) {

    /** In one statement. Does nothing where the key of the other end has several columns. */
    void delete(EntityManager entityManager, Collection<?> targets) {
        if (targets.isEmpty()
                || mapping.isReadOnly()
                || Lists.columns(mapping, "getTargetKeyFields").size() != 1) {
            return;
        }
        DatabasePlatform platform = session.getPlatform();
        DatabaseField column =
                Lists.columns(mapping, "getTargetRelationKeyFields").get(0);
        Query query = entityManager.createNativeQuery(
                "DELETE FROM " + mapping.getRelationTable().getQualifiedNameDelimited(platform) + " WHERE "
                        + column.getNameDelimited(platform) + " IN ("
                        + String.join(", ", Collections.nCopies(targets.size(), "?")) + ")");
        int position = 1;
        for (Object target : targets) {
            query.setParameter(position++, value(target));
        }
        query.executeUpdate();
    }

    /** As the column has it. */
    private Object value(Object target) {
        DatabaseMapping key = mapping.getReferenceDescriptor()
                .getObjectBuilder()
                .getMappingForField(Lists.columns(mapping, "getTargetKeyFields").get(0));
        return session.getPlatform().isDerby() && key instanceof AbstractDirectMapping direct
                ? direct.getFieldValue(target, session)
                : target;
    }
}
