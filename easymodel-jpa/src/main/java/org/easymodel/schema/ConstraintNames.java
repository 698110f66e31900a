package org.easymodel.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The names that constraints and indexes get when the mapping gives none: {@code PK_BOOK}, {@code FK_BOOK_AUTHOR_ID},
 * {@code UK_BOOK_ISBN}, {@code IX_BOOK_TITLE}. The same on every database and provider; a name longer than 63 bytes, the
 * limit of PostgreSQL, is cut and ended by eight digits of its hash.
 */
public final class ConstraintNames {

    private static final int LONGEST = 63;

    private ConstraintNames() {}

    /** The name of a table's primary key. */
    public static Identifier primaryKey(TableName table) {
        return name("PK", table, List.of());
    }

    /** The name of a foreign key over these columns. */
    public static Identifier foreignKey(TableName table, List<Identifier> columns) {
        return name("FK", table, columns);
    }

    /** The name of a unique constraint over these columns. */
    public static Identifier uniqueKey(TableName table, List<Identifier> columns) {
        return name("UK", table, columns);
    }

    /** The name of an index over these columns. */
    public static Identifier index(TableName table, List<Identifier> columns) {
        return name("IX", table, columns);
    }

    /** The name of a check of the values of one column. */
    public static Identifier check(TableName table, Identifier column) {
        return name("CK", table, List.of(column));
    }

    /** The name of a check that is written out: by its condition, since a table may have several. */
    public static Identifier check(TableName table, String condition) {
        return name("CK", table, List.of(told(condition)));
    }

    /** The name of an index over an expression. */
    public static Identifier index(TableName table, String expression) {
        return name("IX", table, List.of(told(expression)));
    }

    /** A given name with a part that is the table's alone, for a table whose constraint cannot have the name itself. */
    public static Identifier own(Identifier given, TableName table) {
        return cut(given.text() + "_" + table.name().text(), given.text() + "\n" + table.sql());
    }

    private static Identifier told(String sql) {
        return Identifier.of(SchemaHash.sha256(SqlText.collapsed(sql)).substring(0, 8));
    }

    private static Identifier name(String prefix, TableName table, List<Identifier> columns) {
        String full = prefix + "_" + table.name().text()
                + columns.stream().map(column -> "_" + column.text()).collect(Collectors.joining());
        return cut(full, full);
    }

    private static Identifier cut(String full, String hashed) {
        String hash = SchemaHash.sha256(hashed).substring(0, 8);
        String cut = full;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST - (cut.equals(full) ? 0 : hash.length() + 1)) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return Identifier.exactly(cut.equals(full) ? full : cut + "_" + hash.toUpperCase(Locale.ROOT));
    }
}
