package org.easymodel.eclipselink;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.identitymaps.CacheId;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ManyToOneMapping;
import org.eclipse.persistence.queries.InsertObjectQuery;
import org.eclipse.persistence.queries.WriteObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * A relationship from an entity to its own kind that inserts the row it leads to first. EclipseLink orders the inserts of
 * different classes by their mappings, but those of one class at random.
 */
final class OrderedToOne extends ManyToOneMapping {

    private static final long serialVersionUID = 1L;

    @Override
    public void preInsert(WriteObjectQuery query) {
        super.preInsert(query);
        if (query.getSession() instanceof UnitOfWorkImpl unitOfWork && unitOfWork.getUnitOfWorkChangeSet() != null) {
            newTargets(query.getObject(), unitOfWork).forEach(target -> insert(target, unitOfWork));
        }
    }

    /** The rows to be inserted before this one, farthest first; found without recursion, for chains may be long. */
    private Deque<ObjectChangeSet> newTargets(Object entity, UnitOfWorkImpl unitOfWork) {
        Deque<ObjectChangeSet> targets = new ArrayDeque<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(entity);
        ObjectChangeSet target = newTarget(entity, unitOfWork);
        while (target != null && seen.add(target.getUnitOfWorkClone())) {
            targets.push(target);
            target = newTarget(target.getUnitOfWorkClone(), unitOfWork);
        }
        return targets;
    }

    private static void insert(ObjectChangeSet target, UnitOfWorkImpl unitOfWork) {
        InsertObjectQuery insert = new InsertObjectQuery();
        insert.setIsExecutionClone(true);
        insert.setObject(target.getUnitOfWorkClone());
        insert.setObjectChangeSet(target);
        insert.cascadeOnlyDependentParts();
        unitOfWork.executeQuery(insert);
    }

    /** The primary key of the row that an entity leads to, as the identity map knows it; null if it leads to none. */
    private @Nullable Object targetId(Object entity, UnitOfWorkImpl unitOfWork) {
        List<DatabaseField> keyFields = getReferenceDescriptor().getPrimaryKeyFields();
        Object[] values = new Object[keyFields.size()];
        for (Map.Entry<DatabaseField, DatabaseField> pair :
                getSourceToTargetKeyFields().entrySet()) {
            Object value = getDescriptor()
                    .getObjectBuilder()
                    .extractValueFromObjectForField(entity, pair.getKey(), unitOfWork);
            int position = keyFields.indexOf(pair.getValue());
            if (value == null || position < 0) {
                return null;
            }
            values[position] = value;
        }
        return values.length == 1 ? values[0] : new CacheId(values);
    }

    private @Nullable ObjectChangeSet newTarget(Object entity, UnitOfWorkImpl unitOfWork) {
        Object id = targetId(entity, unitOfWork);
        Object target = id == null
                ? null
                : unitOfWork.getIdentityMapAccessorInstance().getFromIdentityMap(id, getReferenceClass());
        boolean pending = target != null
                && unitOfWork.isObjectNew(target)
                && !unitOfWork.getCommitManager().isProcessedCommit(target);
        if (!pending) {
            return null;
        }
        UnitOfWorkChangeSet changes = (UnitOfWorkChangeSet) unitOfWork.getUnitOfWorkChangeSet();
        ObjectChangeSet change = (ObjectChangeSet) changes.getObjectChangeSetForClone(target);
        return change != null && change.isNew() ? change : null;
    }
}
