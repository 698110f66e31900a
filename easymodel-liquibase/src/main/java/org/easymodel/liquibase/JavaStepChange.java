package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomTaskChange;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CustomChangeException;
import liquibase.exception.SetupException;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import org.easymodel.migrate.JavaDataSteps;

/**
 * What a changelog calls for a data step in Java. Plain Liquibase can call it, too, with this library and the application on
 * its class path. Made and filled by Liquibase.
 */
public final class JavaStepChange implements CustomTaskChange {

    /** The class loader of whoever asked for the migration, as a value of the scope. */
    static final String LOADER = "easymodel.applicationLoader";

    private String step = "";
    private boolean back;

    /** Made by Liquibase. */
    public JavaStepChange() {}

    /** Takes the name of the class. */
    public void setStep(String step) {
        this.step = step;
    }

    /** Takes {@code true} if what the step did is to be taken back. */
    public void setBack(String back) {
        this.back = Boolean.parseBoolean(back);
    }

    /** The name of the class that a change calls, if it is such a one. */
    static Optional<String> of(Change change) {
        return change instanceof CustomChangeWrapper custom
                        && JavaStepChange.class.getName().equals(custom.getClassName())
                ? Optional.ofNullable(custom.getParamValue("step"))
                : Optional.empty();
    }

    /** Refuses classes that are not there before anything runs. */
    static void require(Collection<ChangeSet> changeSets, boolean back) {
        for (ChangeSet changeSet : changeSets) {
            for (Change change : back ? changeSet.getRollback().getChanges() : changeSet.getChanges()) {
                of(change).ifPresent(type -> JavaDataSteps.require(type, loader()));
            }
        }
    }

    private static ClassLoader loader() {
        ClassLoader caller = Scope.getCurrentScope().get(LOADER, ClassLoader.class);
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (caller != null) {
            return caller;
        }
        return context == null ? JavaStepChange.class.getClassLoader() : context;
    }

    @Override
    public void execute(Database database) throws CustomChangeException {
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try {
            JavaDataSteps.run(step, loader(), connection, back);
        } catch (SQLException e) {
            throw new CustomChangeException(e);
        }
    }

    @Override
    public String getConfirmationMessage() {
        return step + (back ? " taken back" : " done");
    }

    @Override
    public void setUp() throws SetupException {}

    @Override
    public void setFileOpener(ResourceAccessor resourceAccessor) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
