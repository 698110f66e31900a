package org.easymodel.eclipselink.startup;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;

/** Connections to the database of a session that has none yet. */
final class SessionConnections {

    private SessionConnections() {}

    /**
     * Connections of the unit's data source without JTA if it has one, else of the one that the session will use. A data source
     * that is known by its name only is looked up now: the name may mean nothing on another thread.
     */
    static Callable<Connection> of(Session session, Optional<PersistenceUnitInfo> unit) {
        var plain = unit.map(PersistenceUnitInfo::getNonJtaDataSource);
        if (plain.isPresent()) {
            return plain.get()::getConnection;
        }
        DatasourceLogin login = (DatasourceLogin) session.getDatasourceLogin();
        if (login.getConnector() instanceof JNDIConnector connector) {
            if (connector.getDataSource() == null) {
                lookUp(login, session);
            }
            if (connector.getDataSource() != null && login.getUserName().isEmpty()) {
                return connector.getDataSource()::getConnection;
            }
        }
        return () -> (Connection) login.connectToDatasource(null, session);
    }

    /** The connector keeps what it found; whether the database answers is found out later. */
    private static void lookUp(DatasourceLogin login, Session session) {
        try (Connection connection = (Connection) login.connectToDatasource(null, session)) {
            connection.isClosed();
        } catch (SQLException | EclipseLinkException e) {
            return;
        }
    }
}
