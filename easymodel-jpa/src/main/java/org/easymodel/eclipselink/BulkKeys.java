package org.easymodel.eclipselink;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.expressions.ConstantExpression;
import org.eclipse.persistence.internal.expressions.ParameterExpression;
import org.eclipse.persistence.internal.expressions.QueryKeyExpression;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Lets an update of many rows set an inferred relationship: its key gets the other entity's id. EclipseLink would write the
 * entity itself into the column, since the writable mapping of the column is that of the key attribute.
 */
final class BulkKeys extends SessionEventAdapter {

    /** Does nothing the second time: a deployment may be tried again. */
    static void install(Session session) {
        if (session.getEventManager().getListeners().stream().noneMatch(BulkKeys.class::isInstance)) {
            session.getEventManager().addListener(new BulkKeys());
        }
    }

    @Override
    public void preExecuteQuery(SessionEvent event) {
        if (event.getQuery() instanceof UpdateAllQuery update
                && update.getReferenceClass() != null
                && event.getSession() instanceof AbstractSession session) {
            keys(update, session.getDescriptor(update.getReferenceClass()), session);
        }
    }

    @SuppressWarnings("unchecked")
    private static void keys(UpdateAllQuery update, ClassDescriptor descriptor, AbstractSession session) {
        Map<Object, Object> clauses = update.getUpdateClauses();
        if (clauses == null || descriptor == null) {
            return;
        }
        Map<Object, Object> replaced = new LinkedHashMap<>();
        clauses.entrySet().removeIf(clause -> {
            OneToOneMapping relationship = relationship(clause.getKey(), descriptor);
            return relationship != null
                    && replace(
                            (QueryKeyExpression) clause.getKey(), clause.getValue(), relationship, session, replaced);
        });
        if (!replaced.isEmpty()) {
            clauses.putAll(replaced);
            update.setIsPrepared(false);
        }
    }

    private static @Nullable OneToOneMapping relationship(Object set, ClassDescriptor descriptor) {
        if (set instanceof QueryKeyExpression path && path.getBaseExpression().isExpressionBuilder()) {
            DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForAttributeName(path.getName());
            return mapping instanceof InferredToOne ? (OneToOneMapping) mapping : null;
        }
        return null;
    }

    /** Whether the value is an entity, given or to be given. */
    private static boolean replace(
            QueryKeyExpression set,
            Object given,
            OneToOneMapping relationship,
            AbstractSession session,
            Map<Object, Object> replaced) {
        Object value = given instanceof ConstantExpression constant ? constant.getValue() : given;
        if (value instanceof Expression && !(value instanceof ParameterExpression)) {
            return false;
        }
        for (Map.Entry<DatabaseField, DatabaseField> key :
                relationship.getSourceToTargetKeyFields().entrySet()) {
            Expression column = set.getBaseExpression().getField(key.getKey());
            replaced.put(column, value(value, column, key.getValue(), relationship, session));
        }
        return true;
    }

    private static Object value(
            @Nullable Object value,
            Expression column,
            DatabaseField id,
            OneToOneMapping relationship,
            AbstractSession session) {
        if (value instanceof ParameterExpression parameter) {
            if (parameter.getLocalBase() instanceof QueryKeyExpression compared) {
                compared.getBuilder().setSession(session.getRootSession(null));
                compared.getBuilder().setQueryClass(relationship.getDescriptor().getJavaClass());
            }
            ParameterExpression part = (ParameterExpression) ((Expression) parameter.clone()).getField(id);
            part.setType(id.getType());
            return part;
        }
        Object part = value == null
                ? null
                : relationship
                        .getReferenceDescriptor()
                        .getObjectBuilder()
                        .extractValueFromObjectForField(value, id, session);
        return new ConstantExpression(part, column);
    }
}
