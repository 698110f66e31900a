package org.easymodel.contract.repository;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Connections that note which statements were sent, each text with "batch" or "single" before it. */
final class RoundTrips implements DataSource {

    private final Map<String, String> properties;
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    RoundTrips(Map<String, String> properties) {
        this.properties = properties;
    }

    /** What changes rows. */
    List<String> writes() {
        synchronized (sent) {
            return sent.stream()
                    .filter(each -> each.toLowerCase(Locale.ROOT).matches("(batch|single) (insert|update|delete).*"))
                    .toList();
        }
    }

    void reset() {
        sent.clear();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(
                properties.get("jakarta.persistence.jdbc.url"),
                properties.getOrDefault("jakarta.persistence.jdbc.user", ""),
                properties.getOrDefault("jakarta.persistence.jdbc.password", ""));
        return proxy(Connection.class, connection, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? noting(statement, String.valueOf(arguments[0]))
                    : result;
        });
    }

    private PreparedStatement noting(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "executeBatch" -> sent.add("batch " + sql);
                case "executeUpdate", "execute", "executeQuery" -> sent.add("single " + sql);
                default -> {}
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, T of, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
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
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
