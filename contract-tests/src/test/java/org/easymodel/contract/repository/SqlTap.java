package org.easymodel.contract.repository;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/** Notes the statements that reach the database, without those that only fetch numbers from a sequence. */
public final class SqlTap extends SessionEventAdapter {

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call && call.getSQLString() != null) {
            String sql = call.getSQLString();
            String lower = sql.toLowerCase(Locale.ROOT);
            if (!lower.contains("nextval") && !lower.contains("next value")) {
                statements.add(sql);
            }
        }
    }

    public List<String> statements() {
        return List.copyOf(statements);
    }

    public void reset() {
        statements.clear();
    }
}
