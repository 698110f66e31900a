package org.easymodel.eclipselink;

import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping.WriteType;
import org.eclipse.persistence.queries.InsertObjectQuery;

/**
 * The row of a new entity as the provider would insert it: with its key, its version, and what callbacks before the insert
 * made of it.
 *
 * @param query as the provider has it, for events and failures
 */
record NewRow(InsertObjectQuery query) {

    /** Gives the entity its key, calls what is to be called before an insert, and builds the row. */
    static NewRow of(UnitOfWorkImpl work, ClassDescriptor descriptor, Object entity) {
        if (descriptor.usesSequenceNumbers() && !keyComesAfter(descriptor)) {
            descriptor.getObjectBuilder().assignSequenceNumber(entity, work);
        }
        DescriptorEvent persist = new DescriptorEvent(entity);
        persist.setSession(work);
        persist.setDescriptor(descriptor);
        fire(descriptor, persist, DescriptorEventManager.PrePersistEvent);
        InsertObjectQuery query = new InsertObjectQuery(entity);
        query.setDescriptor(descriptor);
        query.setSession(work);
        AbstractRecord row = descriptor.getObjectBuilder().buildRow(entity, work, WriteType.INSERT);
        descriptor.getObjectBuilder().trimFieldsForInsert(work, row);
        query.setModifyRow(row);
        if (descriptor.usesOptimisticLocking()) {
            descriptor.getOptimisticLockingPolicy().setupWriteFieldsForInsert(query);
        }
        DescriptorEvent about = new DescriptorEvent(DescriptorEventManager.AboutToInsertEvent, query);
        about.setRecord(row);
        fire(descriptor, about, DescriptorEventManager.AboutToInsertEvent);
        return new NewRow(query);
    }

    /** Whether the database makes the key when the row is inserted. */
    static boolean keyComesAfter(ClassDescriptor descriptor) {
        return descriptor.usesSequenceNumbers() && descriptor.getSequence().shouldAcquireValueAfterInsert();
    }

    ClassDescriptor descriptor() {
        return query.getDescriptor();
    }

    /** The columns with their values. */
    AbstractRecord values() {
        return query.getModifyRow();
    }

    /** The tables that the row goes to, in this order. */
    static List<DatabaseTable> tables(ClassDescriptor descriptor) {
        return descriptor.hasMultipleTables()
                ? descriptor.getMultipleTableInsertOrder()
                : List.of(descriptor.getDefaultTable());
    }

    /** Calls what is to be called after an insert. */
    void inserted() {
        fire(
                descriptor(),
                new DescriptorEvent(DescriptorEventManager.PostInsertEvent, query),
                DescriptorEventManager.PostInsertEvent);
    }

    private static void fire(ClassDescriptor descriptor, DescriptorEvent event, int code) {
        if (descriptor.getEventManager().hasAnyEventListeners()) {
            event.setEventCode(code);
            descriptor.getEventManager().executeEvent(event);
        }
    }
}
