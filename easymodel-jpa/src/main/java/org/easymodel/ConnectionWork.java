package org.easymodel;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work with the connection of a transaction.
 *
 * @param <R> what it gives
 */
@FunctionalInterface
public interface ConnectionWork<R> {

    /**
     * Does the work.
     *
     * @param connection valid inside the call only
     * @throws SQLException becomes a failure of ours
     */
    R apply(Connection connection) throws SQLException;
}
