package org.easymodel.liquibase;

import java.util.List;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaHash;
import org.easymodel.schema.TableName;

/**
 * Statements of PostgreSQL that look at every row of a table while others read and write: what is new is made first for new
 * rows alone, and then the old ones are looked at under a lock that stops nobody. Not in one transaction.
 */
final class OnlineSql {

    private static final String NOT_VALID = " NOT VALID";

    /** Blocks of a table that one transaction updates; 4 MB where a block has 8 kB. */
    private static final int BLOCKS = 500;

    private OnlineSql() {}

    static List<String> of(Change change) {
        Change quoted = DialectNames.quoted(change, Dialect.POSTGRESQL);
        String plain = SqlText.of(change, Dialect.POSTGRESQL).get(0);
        if (quoted instanceof Change.CreateIndex) {
            return List.of(plain.replaceFirst("INDEX ", "INDEX CONCURRENTLY "));
        } else if (quoted instanceof Change.AddUniqueKey add) {
            Identifier name = add.key().name();
            return List.of(
                    "CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON " + add.table() + " "
                            + SqlText.list(add.key().columns()),
                    alter(add.table()) + "ADD CONSTRAINT " + name + " UNIQUE USING INDEX " + name);
        } else if (quoted instanceof Change.AddForeignKey add) {
            return List.of(plain + NOT_VALID, validate(add.table(), add.key().name()));
        } else if (quoted instanceof Change.AddCheck add) {
            return List.of(plain + NOT_VALID, validate(add.table(), add.check().name()));
        } else if (quoted instanceof Change.AddNotNull add) {
            Identifier name =
                    Identifier.of("CK_" + SchemaHash.sha256(add.target()).substring(0, 12));
            return List.of(
                    alter(add.table()) + "ADD CONSTRAINT " + name + " CHECK (" + add.column() + " IS NOT NULL)"
                            + NOT_VALID,
                    validate(add.table(), name),
                    plain,
                    alter(add.table()) + "DROP CONSTRAINT " + name);
        } else if (quoted instanceof Change.FillColumn fill) {
            return List.of(inParts(fill.table(), plain), plain);
        } else if (quoted instanceof Change.CopyColumn copy) {
            return List.of(inParts(copy.table(), plain), plain);
        }
        throw new IllegalArgumentException("Not to be done online: " + change.text());
    }

    /**
     * An update of a few megabytes at a time, each in a transaction of its own, so that others wait for no more than that. It
     * goes once through the table as that is stored; what is written meanwhile is left to the plain update after it.
     */
    private static String inParts(TableName table, String update) {
        return "DO $easymodel$ DECLARE block bigint := 0; blocks bigint := pg_relation_size("
                + SqlText.literal(table.sql()) + "::regclass) / current_setting('block_size')::bigint;"
                + " BEGIN WHILE block <= blocks LOOP " + update
                + " AND ctid >= format('(%s,0)', block)::tid AND ctid < format('(%s,0)', block + " + BLOCKS
                + ")::tid; COMMIT; block := block + " + BLOCKS + "; END LOOP; END $easymodel$";
    }

    private static String validate(TableName table, Identifier name) {
        return alter(table) + "VALIDATE CONSTRAINT " + name;
    }

    private static String alter(TableName table) {
        return "ALTER TABLE " + table + " ";
    }
}
