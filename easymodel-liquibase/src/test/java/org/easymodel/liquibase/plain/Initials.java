package org.easymodel.liquibase.plain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.migrate.JavaDataStep;
import org.easymodel.migrate.StepRows;

/** A data step as an application has it: it gives initials to everybody who has none, and takes them away again. */
public final class Initials implements JavaDataStep {

    /** Made by the migration. */
    public Initials() {}

    @Override
    public void run(StepRows rows) throws SQLException {
        rows.update(
                "SELECT ID, NAME FROM PERSON",
                "UPDATE PERSON SET INITIALS = ? WHERE ID = ?",
                row -> row.getString(2) == null ? List.of() : List.of(of(row), row.getLong(1)));
    }

    private static String of(ResultSet row) throws SQLException {
        return Arrays.stream(row.getString(2).split(" "))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    @Override
    public void back(StepRows rows) throws SQLException {
        rows.update(
                "SELECT ID FROM PERSON",
                "UPDATE PERSON SET NAME = ? WHERE ID = ?",
                row -> List.of("back on " + rows.database(), row.getLong(1)));
    }
}
