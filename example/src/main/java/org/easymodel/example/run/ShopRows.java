package org.easymodel.example.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts the rows that must survive every migration. */
final class ShopRows {

    private static final String[] TABLES = {
        "\"USER\"", "PROFILE", "CATEGORY", "PRODUCT", "TAG", "PRODUCT_TAG", "\"ORDER\"", "ORDER_ITEM", "REVIEW"
    };

    private ShopRows() {}

    static long count(ShopDatabase database) {
        long rows = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of the shop cannot be counted", e);
        }
        return rows;
    }
}
