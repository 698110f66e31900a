package org.easymodel.eclipselink;

import jakarta.persistence.Query;
import java.util.List;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.queries.DatasourceCallQueryMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Keeps the values of marked queries parameters. The provider would write them into the statement where it computes, since
 * some databases cannot always tell the type of a parameter there; what H2 cannot tell does not occur in our queries.
 */
final class BoundValues extends SessionEventAdapter {

    private static final String MARK = "org.easymodel.bound";

    private BoundValues() {}

    /** Sees every query of a unit from now on; a session has at most one. */
    static void install(Session session) {
        synchronized (session) {
            if (session.getEventManager().getListeners().stream().noneMatch(BoundValues.class::isInstance)) {
                session.getEventManager().addListener(new BoundValues());
            }
        }
    }

    static void mark(Query query) {
        query.unwrap(DatabaseQuery.class).setProperty(MARK, true);
    }

    @Override
    public void preExecuteQuery(SessionEvent event) {
        DatabaseQuery query = event.getQuery();
        AbstractSession session = (AbstractSession) event.getSession();
        if (query == null
                || query.getProperty(MARK) == null
                || !session.getPlatform().isH2()) {
            return;
        }
        query.checkPrepare(session, null);
        if (query.isPrepared() && query.getQueryMechanism() instanceof DatasourceCallQueryMechanism mechanism) {
            List<?> calls = mechanism.hasMultipleCalls()
                    ? mechanism.getCalls()
                    : List.of(mechanism.getCall() == null ? "" : mechanism.getCall());
            calls.forEach(BoundValues::bind);
        }
    }

    private static void bind(Object call) {
        if (call instanceof DatabaseCall statement && statement.isUsesBindingSet()) {
            statement.setUsesBinding(true);
        }
    }
}
