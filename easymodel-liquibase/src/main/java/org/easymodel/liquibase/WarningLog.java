package org.easymodel.liquibase;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;

/**
 * Takes warnings of Liquibase over into the platform's log. What comes with an exception is left out: the exception
 * itself reaches the caller, and is not told twice.
 */
final class WarningLog extends AbstractLogService {

    private static final System.Logger LOG = System.getLogger("org.easymodel.liquibase");

    @Override
    public int getPriority() {
        return PRIORITY_NOT_APPLICABLE;
    }

    @Override
    public Logger getLog(Class type) {
        return new Warnings();
    }

    private static final class Warnings extends AbstractLogger {

        @Override
        public void log(Level level, String message, Throwable failure) {
            if (level.intValue() >= Level.WARNING.intValue() && failure == null) {
                LOG.log(System.Logger.Level.WARNING, message);
            }
        }
    }
}
