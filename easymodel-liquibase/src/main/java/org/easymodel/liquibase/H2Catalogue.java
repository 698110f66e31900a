package org.easymodel.liquibase;

import java.sql.SQLException;
import org.easymodel.schema.ForeignKey;

/** Keys, checks, indexes and sequences in the catalogue of H2. */
final class H2Catalogue {

    private H2Catalogue() {}

    static void read(StoredSchema stored) throws SQLException {
        stored.askOfTables(
                "SELECT C.TABLE_NAME, C.CONSTRAINT_NAME, C.CONSTRAINT_TYPE, " + present("C", "K")
                        + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
                        + " ON K.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                        + " WHERE C.CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE') AND C.TABLE_SCHEMA = ?"
                        + " ORDER BY C.CONSTRAINT_NAME, K.ORDINAL_POSITION",
                (table, row) ->
                        table.addKeyColumn(row.getString(3).startsWith("PRIMARY"), row.getString(2), row.getString(4)));
        stored.askOfTables(
                "SELECT K.TABLE_NAME, K.CONSTRAINT_NAME, " + present("C", "K") + ", P.TABLE_SCHEMA, P.TABLE_NAME, "
                        + present("U", "P") + ", R.DELETE_RULE FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R"
                        + " JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
                        + " ON C.CONSTRAINT_SCHEMA = R.CONSTRAINT_SCHEMA AND C.CONSTRAINT_NAME = R.CONSTRAINT_NAME"
                        + " JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS U"
                        + " ON U.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA"
                        + " AND U.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME"
                        + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE K"
                        + " ON K.CONSTRAINT_SCHEMA = R.CONSTRAINT_SCHEMA AND K.CONSTRAINT_NAME = R.CONSTRAINT_NAME"
                        + " JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE P"
                        + " ON P.CONSTRAINT_SCHEMA = R.UNIQUE_CONSTRAINT_SCHEMA"
                        + " AND P.CONSTRAINT_NAME = R.UNIQUE_CONSTRAINT_NAME"
                        + " AND P.ORDINAL_POSITION = K.POSITION_IN_UNIQUE_CONSTRAINT"
                        + " WHERE K.TABLE_SCHEMA = ? ORDER BY K.CONSTRAINT_NAME, K.ORDINAL_POSITION",
                (table, row) -> table.addForeignKeyColumn(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        switch (row.getString(7)) {
                            case "CASCADE" -> ForeignKey.OnDelete.CASCADE;
                            case "SET NULL" -> ForeignKey.OnDelete.SET_NULL;
                            default -> ForeignKey.OnDelete.NO_ACTION;
                        }));
        stored.askOfTables(
                "SELECT C.TABLE_NAME, C.CONSTRAINT_NAME, H.CHECK_CLAUSE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
                        + " JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS H"
                        + " ON H.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND H.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
                        + " WHERE C.CONSTRAINT_TYPE = 'CHECK' AND C.TABLE_SCHEMA = ? ORDER BY C.CONSTRAINT_NAME",
                (table, row) -> table.checks.put(row.getString(2), row.getString(3)));
        stored.askOfTables(
                "SELECT TABLE_NAME, INDEX_NAME, ORDINAL_POSITION, COLUMN_NAME, ORDERING_SPECIFICATION, IS_UNIQUE"
                        + " FROM INFORMATION_SCHEMA.INDEX_COLUMNS WHERE TABLE_SCHEMA = ?"
                        + " ORDER BY INDEX_NAME, ORDINAL_POSITION",
                (table, row) -> table.addIndexColumn(
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        "DESC".equals(row.getString(5)),
                        row.getBoolean(6)));
        stored.askSequences("SELECT SEQUENCE_NAME, START_VALUE, INCREMENT FROM INFORMATION_SCHEMA.SEQUENCES"
                + " WHERE SEQUENCE_SCHEMA = ?");
    }

    /**
     * The name of a column of a constraint. As long as a database is open, H2 tells the name that the column had before it was
     * renamed; the index of the constraint knows the present one.
     */
    private static String present(String constraint, String column) {
        String index = "(SELECT I.COLUMN_NAME FROM INFORMATION_SCHEMA.INDEX_COLUMNS I WHERE I.INDEX_SCHEMA = "
                + constraint + ".INDEX_SCHEMA AND I.INDEX_NAME = " + constraint + ".INDEX_NAME AND I.TABLE_NAME = "
                + constraint + ".TABLE_NAME AND ";
        return "COALESCE(" + index + "I.COLUMN_NAME = " + column + ".COLUMN_NAME), " + index + "I.ORDINAL_POSITION = "
                + column + ".ORDINAL_POSITION), " + column + ".COLUMN_NAME)";
    }
}
