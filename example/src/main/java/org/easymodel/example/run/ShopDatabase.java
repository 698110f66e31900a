package org.easymodel.example.run;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;

/**
 * The database of the run: embedded Derby in the run's directory, or a server. Immutable.
 *
 * @param url the JDBC address
 * @param withLoyalty whether the model is the variant with loyalty points
 */
record ShopDatabase(String url, boolean withLoyalty) {

    private static final String DERBY = "jdbc:derby:";

    static ShopDatabase of(ShopArguments arguments, RunDirectory directory) {
        return new ShopDatabase(
                arguments.url().orElseGet(() -> DERBY + directory.database().toAbsolutePath() + ";create=true"),
                arguments.withLoyalty());
    }

    /** The properties of the persistence unit that this run changes. */
    Map<String, String> unitProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("jakarta.persistence.jdbc.url", url);
        if (withLoyalty) {
            properties.put("eclipselink.metadata-source", "XML");
            properties.put("eclipselink.metadata-source.xml.file", "META-INF/shop-with-loyalty.xml");
        }
        return properties;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    boolean isEmbedded() {
        return url.startsWith(DERBY);
    }

    /** The address without what may be a secret. */
    String shown() {
        return url.replaceAll("[?;].*", "");
    }

    /** Ends an embedded database, so that the next run finds it closed. */
    void shutDown() {
        if (isEmbedded()) {
            try {
                DriverManager.getConnection(url.replace(";create=true", ";shutdown=true"))
                        .close();
            } catch (SQLException e) {
                // Derby reports the shutdown of one database as the exception 08006.
                if (!"08006".equals(e.getSQLState())) {
                    Logger.getLogger(ShopDatabase.class.getName()).warning(e.getMessage());
                }
            }
        }
    }
}
