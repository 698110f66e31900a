package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A place in a transaction to which it can be taken back; in SQL, since under XA drivers refuse the calls for it.
 *
 * @param name a plain identifier that no other open savepoint of the transaction has
 */
record Savepoint(String name) {

    void set(Connection connection) throws SQLException {
        boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
        execute(connection, "savepoint " + name + (derby ? " on rollback retain cursors" : ""));
    }

    void rollBack(Connection connection) throws SQLException {
        execute(connection, "rollback to savepoint " + name);
    }

    void release(Connection connection) throws SQLException {
        execute(connection, "release savepoint " + name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A step with the connection of the transaction. */
    interface Step {
        void take(Connection connection) throws SQLException;
    }

    /** Takes a step in the transaction of an entity manager. */
    static void in(EntityManager entityManager, Step step) {
        try {
            step.take(entityManager.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
