package org.easymodel.eclipselink;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.easymodel.spi.Settings;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Logs the statements of a unit, without values, where the setting {@code easymodel.sql.log} is {@code true}: by the logger {@code
 * org.easymodel.sql}, as information.
 */
final class StatementLog extends SessionEventAdapter {

    private static final String SETTING = "sql.log";

    private static final Logger LOGGER = System.getLogger("org.easymodel.sql");

    private final String unit;

    private StatementLog(String unit) {
        this.unit = unit;
    }

    /** Does nothing where the setting does not ask for it; a session has at most one. */
    static void install(Session session) {
        Settings settings = SessionSettings.of(session);
        boolean wanted = settings.text(SETTING)
                .map(String::strip)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        if (wanted && of(session).isEmpty()) {
            session.getEventManager().addListener(new StatementLog(SessionSettings.unitName(session)));
        }
    }

    /** The log of a session, if it has one. */
    static Optional<StatementLog> of(Session session) {
        return session.getEventManager().getListeners().stream()
                .filter(StatementLog.class::isInstance)
                .map(StatementLog.class::cast)
                .findFirst();
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call && call.getSQLString() != null) {
            write(call.getSQLString());
        }
    }

    void write(String sql) {
        if (LOGGER.isLoggable(Level.INFO)) {
            LOGGER.log(Level.INFO, unit + ": " + SqlWithoutValues.of(sql));
        }
    }
}
