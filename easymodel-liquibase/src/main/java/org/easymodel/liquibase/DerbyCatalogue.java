package org.easymodel.liquibase;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.schema.ForeignKey;

/** Keys, checks, indexes and sequences in the catalogue of Derby, which tells columns by their numbers. */
final class DerbyCatalogue {

    /** A position in the description of an index, as in {@code UNIQUE BTREE (2, 1 DESC)}. */
    private static final Pattern POSITION = Pattern.compile("(\\d+)( DESC)?");

    private static final String OF_TABLES =
            " JOIN SYS.SYSTABLES T ON T.TABLEID = C.TABLEID" + " JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = T.SCHEMAID";

    private final StoredSchema stored;
    private final Map<String, Map<Integer, String>> columns = new HashMap<>();

    private DerbyCatalogue(StoredSchema stored) {
        this.stored = stored;
    }

    static void read(StoredSchema stored) throws SQLException {
        new DerbyCatalogue(stored).read();
    }

    private void read() throws SQLException {
        // A foreign key may lead to a table of another schema.
        StoredSchema.Row column = row -> columns.computeIfAbsent(row.getString(1), each -> new HashMap<>())
                .put(row.getInt(2), row.getString(3));
        stored.ask(
                "SELECT REFERENCEID, COLUMNNUMBER, COLUMNNAME FROM SYS.SYSCOLUMNS N"
                        + " WHERE REFERENCEID IN (SELECT T.TABLEID FROM SYS.SYSTABLES T"
                        + " WHERE T.TABLETYPE = 'T' AND CAST(? AS VARCHAR(128)) IS NOT NULL)",
                column);
        stored.askOfTables(
                "SELECT T.TABLENAME, T.TABLEID, C.CONSTRAINTNAME, C.TYPE, G.DESCRIPTOR FROM SYS.SYSCONSTRAINTS C"
                        + " JOIN SYS.SYSKEYS K ON K.CONSTRAINTID = C.CONSTRAINTID"
                        + " JOIN SYS.SYSCONGLOMERATES G ON G.CONGLOMERATEID = K.CONGLOMERATEID" + OF_TABLES
                        + " WHERE C.TYPE IN ('P', 'U') AND S.SCHEMANAME = ? ORDER BY C.CONSTRAINTNAME",
                (table, row) -> {
                    for (String name : columns(row.getString(2), row.getString(5))) {
                        table.addKeyColumn("P".equals(row.getString(4)), row.getString(3), name);
                    }
                });
        readForeignKeys();
        stored.askOfTables(
                "SELECT T.TABLENAME, C.CONSTRAINTNAME, H.CHECKDEFINITION FROM SYS.SYSCONSTRAINTS C"
                        + " JOIN SYS.SYSCHECKS H ON H.CONSTRAINTID = C.CONSTRAINTID" + OF_TABLES
                        + " WHERE S.SCHEMANAME = ? ORDER BY C.CONSTRAINTNAME",
                (table, row) -> table.checks.put(row.getString(2), row.getString(3)));
        stored.askOfTables(
                "SELECT T.TABLENAME, T.TABLEID, C.CONGLOMERATENAME, C.DESCRIPTOR FROM SYS.SYSCONGLOMERATES C"
                        + OF_TABLES + " WHERE C.ISINDEX AND S.SCHEMANAME = ? ORDER BY C.CONGLOMERATENAME",
                (table, row) -> readIndex(table, row.getString(2), row.getString(3), row.getString(4)));
        stored.askSequences("SELECT SEQUENCENAME, STARTVALUE, INCREMENT FROM SYS.SYSSEQUENCES Q"
                + " JOIN SYS.SYSSCHEMAS S ON S.SCHEMAID = Q.SCHEMAID WHERE S.SCHEMANAME = ?");
    }

    private void readForeignKeys() throws SQLException {
        stored.askOfTables(
                "SELECT T.TABLENAME, T.TABLEID, C.CONSTRAINTNAME, G.DESCRIPTOR, S2.SCHEMANAME, T2.TABLENAME, T2.TABLEID,"
                        + " G2.DESCRIPTOR, F.DELETERULE FROM SYS.SYSCONSTRAINTS C"
                        + " JOIN SYS.SYSFOREIGNKEYS F ON F.CONSTRAINTID = C.CONSTRAINTID"
                        + " JOIN SYS.SYSCONGLOMERATES G ON G.CONGLOMERATEID = F.CONGLOMERATEID AND G.TABLEID = C.TABLEID"
                        + " JOIN SYS.SYSKEYS K ON K.CONSTRAINTID = F.KEYCONSTRAINTID"
                        + " JOIN SYS.SYSCONGLOMERATES G2 ON G2.CONGLOMERATEID = K.CONGLOMERATEID"
                        + " JOIN SYS.SYSTABLES T2 ON T2.TABLEID = G2.TABLEID"
                        + " JOIN SYS.SYSSCHEMAS S2 ON S2.SCHEMAID = T2.SCHEMAID" + OF_TABLES
                        + " WHERE S.SCHEMANAME = ? ORDER BY C.CONSTRAINTNAME",
                (table, row) -> {
                    List<String> own = columns(row.getString(2), row.getString(4));
                    List<String> target = columns(row.getString(7), row.getString(8));
                    ForeignKey.OnDelete rule =
                            switch (row.getString(9)) {
                                case "C" -> ForeignKey.OnDelete.CASCADE;
                                case "U" -> ForeignKey.OnDelete.SET_NULL;
                                default -> ForeignKey.OnDelete.NO_ACTION;
                            };
                    for (int i = 0; i < own.size(); i++) {
                        table.addForeignKeyColumn(
                                row.getString(3), own.get(i), row.getString(5), row.getString(6), target.get(i), rule);
                    }
                });
    }

    private void readIndex(StoredTable table, String tableId, String name, String descriptor) {
        Matcher positions = positions(descriptor);
        for (int position = 1; positions.find(); position++) {
            table.addIndexColumn(
                    name,
                    position,
                    column(tableId, positions.group(1)),
                    positions.group(2) != null,
                    descriptor.startsWith("UNIQUE"));
        }
    }

    private List<String> columns(String tableId, String descriptor) {
        List<String> names = new ArrayList<>();
        for (Matcher positions = positions(descriptor); positions.find(); ) {
            names.add(column(tableId, positions.group(1)));
        }
        return names;
    }

    private static Matcher positions(String descriptor) {
        return POSITION.matcher(descriptor.substring(descriptor.indexOf('(')));
    }

    private String column(String tableId, String number) {
        return columns.getOrDefault(tableId, Map.of()).getOrDefault(Integer.parseInt(number), "?");
    }
}
