package org.easymodel.eclipselink;

import java.sql.SQLException;
import org.easymodel.spi.WholeText;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Refuses texts that the driver of PostgreSQL would send as others, before a statement is sent. */
final class WholeTexts extends SessionEventAdapter {

    private final AbstractSession session;

    private WholeTexts(AbstractSession session) {
        this.session = session;
    }

    /** Sees every statement of a unit from now on; a session has at most one. */
    static void install(AbstractSession session) {
        synchronized (session) {
            if (session.getEventManager().getListeners().stream().noneMatch(WholeTexts.class::isInstance)) {
                session.getEventManager().addListener(new WholeTexts(session));
            }
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call
                && call.hasParameters()
                && session.getPlatform().isPostgreSQL()) {
            try {
                WholeText.require(call.getParameters());
            } catch (SQLException e) {
                throw refusal(e, call);
            }
        }
    }

    private DatabaseException refusal(SQLException thrown, DatabaseCall call) {
        DatabaseException refusal = DatabaseException.sqlException(thrown, session, false);
        refusal.setQuery(call.getQuery());
        return refusal;
    }
}
