package org.easymodel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import org.apache.maven.plugins.annotations.Parameter;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.MigrationOutcome;

/** What the goals share that work on a database; its driver comes from the class path of the project. */
abstract class DatabaseGoal extends Goal {

    /** The JDBC address of the database; else {@code EASYMODEL_URL} of the environment. */
    @Parameter(property = "easymodel.url")
    private String url;

    /** The user; else {@code EASYMODEL_USER} of the environment. */
    @Parameter(property = "easymodel.user")
    private String user;

    /** The password; else {@code EASYMODEL_PASSWORD} of the environment, which no process list shows. */
    @Parameter(property = "easymodel.password")
    private String password;

    @Override
    final void run() {
        String address = orEnvironment(url, "EASYMODEL_URL");
        if (address == null) {
            throw Problems.noUrl();
        }
        try (URLClassLoader drivers = classPath().open()) {
            DriverConnections connections = new DriverConnections(
                    drivers,
                    address,
                    orEnvironment(user, "EASYMODEL_USER"),
                    orEnvironment(password, "EASYMODEL_PASSWORD"));
            MigrationManager migrations = migrations()
                    .withConnections(connections)
                    .withProgress((number, of, step) -> tell("[" + number + "/" + of + "] " + step));
            tell(migrate(migrations).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    abstract MigrationOutcome migrate(MigrationManager migrations);

    private static String orEnvironment(String value, String name) {
        return value == null || value.isBlank() ? System.getenv(name) : value;
    }
}
