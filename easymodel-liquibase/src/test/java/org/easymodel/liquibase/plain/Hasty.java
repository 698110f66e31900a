package org.easymodel.liquibase.plain;

import java.sql.SQLException;
import org.easymodel.migrate.JavaDataStep;
import org.easymodel.migrate.StepRows;

/** A data step that commits what is not its own. */
public final class Hasty implements JavaDataStep {

    /** Made by the migration. */
    public Hasty() {}

    @Override
    public void run(StepRows rows) throws SQLException {
        try (var statement = rows.connection().createStatement()) {
            statement.executeUpdate("UPDATE PERSON SET NAME = 'half'");
        }
        rows.connection().commit();
    }
}
