package org.easymodel.engine.operations;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.util.function.Consumer;
import org.easymodel.observe.Operation;

/**
 * Gives each operation to Micrometer's global registry: the timers {@code easymodel.operation} and {@code
 * easymodel.operation.queued}, and the summaries {@code easymodel.operation.rows} and {@code easymodel.operation.statements}.
 */
final class MicrometerTimers implements Consumer<Operation> {

    private static final String NAME = "easymodel.operation";

    @Override
    public void accept(Operation operation) {
        Tags tags = Tags.of(
                "unit", operation.unit(),
                "entity", operation.entity(),
                "verb", operation.verb(),
                "outcome", operation.outcome());
        Metrics.globalRegistry.timer(NAME, tags).record(operation.ran());
        Metrics.globalRegistry.timer(NAME + ".queued", tags).record(operation.queued());
        Metrics.globalRegistry.summary(NAME + ".rows", tags).record(operation.rows());
        Metrics.globalRegistry.summary(NAME + ".statements", tags).record(operation.statements());
    }
}
