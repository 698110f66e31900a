package org.easymodel.cdi;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import org.h2.jdbcx.JdbcDataSource;

/** The data source of a server: one connection for each transaction, which ends with it. */
final class ServerDataSource implements DataSource {

    private final JdbcDataSource database;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry registry;

    ServerDataSource(
            JdbcDataSource database, TransactionManager transactions, TransactionSynchronizationRegistry registry) {
        this.database = database;
        this.transactions = transactions;
        this.registry = registry;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return database.getConnection();
        }
        if (registry.getResource(this) instanceof Connection connection) {
            return connection;
        }
        Connection connection = enlist(database.getXAConnection());
        registry.putResource(this, connection);
        return connection;
    }

    private Connection enlist(XAConnection connection) throws SQLException {
        try {
            transactions.getTransaction().enlistResource(connection.getXAResource());
        } catch (RollbackException | SystemException e) {
            throw new SQLException("Not enlisted", e);
        }
        registry.registerInterposedSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        return withoutClose(connection.getConnection());
    }

    private static Connection withoutClose(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ServerDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
