package org.easymodel.maven;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import org.easymodel.liquibase.ConnectionSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections by a driver of the project. The driver manager would not do: it hides drivers of class loaders that are not
 * the caller's. Immutable.
 */
final class DriverConnections implements ConnectionSource {

    private final Iterable<Driver> drivers;
    private final String url;
    private final Properties properties = new Properties();

    DriverConnections(ClassLoader loader, String url, @Nullable String user, @Nullable String password) {
        this.drivers = ServiceLoader.load(Driver.class, loader);
        this.url = url;
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
    }

    @Override
    public synchronized Connection open() throws SQLException {
        for (Driver driver : drivers) {
            if (driver.acceptsURL(url)) {
                Connection connection = driver.connect(url, properties);
                if (connection != null) {
                    return connection;
                }
            }
        }
        throw Problems.noDriver(url.replaceAll("^(jdbc:[^:;/?]+).*$", "$1"));
    }
}
