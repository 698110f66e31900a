package org.easymodel.eclipselink;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.easymodel.schema.ReservedWords;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.internal.databaseaccess.Platform;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.sessions.Session;

/** The words that the database of a session reserves. */
final class DatabaseWords {

    private DatabaseWords() {}

    /**
     * Asks what the unit says of its database, else the database itself: at this point EclipseLink has not asked it yet. Empty
     * for a database that we do not know, and for one that cannot be reached, which EclipseLink will find out itself.
     */
    static Optional<ReservedWords> of(Session session) {
        Platform platform = session.getDatasourcePlatform();
        if (platform.isH2()) {
            return Optional.of(ReservedWords.H2);
        } else if (platform.isDerby()) {
            return Optional.of(ReservedWords.DERBY);
        } else if (platform.isPostgreSQL()) {
            return Optional.of(ReservedWords.POSTGRESQL);
        }
        boolean unknown = platform.getClass() == DatabasePlatform.class;
        return unknown && !"true".equals(String.valueOf(session.getProperty("eclipselink.validation-only")))
                ? ofProduct(product(session))
                : Optional.empty();
    }

    private static String product(Session session) {
        if (session.getProperty("jakarta.persistence.database-product-name") instanceof String given) {
            return given;
        }
        try (Connection connection = (Connection) session.getLogin().connectToDatasource(null, session)) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException | EclipseLinkException e) {
            return "";
        }
    }

    private static Optional<ReservedWords> ofProduct(String product) {
        String name = product.toLowerCase(Locale.ROOT);
        if (name.equals("h2")) {
            return Optional.of(ReservedWords.H2);
        } else if (name.contains("derby")) {
            return Optional.of(ReservedWords.DERBY);
        }
        return name.equals("postgresql") ? Optional.of(ReservedWords.POSTGRESQL) : Optional.empty();
    }
}
