package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where connections to the database come from. Every connection that is opened is closed again; a migration opens at
 * most two at a time. What they share, such as a pool, belongs to the caller.
 */
@FunctionalInterface
public interface ConnectionSource {

    /**
     * Opens a connection that no transaction of the caller is bound to.
     *
     * @throws SQLException if there is none
     */
    Connection open() throws SQLException;

    /** Connections of a data source. */
    static ConnectionSource of(DataSource source) {
        return source::getConnection;
    }

    /**
     * Connections of the driver manager.
     *
     * @param url the JDBC address
     * @param user the user; null if the address says it
     * @param password the password; null if there is none
     */
    static ConnectionSource of(String url, @Nullable String user, @Nullable String password) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return () -> DriverManager.getConnection(url, properties);
    }
}
