package org.easymodel.migrate;

import java.sql.SQLException;

/**
 * Rows changed in Java within a revision, for what SQL cannot say: after what the revision adds, and before what it requires
 * or drops.
 *
 * <pre>{@code
 * public final class FullNames implements JavaDataStep {
 *     public void run(StepRows rows) throws SQLException {
 *         rows.update(
 *                 "SELECT ID, FIRST_NAME, LAST_NAME FROM PERSON",
 *                 "UPDATE PERSON SET FULL_NAME = ? WHERE ID = ?",
 *                 row -> List.of(row.getString(2) + " " + row.getString(3), row.getLong(1)));
 *     }
 * }
 * }</pre>
 *
 * <p>The class is public and has a public constructor without parameters. The revision holds its name, so it must stay where
 * it is as long as a database may need the revision. It sees tables and columns, not entities, which go on changing. It runs
 * in the transaction of its step, on the thread of the migration: it cannot commit, and if it fails, nothing of it stays.
 */
public interface JavaDataStep {

    /**
     * Changes rows.
     *
     * @param rows the rows of the database
     * @throws SQLException if the database refuses a statement; the migration stops there
     */
    void run(StepRows rows) throws SQLException;

    /**
     * Takes that back; leaves the rows as they are unless it is written.
     *
     * @param rows the rows of the database
     * @throws SQLException if the database refuses a statement; the migration stops there
     */
    default void back(StepRows rows) throws SQLException {}
}
