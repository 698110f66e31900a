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
        }
        throw new IllegalArgumentException("Not to be done online: " + change.text());
    }

    private static String validate(TableName table, Identifier name) {
        return alter(table) + "VALIDATE CONSTRAINT " + name;
    }

    private static String alter(TableName table) {
        return "ALTER TABLE " + table + " ";
    }
}
