package org.easymodel.eclipselink;

import java.util.ArrayList;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.databaseaccess.DatabasePlatform;
import org.eclipse.persistence.internal.databaseaccess.ParameterizedSQLBatchWritingMechanism;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.Session;

/** Sends statements of one text that follow each other as one batch, and says of a batch that fails whose rows it wrote. */
final class JdbcBatches extends ParameterizedSQLBatchWritingMechanism {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 1000;

    private JdbcBatches() {
        parameters = new ArrayList<>();
        maxBatchSize = MOST;
    }

    /** Does nothing where the application has said itself how statements are to be sent. */
    static void install(Session session) {
        if (said(session, PersistenceUnitProperties.BATCH_WRITING)) {
            return;
        }
        DatabasePlatform platform = ((AbstractSession) session).getPlatform();
        platform.setUsesBatchWriting(true);
        platform.setUsesJDBCBatchWriting(true);
        platform.setUsesNativeBatchWriting(false);
        platform.setBatchWritingMechanism(new JdbcBatches());
        if (!said(session, PersistenceUnitProperties.BATCH_WRITING_SIZE)) {
            platform.setMaxBatchWritingSize(MOST);
        }
    }

    private static boolean said(Session session, String property) {
        return session.getProperty(property) != null;
    }

    /** Each connection has its own. */
    @Override
    public void setAccessor(DatabaseAccessor accessor, AbstractSession session) {
        super.setAccessor(accessor, session);
        parameters = new ArrayList<>();
        int size = session.getPlatform().getMaxBatchWritingSize();
        maxBatchSize = size > 0 ? size : MOST;
    }

    @Override
    public void executeBatchedStatements(AbstractSession session) {
        DatabaseCall call = getPreviousCall();
        try {
            super.executeBatchedStatements(session);
        } catch (DatabaseException e) {
            if (e.getQuery() == null && call != null) {
                e.setQuery(call.getQuery());
            }
            throw e;
        }
    }

    /** A statement without values goes by itself; another mechanism would not come back to this one. */
    @Override
    protected void switchMechanisms(AbstractSession session, DatabaseCall call) {
        databaseAccessor.basicExecuteCall(call, null, session, false);
    }
}
