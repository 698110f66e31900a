package org.easymodel.eclipselink;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.queries.ObjectLevelReadQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Warns once of each relationship that one persistence context loads row by row, more often than the setting {@code
 * easymodel.repeated-selects} says. Repositories load what they are asked for with the rows; this finds what an application does
 * with its own entity manager.
 */
final class LazyLoads extends SessionEventAdapter {

    private static final String SETTING = "repeated-selects";
    private static final int USUAL = 20;

    private static final String COUNTS = "easymodel.lazy-loads";

    private static final Logger LOGGER = System.getLogger("org.easymodel.operations");

    private final String unit;
    private final int most;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private LazyLoads(String unit, int most) {
        this.unit = unit;
        this.most = most;
    }

    /** A session has at most one. */
    static void install(Session session) {
        int most = SessionSettings.of(session).number(SETTING, 0, USUAL);
        if (most > 0 && session.getEventManager().getListeners().stream().noneMatch(LazyLoads.class::isInstance)) {
            session.getEventManager().addListener(new LazyLoads(SessionSettings.unitName(session), most));
        }
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call
                && call.getQuery() instanceof ObjectLevelReadQuery query
                && query.getSourceMapping() != null
                && query.getSession() instanceof UnitOfWorkImpl context
                && !StatementTeller.isTold()) {
            count(context, query.getSourceMapping());
        }
    }

    private void count(UnitOfWorkImpl context, DatabaseMapping mapping) {
        String relationship = mapping.getDescriptor().getAlias() + "." + mapping.getAttributeName();
        int times = counts(context).merge(relationship, 1, Integer::sum);
        if (times == most + 1 && told.add(relationship)) {
            LOGGER.log(Level.WARNING, WatchProblems.loadedOneByOne(unit, relationship, most));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> counts(UnitOfWorkImpl context) {
        return (Map<String, Integer>) context.getProperties().computeIfAbsent(COUNTS, key -> new HashMap<>());
    }
}
