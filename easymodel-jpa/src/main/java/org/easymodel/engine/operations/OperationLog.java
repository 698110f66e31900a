package org.easymodel.engine.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.easymodel.observe.Operation;

/** Writes a line for each operation, by the logger {@code org.easymodel.operations} at level debug. */
final class OperationLog implements Consumer<Operation> {

    private static final Logger LOGGER = System.getLogger("org.easymodel.operations");

    @Override
    public void accept(Operation operation) {
        if (LOGGER.isLoggable(Level.DEBUG)) {
            LOGGER.log(Level.DEBUG, line(operation));
        }
    }

    static String line(Operation operation) {
        return operation.unit() + ": " + operation.entity() + "." + operation.verb() + " " + operation.outcome() + ", "
                + operation.rows() + " rows, " + operation.statements() + " statements, "
                + milliseconds(operation.ran()) + " ms"
                + (operation.queued().isZero() ? "" : " after " + milliseconds(operation.queued()) + " ms in the queue")
                + (operation.attempts() > 1 ? ", " + operation.attempts() + " attempts" : "");
    }

    private static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1_000_000.0);
    }
}
