package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Reads which change sets of revisions a database has run, without any lock and without making the table. */
final class History {

    static final String TABLE = "DATABASECHANGELOG";

    private History() {}

    /** The ids of the change sets, each with its path before it. */
    static Set<String> read(Connection connection) throws SQLException {
        Set<String> ran = new HashSet<>();
        if (!hasTable(connection, TABLE)) {
            return ran;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT FILENAME, ID FROM " + TABLE + " WHERE FILENAME LIKE 'easymodel/%'")) {
            while (rows.next()) {
                ran.add(key(rows.getString(1), rows.getString(2)));
            }
        }
        return ran;
    }

    /** As {@link #read}, over a connection of its own. */
    static Set<String> of(ConnectionSource source) throws SQLException {
        Connection connection = Connections.open(source);
        try {
            return read(connection);
        } finally {
            Connections.close(connection);
        }
    }

    static String key(String path, String id) {
        return path + " " + id;
    }

    /** Whether the connection's own schema has a table of that undelimited name. */
    static boolean hasTable(Connection connection, String table) throws SQLException {
        return hasTable(connection, table, connection.getSchema());
    }

    private static boolean hasTable(Connection connection, String table, String schema) throws SQLException {
        for (String name : new String[] {table, table.toLowerCase(Locale.ROOT)}) {
            try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), schema, name, null)) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
