package org.easymodel.liquibase;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.ReservedWords;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * Translates names between what a model writes and what a database stores. On PostgreSQL {@code READER} and {@code
 * "reader"} are stored alike, so that the names that a model uses go before. Immutable.
 *
 * @param dialect the database
 * @param known names of the model by the letters that the database stores
 */
record LiveNames(Dialect dialect, Map<String, Identifier> known) {

    LiveNames(Dialect dialect) {
        this(dialect, Map.of());
    }

    /** These names, those of a table's columns, keys and indexes first. */
    LiveNames within(Optional<Table> table) {
        Map<String, Identifier> names = new HashMap<>();
        table.ifPresent(each -> Stream.of(
                        each.columns().stream().map(Column::name),
                        each.primaryKey().stream().map(PrimaryKey::name),
                        each.uniqueKeys().stream().map(UniqueKey::name),
                        each.indexes().stream().map(Index::name),
                        each.foreignKeys().stream().map(ForeignKey::name),
                        each.checks().stream().map(Check::name))
                .flatMap(list -> list)
                .forEach(name -> names.put(stored(name), name)));
        return new LiveNames(dialect, names);
    }

    /** The letters by which the database knows a name. */
    String stored(Identifier name) {
        Identifier written = DialectNames.quoted(name, dialect);
        return written.delimited() || dialect != Dialect.POSTGRESQL
                ? written.text()
                : written.text().toLowerCase(Locale.ROOT);
    }

    /** The name that the database stores by these letters. */
    Identifier written(String stored) {
        if (known.containsKey(stored)) {
            return known.get(stored);
        }
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
