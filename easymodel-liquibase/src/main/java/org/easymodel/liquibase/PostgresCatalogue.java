package org.easymodel.liquibase;

import java.sql.SQLException;
import org.easymodel.schema.ForeignKey;

/** Keys, checks, indexes and sequences in the catalogue of PostgreSQL. */
final class PostgresCatalogue {

    private static final String OF_TABLES =
            " JOIN pg_class t ON t.oid = c.conrelid" + " JOIN pg_namespace n ON n.oid = t.relnamespace";

    private PostgresCatalogue() {}

    static void read(StoredSchema stored) throws SQLException {
        stored.askOfTables(
                "SELECT t.relname, c.conname, c.contype, a.attname FROM pg_constraint c" + OF_TABLES
                        + " CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY AS k(number, position)"
                        + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number"
                        + " WHERE c.contype IN ('p', 'u') AND n.nspname = ? ORDER BY c.conname, k.position",
                (table, row) -> table.addKeyColumn("p".equals(row.getString(3)), row.getString(2), row.getString(4)));
        stored.askOfTables(
                "SELECT t.relname, c.conname, a.attname, fn.nspname, ft.relname, fa.attname, c.confdeltype"
                        + " FROM pg_constraint c" + OF_TABLES
                        + " JOIN pg_class ft ON ft.oid = c.confrelid JOIN pg_namespace fn ON fn.oid = ft.relnamespace"
                        + " CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k(number, target, position)"
                        + " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.number"
                        + " JOIN pg_attribute fa ON fa.attrelid = ft.oid AND fa.attnum = k.target"
                        + " WHERE c.contype = 'f' AND n.nspname = ? ORDER BY c.conname, k.position",
                (table, row) -> table.addForeignKeyColumn(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        switch (row.getString(7)) {
                            case "c" -> ForeignKey.OnDelete.CASCADE;
                            case "n" -> ForeignKey.OnDelete.SET_NULL;
                            default -> ForeignKey.OnDelete.NO_ACTION;
                        }));
        stored.askOfTables(
                "SELECT t.relname, c.conname, pg_get_expr(c.conbin, c.conrelid) FROM pg_constraint c" + OF_TABLES
                        + " WHERE c.contype = 'c' AND n.nspname = ? ORDER BY c.conname",
                (table, row) -> table.checks.put(row.getString(2), row.getString(3)));
        stored.askOfTables(
                "SELECT t.relname, i.relname, k.position,"
                        + " trim(both '\"' from pg_get_indexdef(x.indexrelid, k.position, false)),"
                        + " x.indoption[k.position - 1] & 1 = 1, x.indisunique, pg_get_expr(x.indpred, x.indrelid)"
                        + " FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid"
                        + " JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace"
                        + " CROSS JOIN LATERAL generate_series(1, x.indnkeyatts::int) AS k(position)"
                        + " WHERE n.nspname = ? ORDER BY i.relname, k.position",
                (table, row) -> {
                    table.addIndexColumn(
                            row.getString(2), row.getInt(3), row.getString(4), row.getBoolean(5), row.getBoolean(6));
                    table.indexes.get(row.getString(2)).filter = row.getString(7);
                });
        stored.askSequences("SELECT sequence_name, start_value::bigint, increment::bigint"
                + " FROM information_schema.sequences WHERE sequence_schema = ?");
    }
}
