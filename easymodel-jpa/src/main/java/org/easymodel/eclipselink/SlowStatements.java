package org.easymodel.eclipselink;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Warns of each statement of a unit that takes longer than the setting {@code easymodel.slow-statement} says, in milliseconds;
 * 0 warns of none.
 */
final class SlowStatements extends SessionEventAdapter {

    private static final String SETTING = "slow-statement";
    private static final int USUAL_MILLISECONDS = 2000;

    private static final Logger LOGGER = System.getLogger("org.easymodel.sql");

    private static final ThreadLocal<Long> BEGAN = new ThreadLocal<>();

    private final String unit;
    private final int milliseconds;

    private SlowStatements(String unit, int milliseconds) {
        this.unit = unit;
        this.milliseconds = milliseconds;
    }

    /** A session has at most one. */
    static void install(Session session) {
        int milliseconds = SessionSettings.of(session).number(SETTING, 0, USUAL_MILLISECONDS);
        if (milliseconds > 0
                && session.getEventManager().getListeners().stream().noneMatch(SlowStatements.class::isInstance)) {
            session.getEventManager().addListener(new SlowStatements(SessionSettings.unitName(session), milliseconds));
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        BEGAN.set(System.nanoTime());
    }

    /** Follows on every call, on those that failed too. */
    @Override
    public void postExecuteCall(SessionEvent event) {
        Long began = BEGAN.get();
        BEGAN.remove();
        if (began == null || !(event.getCall() instanceof DatabaseCall call) || call.getSQLString() == null) {
            return;
        }
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (took >= milliseconds && LOGGER.isLoggable(Level.WARNING)) {
            LOGGER.log(Level.WARNING, WatchProblems.slow(unit, took, SqlWithoutValues.of(call.getSQLString())));
        }
    }
}
