package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clears away what a database itself leaves behind when a statement is cut off, so that the statement can run again. */
final class HalfDone {

    private static final Pattern CONCURRENT_INDEX = Pattern.compile(
            "(?is)\\s*CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\"[^\"]+\"|\\w+).*");

    /** H2 changes a table by copying it; the copy has the table's name and two numbers. */
    private static final Pattern COPY = Pattern.compile("(.+)_COPY_\\d+_\\d+");

    private HalfDone() {}

    /** Clears after a statement of which nobody knows whether it ran. */
    static void clear(Connection connection, Dialect dialect, String sql) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            dropInvalidIndex(connection, sql);
        } else if (dialect == Dialect.H2) {
            dropCopies(connection, sql);
        }
    }

    /** PostgreSQL keeps an index whose making was cut off, marked as invalid. */
    private static void dropInvalidIndex(Connection connection, String sql) throws SQLException {
        Matcher matcher = CONCURRENT_INDEX.matcher(sql);
        if (!matcher.matches()) {
            return;
        }
        String name = matcher.group(1);
        String query = "SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass('"
                + name.replace("'", "''") + "')";
        boolean invalid;
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            invalid = found.next();
        }
        if (invalid) {
            execute(connection, "DROP INDEX " + name);
        }
    }

    /** The copy goes where the table is there still; where only the copy is, it is the table. */
    private static void dropCopies(Connection connection, String sql) throws SQLException {
        List<String> tables = tables(connection);
        for (String table : tables) {
            Matcher copy = COPY.matcher(table);
            if (copy.matches()
                    && sql.toUpperCase(Locale.ROOT).contains(copy.group(1).toUpperCase(Locale.ROOT))) {
                execute(
                        connection,
                        tables.contains(copy.group(1))
                                ? "DROP TABLE \"" + table + "\""
                                : "ALTER TABLE \"" + table + "\" RENAME TO \"" + copy.group(1) + "\"");
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"BASE TABLE", "TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
