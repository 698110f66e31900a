package org.easymodel.eclipselink;

import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.queries.DatasourceCallQueryMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Keeps the values of marked queries parameters. The provider would write them into the statement where it computes, since
 * H2 and Derby cannot always tell the type of a parameter there. Our queries say it where that matters.
 */
final class BoundValues extends SessionEventAdapter {

    private static final String MARK = "org.easymodel.bound";

    /** Two parameters and nothing else, which Derby cannot compare. */
    private static final Pattern UNTYPED = Pattern.compile("\\(\\? (=|<>|<|>|<=|>=) \\?\\)");

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
        if (query == null || query.getProperty(MARK) == null || !isMeant(session.getPlatform())) {
            return;
        }
        query.checkPrepare(session, null);
        if (query.isPrepared() && query.getQueryMechanism() instanceof DatasourceCallQueryMechanism mechanism) {
            List<?> calls = mechanism.hasMultipleCalls()
                    ? Lists.calls(mechanism)
                    : List.of(mechanism.getCall() == null ? "" : mechanism.getCall());
            calls.forEach(BoundValues::bind);
        }
    }

    private static boolean isMeant(DatabasePlatform platform) {
        return platform.isH2() || platform.isDerby();
    }

    /**
     * The parameter of a number in a calculation, with its type where the database would take that of the other number and
     * lose digits.
     */
    static String typed(DatabasePlatform platform, String parameter, Number number) {
        if (!isMeant(platform)) {
            return parameter;
        } else if (number instanceof BigDecimal || number instanceof BigInteger) {
            BigDecimal exact = new BigDecimal(number.toString());
            int scale = Math.max(0, exact.scale());
            int digits = Math.max(exact.precision() - exact.scale(), 0) + scale;
            return "cast(" + parameter + " as decimal(" + Math.max(1, digits) + "," + scale + "))";
        }
        boolean broken = number instanceof Double || number instanceof Float;
        return "cast(" + parameter + " as " + (broken ? "double" : "bigint") + ")";
    }

    private static void bind(Object call) {
        if (call instanceof DatabaseCall statement
                && statement.isUsesBindingSet()
                && !UNTYPED.matcher(String.valueOf(statement.getSQLString())).find()) {
            statement.setUsesBinding(true);
        }
    }
}
