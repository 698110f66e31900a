package org.easymodel.eclipselink;

import java.util.Map;
import java.util.Set;
import org.easymodel.relate.KeyDescription;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.ManyToOneMapping;
import org.eclipse.persistence.queries.WriteObjectQuery;

/** An inferred many-to-one relationship over the writable attributes of its key. */
final class InferredManyToOne extends ManyToOneMapping implements InferredToOne {

    private static final long serialVersionUID = 1L;

    private final transient KeyDescription key;

    InferredManyToOne(KeyDescription key) {
        this.key = key;
    }

    @Override
    public KeyDescription key() {
        return key;
    }

    @Override
    public void preInsert(WriteObjectQuery query) {
        super.preInsert(query);
        new RelatedEntity(this, key).beforeInsert(query);
    }

    @Override
    public void cascadeDiscoverAndPersistUnregisteredNewObjects(
            Object object,
            Map newObjects,
            Map unregisteredExistingObjects,
            Map visitedObjects,
            UnitOfWorkImpl uow,
            boolean getAttributeValueFromObject,
            Set cascadeErrors) {
        Object target = getAttributeValueFromObject ? new RelatedEntity(this, key).loaded(object) : object;
        if (target != null
                && !uow.isObjectRegistered(target)
                && new RelatedEntity(this, key).isToBeWritten(target, uow)) {
            uow.discoverAndPersistUnregisteredNewObjects(
                    target, true, newObjects, unregisteredExistingObjects, visitedObjects, cascadeErrors);
        }
    }
}
