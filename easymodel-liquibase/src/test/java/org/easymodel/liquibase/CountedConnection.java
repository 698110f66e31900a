package org.easymodel.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that counts the questions which it is asked: those to its metadata, and SQL. */
final class CountedConnection {

    private CountedConnection() {}

    static Connection of(Connection connection, AtomicInteger questions) {
        return counted(Connection.class, connection, questions);
    }

    private static <T> T counted(Class<T> type, T target, AtomicInteger questions) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof DatabaseMetaData facts) {
                            return counted(DatabaseMetaData.class, facts, questions);
                        }
                        if (result instanceof Statement || result instanceof ResultSet) {
                            questions.incrementAndGet();
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
