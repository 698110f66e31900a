package org.easymodel.liquibase;

import java.sql.Connection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;

/**
 * A connection that can hold commits back. Liquibase commits a change, then writes and commits the row that says so; a
 * process that dies in between leaves a change that nobody knows of. While this connection holds, both wait for the same
 * commit. For one thread.
 */
final class HeldConnection extends JdbcConnection {

    private boolean held;

    HeldConnection(Connection connection) {
        super(connection);
    }

    void hold() {
        held = true;
    }

    void release() {
        held = false;
    }

    @Override
    public void commit() throws DatabaseException {
        if (!held) {
            super.commit();
        }
    }
}
