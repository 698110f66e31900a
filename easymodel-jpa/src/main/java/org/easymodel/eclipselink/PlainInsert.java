package org.easymodel.eclipselink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventManager;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping.WriteType;
import org.eclipse.persistence.queries.InsertObjectQuery;

/**
 * Inserts the row of a new entity as the provider would, but beside its unit of work: a flush that the database refuses
 * leaves a transaction that can only be rolled back, a statement of JDBC does not.
 */
record PlainInsert(UnitOfWorkImpl work, Connection connection, ClassDescriptor descriptor) {

    /** Whether all that makes the row is known here. */
    static boolean serves(ClassDescriptor descriptor) {
        return !descriptor.hasMultitenantPolicy()
                && !descriptor.hasReturningPolicy()
                && !descriptor.hasSerializedObjectPolicy()
                && descriptor.getHistoryPolicy() == null
                && !(descriptor.getQueryManager().hasInsertQuery()
                        && descriptor.getQueryManager().getInsertQuery().isCallQuery());
    }

    void insert(Object entity) throws SQLException {
        boolean numbered = descriptor.usesSequenceNumbers();
        boolean keyComesAfter = numbered && descriptor.getSequence().shouldAcquireValueAfterInsert();
        if (numbered && !keyComesAfter) {
            descriptor.getObjectBuilder().assignSequenceNumber(entity, work);
        }
        DescriptorEvent persist = new DescriptorEvent(entity);
        persist.setSession(work);
        persist.setDescriptor(descriptor);
        fire(persist, DescriptorEventManager.PrePersistEvent);
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
        fire(about, DescriptorEventManager.AboutToInsertEvent);
        for (DatabaseTable table : tables()) {
            boolean keyIsMade = keyComesAfter
                    && descriptor.getSequenceNumberField().getTable().equals(table);
            insert(table, query, keyIsMade);
        }
        fire(
                new DescriptorEvent(DescriptorEventManager.PostInsertEvent, query),
                DescriptorEventManager.PostInsertEvent);
    }

    private void fire(DescriptorEvent event, int code) {
        if (descriptor.getEventManager().hasAnyEventListeners()) {
            event.setEventCode(code);
            descriptor.getEventManager().executeEvent(event);
        }
    }

    private List<DatabaseTable> tables() {
        return descriptor.hasMultipleTables()
                ? descriptor.getMultipleTableInsertOrder()
                : List.of(descriptor.getDefaultTable());
    }

    private void insert(DatabaseTable table, InsertObjectQuery query, boolean keyIsMade) throws SQLException {
        DatabasePlatform platform = work.getPlatform();
        AbstractRecord row = query.getModifyRow();
        List<DatabaseField> columns = new ArrayList<>();
        for (Object column : Collections.list(row.keys())) {
            if (((DatabaseField) column).getTable().equals(table)) {
                columns.add((DatabaseField) column);
            }
        }
        String sql = "INSERT INTO " + table.getQualifiedNameDelimited(platform) + " ("
                + columns.stream()
                        .map(column -> column.getNameDelimited(platform))
                        .collect(Collectors.joining(", "))
                + ") VALUES (" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement statement = keyIsMade
                ? connection.prepareStatement(sql, java.sql.Statement.RETURN_GENERATED_KEYS)
                : connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                Object value = row.get(columns.get(i));
                Object bound = value == null ? columns.get(i) : platform.convertToDatabaseType(value);
                platform.setParameterValueInDatabaseCall(bound, statement, i + 1, work);
            }
            statement.executeUpdate();
            if (keyIsMade) {
                descriptor.getObjectBuilder().assignSequenceNumber(query, key(statement));
            }
        }
    }

    private Object key(PreparedStatement statement) throws SQLException {
        String column = descriptor.getSequenceNumberField().getName();
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            int place = 1;
            for (int i = 1; i <= keys.getMetaData().getColumnCount(); i++) {
                if (keys.getMetaData().getColumnLabel(i).equalsIgnoreCase(column)) {
                    place = i;
                }
            }
            return keys.getObject(place);
        }
    }
}
