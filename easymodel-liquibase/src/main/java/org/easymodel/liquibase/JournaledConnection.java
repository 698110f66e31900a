package org.easymodel.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection whose statements go through a journal; queries do not. */
final class JournaledConnection {

    /** What a statement does for a method of an interface. */
    private interface Call {
        @Nullable
        Object of(Method method, Object @Nullable [] arguments) throws Throwable;
    }

    private JournaledConnection() {}

    static Connection of(Connection connection, StatementJournal journal) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            if (result instanceof PreparedStatement prepared) {
                return proxy(
                        method.getReturnType().asSubclass(PreparedStatement.class),
                        statement(prepared, journal, String.valueOf(arguments == null ? "" : arguments[0])));
            }
            return result instanceof Statement plain ? proxy(Statement.class, statement(plain, journal, null)) : result;
        });
    }

    private static Call statement(Statement statement, StatementJournal journal, @Nullable String prepared) {
        return (method, arguments) -> {
            String name = method.getName();
            if (!name.equals("execute") && !name.equals("executeUpdate")) {
                return invoke(statement, method, arguments);
            }
            String sql = arguments == null || arguments.length == 0 ? String.valueOf(prepared) : (String) arguments[0];
            Object[] result = {method.getReturnType() == boolean.class ? false : (Object) 0};
            journal.run(sql, () -> {
                result[0] = invokeSql(statement, method, arguments);
                return true;
            });
            return result[0];
        };
    }

    private static Object invokeSql(Statement statement, Method method, Object @Nullable [] arguments)
            throws SQLException {
        try {
            return invoke(statement, method, arguments);
        } catch (SQLException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new SQLException(e);
        }
    }

    private static Object invoke(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                JournaledConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }
}
