package org.easymodel.eclipselink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

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
        NewRow row = NewRow.of(work, descriptor, entity);
        for (DatabaseTable table : NewRow.tables(descriptor)) {
            boolean keyIsMade = NewRow.keyComesAfter(descriptor)
                    && descriptor.getSequenceNumberField().getTable().equals(table);
            insert(InsertStatement.of(work, table, row), row, keyIsMade);
        }
        row.inserted();
    }

    private void insert(InsertStatement insert, NewRow row, boolean keyIsMade) throws SQLException {
        try (PreparedStatement statement = keyIsMade
                ? connection.prepareStatement(insert.sql(), java.sql.Statement.RETURN_GENERATED_KEYS)
                : connection.prepareStatement(insert.sql())) {
            insert.bind(statement, row, work);
            statement.executeUpdate();
            if (keyIsMade) {
                descriptor.getObjectBuilder().assignSequenceNumber(row.query(), key(statement));
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
