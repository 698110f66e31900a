package org.easymodel.liquibase;

import java.util.Locale;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.ReservedWords;
import org.easymodel.schema.TableName;

/** Translates names between what a model writes and what a database stores. Immutable. */
record LiveNames(Dialect dialect) {

    /** The letters by which the database knows a name. */
    String stored(Identifier name) {
        Identifier written = DialectNames.quoted(name, dialect);
        return written.delimited() || dialect != Dialect.POSTGRESQL
                ? written.text()
                : written.text().toLowerCase(Locale.ROOT);
    }

    /** The name that the database stores by these letters. */
    Identifier written(String stored) {
        if (dialect != Dialect.POSTGRESQL) {
            return Identifier.exactly(stored);
        }
        String folded = stored.toUpperCase(Locale.ROOT);
        boolean reserved = ReservedWords.POSTGRESQL.contains(folded);
        if (reserved) {
            return stored.equals(folded) ? Identifier.of(folded) : Identifier.delimited(stored);
        }
        return stored.matches("[a-z_][a-z0-9_]*") ? Identifier.exactly(folded) : Identifier.delimited(stored);
    }

    /** The schema in which the database keeps a table. */
    String schema(TableName table, String own) {
        return table.schema().map(this::stored).orElse(own);
    }
}
