package org.easymodel.eclipselink;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.InsertObjectQuery;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the row first that a row of the same kind leads to. EclipseLink orders the inserts of different classes by their
 * mappings, but those of one class at random.
 */
record InsertOrder(RelatedEntity related, UnitOfWorkImpl unitOfWork) {

    void insertTargets(Object entity) {
        newTargets(entity).forEach(this::insert);
    }

    /** The rows to be inserted before this one, farthest first; found without recursion, for chains may be long. */
    private Deque<ObjectChangeSet> newTargets(Object entity) {
        Deque<ObjectChangeSet> targets = new ArrayDeque<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(entity);
        ObjectChangeSet target = newTarget(entity);
        while (target != null && seen.add(target.getUnitOfWorkClone())) {
            targets.push(target);
            target = newTarget(target.getUnitOfWorkClone());
        }
        return targets;
    }

    private void insert(ObjectChangeSet target) {
        InsertObjectQuery insert = new InsertObjectQuery();
        insert.setIsExecutionClone(true);
        insert.setObject(target.getUnitOfWorkClone());
        insert.setObjectChangeSet(target);
        insert.cascadeOnlyDependentParts();
        unitOfWork.executeQuery(insert);
    }

    private @Nullable ObjectChangeSet newTarget(Object entity) {
        Object target = target(entity);
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

    /** By its key; an entity whose key the database will give, by the relationship itself. */
    private @Nullable Object target(Object entity) {
        if (!related.mapping().getDescriptor().getJavaClass().isInstance(entity)) {
            return null;
        }
        return RelatedEntity.isComplete(related.held(entity))
                ? related.known(entity, unitOfWork)
                : related.loaded(entity);
    }
}
