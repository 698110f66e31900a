package org.easymodel.migrate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Finds and runs data steps in Java by the names of their classes. The application's classes may have been loaded apart from
 * these, as Maven does; then the application's own copy of this class runs the step, so that both see the same types.
 */
public final class JavaDataSteps {

    private JavaDataSteps() {}

    /**
     * Refuses a class that could not run, before anything else has run.
     *
     * @param type the name of the class
     * @param loader the loader of the application
     * @throws org.easymodel.failure.MigrationException if there is no such class, or it is none that can run
     */
    public static void require(String type, ClassLoader loader) {
        try {
            Class<?> found = Class.forName(type, true, loader);
            if (!Class.forName(JavaDataStep.class.getName(), true, loader).isAssignableFrom(found)) {
                throw DataProblems.notAStep(type, null);
            }
            found.getConstructor();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw DataProblems.notAStep(type, e);
        }
    }

    /**
     * Runs a step.
     *
     * @param type the name of its class
     * @param loader the loader of the application
     * @param connection the connection of the migration, in a transaction
     * @param back whether what it did is to be taken back
     */
    public static void run(String type, ClassLoader loader, Connection connection, boolean back) throws SQLException {
        require(type, loader);
        try {
            Method run = Class.forName(JavaDataSteps.class.getName(), true, loader)
                    .getMethod("runHere", String.class, ClassLoader.class, Connection.class, boolean.class);
            run.invoke(null, type, loader, connection, back);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw DataProblems.notAStep(type, e);
        }
    }

    /** Runs a step that knows the same types as this class; called from another copy of it. */
    public static void runHere(String type, ClassLoader loader, Connection connection, boolean back)
            throws SQLException {
        JavaDataStep step;
        try {
            step = (JavaDataStep)
                    Class.forName(type, true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw DataProblems.notAStep(type, e);
        }
        StepRows rows = new StepRows(connection);
        if (back) {
            step.back(rows);
        } else {
            step.run(rows);
        }
    }
}
