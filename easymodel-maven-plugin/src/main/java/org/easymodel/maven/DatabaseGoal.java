package org.easymodel.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.easymodel.liquibase.MigrationManager;

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
    final void run() throws MojoFailureException {
        String address = orEnvironment(url, "EASYMODEL_URL");
        MigrationManager migrations = base().withProgress(new ProgressLines(this::tell, System::nanoTime));
        if (address == null) {
            if (needsDatabase()) {
                throw Problems.noUrl();
            }
            work(migrations, false);
            return;
        }
        try (URLClassLoader drivers = classPath().open()) {
            DriverConnections connections = new DriverConnections(
                    drivers,
                    address,
                    orEnvironment(user, "EASYMODEL_USER"),
                    orEnvironment(password, "EASYMODEL_PASSWORD"));
            // Data steps in Java are classes of the project.
            try (ContextLoader classes = new ContextLoader(drivers)) {
                work(migrations.withConnections(connections), true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The migrations that the goal works with; those without a model unless it says otherwise. */
    MigrationManager base() {
        return migrations();
    }

    /** Whether the goal can do nothing without a database. */
    boolean needsDatabase() {
        return true;
    }

    /** The work of the goal. */
    abstract void work(MigrationManager migrations, boolean connected) throws MojoFailureException;

    private static String orEnvironment(String value, String name) {
        return value == null || value.isBlank() ? System.getenv(name) : value;
    }
}
