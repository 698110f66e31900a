package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.internal.expressions.QueryKeyExpression;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.eclipse.persistence.mappings.OneToOneMapping;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Loads the inferred relationships that a query of the application names in a batch hint or a join fetch, when it has its
 * result. EclipseLink would load those of a batch hint when somebody reads them, of which a plain field tells nobody.
 */
final class ShownResults extends SessionEventAdapter {

    /** Does nothing the second time: a deployment may be tried again. */
    static void install(Session session) {
        if (session.getEventManager().getListeners().stream().noneMatch(ShownResults.class::isInstance)) {
            session.getEventManager().addListener(new ShownResults());
        }
    }

    @Override
    public void postExecuteQuery(SessionEvent event) {
        DatabaseQuery query = event.getQuery();
        if (event.getSession() instanceof UnitOfWorkImpl session
                && query instanceof ObjectLevelReadQuery reading
                && !query.isReportQuery()) {
            Collection<?> entities = entities(event.getResult());
            if (!entities.isEmpty()) {
                asked(reading).forEach(path -> show(entities, path, session));
            }
        }
    }

    private static Collection<?> entities(Object result) {
        if (result instanceof Collection<?> several) {
            return several;
        }
        return result == null ? List.of() : result instanceof Map<?, ?> map ? map.values() : List.of(result);
    }

    /** The relationships that lead to something to show, each from the queried entity on. */
    private static List<List<DatabaseMapping>> asked(ObjectLevelReadQuery query) {
        List<Expression> expressions = new ArrayList<>();
        if (query.hasBatchReadAttributes()) {
            expressions.addAll(query.getBatchReadAttributeExpressions());
        }
        if (query.hasJoining()) {
            expressions.addAll(query.getJoinedAttributeManager().getJoinedAttributeExpressions());
        }
        List<List<DatabaseMapping>> paths = new ArrayList<>();
        for (Expression expression : expressions) {
            List<DatabaseMapping> path = path(expression, query.getDescriptor());
            while (!path.isEmpty() && !isShown(path.get(path.size() - 1))) {
                path.remove(path.size() - 1);
            }
            if (!path.isEmpty()) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static List<DatabaseMapping> path(Expression expression, ClassDescriptor root) {
        List<String> names = new ArrayList<>();
        Expression each = expression;
        while (each instanceof QueryKeyExpression attribute) {
            names.add(0, attribute.getName());
            each = attribute.getBaseExpression();
        }
        List<DatabaseMapping> path = new ArrayList<>();
        ClassDescriptor descriptor = root;
        for (String name : names) {
            DatabaseMapping mapping =
                    descriptor == null ? null : descriptor.getObjectBuilder().getMappingForAttributeName(name);
            if (mapping == null) {
                return path;
            }
            path.add(mapping);
            descriptor = mapping.getReferenceDescriptor();
        }
        return path;
    }

    private static boolean isShown(DatabaseMapping mapping) {
        return mapping.getAttributeAccessor() instanceof RelationshipAccessor accessor && !accessor.loadsWhenRead();
    }

    private static void show(Collection<?> entities, List<DatabaseMapping> path, UnitOfWorkImpl session) {
        Collection<?> current = entities;
        for (DatabaseMapping step : path) {
            if (step instanceof InferredToOne inferred) {
                new LateTargets(new RelatedEntity((OneToOneMapping) step, inferred.key()), session).load(current);
            }
            Set<Object> next = Collections.newSetFromMap(new IdentityHashMap<>());
            for (Object entity : current) {
                ClassDescriptor descriptor = entity == null ? null : session.getDescriptor(entity);
                if (descriptor != null) {
                    next.addAll(entities(value(entity, step, descriptor, session)));
                }
            }
            current = next;
        }
    }

    /** By the mapping of its own class, which of a subclass is another. */
    private static Object value(
            Object entity, DatabaseMapping step, ClassDescriptor descriptor, AbstractSession session) {
        DatabaseMapping mapping = descriptor.getObjectBuilder().getMappingForAttributeName(step.getAttributeName());
        if (mapping instanceof ForeignReferenceMapping reference) {
            reference.instantiateAttribute(entity, session);
        }
        return mapping == null ? null : mapping.getRealAttributeValueFromObject(entity, session);
    }
}
