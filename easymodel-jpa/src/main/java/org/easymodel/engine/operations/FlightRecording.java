package org.easymodel.engine.operations;

import java.util.function.Consumer;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.easymodel.observe.Operation;

/** Gives each operation to the flight recorder of the JVM, if it records. */
final class FlightRecording implements Consumer<Operation> {

    @Override
    public void accept(Operation operation) {
        OperationEvent event = new OperationEvent();
        if (event.isEnabled()) {
            event.unit = operation.unit();
            event.entity = operation.entity();
            event.verb = operation.verb();
            event.outcome = operation.outcome();
            event.rows = operation.rows();
            event.statements = operation.statements();
            event.attempts = operation.attempts();
            event.queued = operation.queued().toNanos();
            event.ran = operation.ran().toNanos();
            event.commit();
        }
    }

    @Name("org.easymodel.Operation")
    @Label("Repository operation")
    @Category("EasyModel")
    @Description("A verb of a repository that has ended")
    @StackTrace(false)
    static final class OperationEvent extends Event {

        @Label("Unit")
        String unit = "";

        @Label("Entity")
        String entity = "";

        @Label("Verb")
        String verb = "";

        @Label("Outcome")
        String outcome = "";

        @Label("Rows")
        long rows;

        @Label("Statements")
        int statements;

        @Label("Attempts")
        int attempts;

        @Label("Queued")
        @Timespan
        long queued;

        @Label("Ran")
        @Timespan
        long ran;
    }
}
