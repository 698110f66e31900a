package org.easymodel.example.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;

/**
 * What must survive every migration: how many rows there are, and what is in them. Immutable.
 *
 * @param count the number of rows
 * @param fingerprint a number that changes with any value; the order of rows and the names of columns do not count
 */
record ShopRows(long count, long fingerprint) {

    private static final String[] TABLES = {
        "\"USER\"", "PROFILE", "CATEGORY", "PRODUCT", "TAG", "PRODUCT_TAG", "\"ORDER\"", "ORDER_ITEM", "REVIEW"
    };

    /** A column that one variant of the model has and the other does not. */
    private static final Set<String> VARIANT = Set.of("LOYALTY_POINTS");

    static ShopRows of(ShopDatabase database) {
        ShopRows rows = new ShopRows(0, 0);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
                    while (result.next()) {
                        rows = new ShopRows(rows.count + 1, rows.fingerprint + fingerprint(table, result));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of the shop cannot be read", e);
        }
        return rows;
    }

    private static long fingerprint(String table, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        long sum = table.hashCode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!VARIANT.contains(columns.getColumnName(i).toUpperCase(Locale.ROOT))) {
                sum += 31L * String.valueOf(row.getString(i)).hashCode();
            }
        }
        return sum * sum;
    }

    /** For people: the number of rows and a short form of what is in them. */
    String text() {
        return String.format(Locale.ROOT, "%,d rows, fingerprint %016x", count, fingerprint);
    }
}
