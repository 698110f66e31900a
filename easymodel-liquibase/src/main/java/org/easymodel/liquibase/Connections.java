package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens and closes connections so that a pool gets them back as it gave them. */
final class Connections {

    private Connections() {}

    static Connection open(ConnectionSource source) {
        try {
            return source.open();
        } catch (SQLException e) {
            throw Problems.notConnected(e);
        }
    }

    /** Ends an open transaction, switches automatic commits on and closes. */
    static void close(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
