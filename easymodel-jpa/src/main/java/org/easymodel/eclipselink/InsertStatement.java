package org.easymodel.eclipselink;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.spi.WholeText;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.SQLCall;

/**
 * The statement that inserts rows into a table.
 *
 * @param columns those that the rows have in this table
 */
record InsertStatement(DatabasePlatform platform, DatabaseTable table, List<DatabaseField> columns) {

    /** For this row, and others with the same columns. */
    static InsertStatement of(UnitOfWorkImpl work, DatabaseTable table, NewRow row) {
        List<DatabaseField> columns = new ArrayList<>();
        for (Object column : Collections.list(row.values().keys())) {
            if (((DatabaseField) column).getTable().equals(table)) {
                columns.add((DatabaseField) column);
            }
        }
        return new InsertStatement(work.getPlatform(), table, columns);
    }

    String tableName() {
        return table.getQualifiedNameDelimited(platform);
    }

    List<String> columnNames() {
        return columns.stream().map(column -> column.getNameDelimited(platform)).toList();
    }

    String sql() {
        return "INSERT INTO " + tableName() + " (" + String.join(", ", columnNames()) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Binds the values of a row as the provider would. */
    void bind(PreparedStatement statement, NewRow row, UnitOfWorkImpl work) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.values().get(columns.get(i));
            Object bound = value == null ? columns.get(i) : platform.convertToDatabaseType(value);
            if (platform.isPostgreSQL()) {
                WholeText.require(bound);
            }
            platform.setParameterValueInDatabaseCall(bound, statement, i + 1, work);
        }
    }

    /** Tells those who watch the statements of the unit, of whom one may bound its time. */
    static void announce(PreparedStatement statement, String sql, NewRow row, UnitOfWorkImpl work) throws SQLException {
        SQLCall call = new SQLCall(sql);
        call.setQuery(row.query());
        work.getEventManager().preExecuteCall(call);
        if (call.getQueryTimeout() > 0) {
            statement.setQueryTimeout(call.getQueryTimeout());
        }
    }

    /** The failure of a statement, as the provider tells it. */
    static DatabaseException failure(SQLException thrown, NewRow row, UnitOfWorkImpl work) {
        DatabaseException failure = DatabaseException.sqlException(thrown, work, false);
        failure.setQuery(row.query());
        return failure;
    }
}
