package org.easymodel.eclipselink;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Gives each statement the time that is left for the work of its thread, in whole seconds, at least one. */
final class StatementDeadline extends SessionEventAdapter {

    private static final ThreadLocal<Long> DEADLINE = new ThreadLocal<>();

    private StatementDeadline() {}

    /** Sees every statement of a unit from now on; a session has at most one. */
    static void install(Session session) {
        synchronized (session) {
            if (session.getEventManager().getListeners().stream().noneMatch(StatementDeadline.class::isInstance)) {
                session.getEventManager().addListener(new StatementDeadline());
            }
        }
    }

    static <R> R within(long deadline, Supplier<R> work) {
        Long outer = DEADLINE.get();
        DEADLINE.set(outer == null || deadline - outer < 0 ? deadline : outer);
        try {
            return work.get();
        } finally {
            if (outer == null) {
                DEADLINE.remove();
            } else {
                DEADLINE.set(outer);
            }
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        Long deadline = DEADLINE.get();
        if (deadline != null && event.getCall() instanceof DatabaseCall call && call.getQueryTimeout() <= 0) {
            long left = TimeUnit.NANOSECONDS.toSeconds(deadline - System.nanoTime()) + 1;
            call.setQueryTimeout((int) Math.max(1, Math.min(left, Integer.MAX_VALUE)));
            call.setQueryTimeoutUnit(TimeUnit.SECONDS);
        }
    }
}
