package org.easymodel.migrate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** The rows of a database, for a {@link JavaDataStep}; of use only while it runs, on its thread. */
public final class StepRows {

    private static final int BATCH = 1000;

    /** What would end the transaction, or the connection, that belongs to the migration. */
    private static final Set<String> FORBIDDEN =
            Set.of("commit", "rollback", "setAutoCommit", "close", "abort", "setSavepoint", "releaseSavepoint");

    private final Connection connection;

    StepRows(Connection connection) {
        this.connection = (Connection) Proxy.newProxyInstance(
                StepRows.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (FORBIDDEN.contains(method.getName())) {
                        throw DataProblems.transactionOfOthers(method.getName());
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Makes the values of a statement out of one row. */
    public interface RowValues {

        /**
         * The values of the statement's parameters, in order; none if the row stays as it is. A value may be null.
         *
         * @param row the row of the query at which it stands
         */
        List<?> of(ResultSet row) throws SQLException;
    }

    /** The connection of the migration, for any other SQL; its transaction is not the caller's to end. */
    public Connection connection() {
        return connection;
    }

    /** The database as changelogs name it: {@code derby}, {@code h2} or {@code postgresql}. */
    public String database() throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "Apache Derby" -> "derby";
            case "PostgreSQL" -> "postgresql";
            default -> "h2";
        };
    }

    /**
     * Runs a statement for each row of a query, a thousand at once; neither all rows nor all values are ever in memory
     * together on Derby and PostgreSQL. The query should not be ordered or filtered by what the statement changes.
     *
     * @param query the rows to look at
     * @param statement the statement with its parameters, such as {@code UPDATE PERSON SET FULL_NAME = ? WHERE ID = ?}
     * @param values makes the values of the parameters
     * @return for how many rows the statement ran
     */
    public long update(String query, String statement, RowValues values) throws SQLException {
        long count = 0;
        try (Statement reading = connection.createStatement();
                PreparedStatement writing = connection.prepareStatement(statement)) {
            reading.setFetchSize(BATCH);
            int waiting = 0;
            try (ResultSet rows = reading.executeQuery(query)) {
                while (rows.next()) {
                    List<?> row = values.of(rows);
                    if (row.isEmpty()) {
                        continue;
                    }
                    for (int i = 0; i < row.size(); i++) {
                        writing.setObject(i + 1, row.get(i));
                    }
                    writing.addBatch();
                    count++;
                    if (++waiting == BATCH) {
                        writing.executeBatch();
                        waiting = 0;
                    }
                }
            }
            if (waiting > 0) {
                writing.executeBatch();
            }
        }
        return count;
    }
}
