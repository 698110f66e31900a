package org.easymodel.eclipselink;

import java.util.function.Supplier;
import org.easymodel.spi.StatementListener;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.ValueReadQuery;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/** Tells the statements of a thread to whoever listens there. */
final class StatementTeller extends SessionEventAdapter {

    private static final ThreadLocal<StatementListener> LISTENER = new ThreadLocal<>();

    private StatementTeller() {}

    static void install(AbstractSession session) {
        synchronized (session) {
            if (session.getEventManager().getListeners().stream().noneMatch(StatementTeller.class::isInstance)) {
                session.getEventManager().addListener(new StatementTeller());
            }
        }
    }

    static <R> R telling(StatementListener statements, Supplier<R> work) {
        @Nullable StatementListener outer = LISTENER.get();
        LISTENER.set(statements);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                LISTENER.remove();
            } else {
                LISTENER.set(outer);
            }
        }
    }

    /** Whether somebody listens to the statements of this thread. */
    static boolean isTold() {
        return LISTENER.get() != null;
    }

    static void tell(String sql) {
        StatementListener listener = LISTENER.get();
        if (listener != null) {
            listener.sent(sql);
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call && call.getSQLString() != null) {
            StatementListener listener = LISTENER.get();
            if (listener != null && isOfSequence(call)) {
                listener.askedForNumbers();
            } else {
                tell(call.getSQLString());
            }
        }
    }

    /** No query of an application or of ours is of this class. */
    private static boolean isOfSequence(DatabaseCall call) {
        return call.getQuery() != null && call.getQuery().getClass() == ValueReadQuery.class;
    }
}
