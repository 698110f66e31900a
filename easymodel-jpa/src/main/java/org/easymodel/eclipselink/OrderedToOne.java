package org.easymodel.eclipselink;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
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

    private final String key;

    OrderedToOne(String key) {
        this.key = key;
    }

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

    private @Nullable ObjectChangeSet newTarget(Object entity, UnitOfWorkImpl unitOfWork) {
        Object id = getDescriptor().getMappingForAttributeName(key).getAttributeValueFromObject(entity);
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
