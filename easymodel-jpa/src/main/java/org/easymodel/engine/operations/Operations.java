package org.easymodel.engine.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.easymodel.observe.Operation;

/** Watches the operations of one unit and tells of each that has ended. Safe for any number of threads. */
public final class Operations {

    private static final Logger LOGGER = System.getLogger("org.easymodel.operations");

    private final String unit;
    private final List<Consumer<? super Operation>> observers;
    private final Repetitions repetitions;

    private Operations(String unit, List<Consumer<? super Operation>> observers, Repetitions repetitions) {
        this.unit = unit;
        this.observers = observers;
        this.repetitions = repetitions;
    }

    /**
     * The watch over a unit.
     *
     * @param observers those of the application
     * @param mostRepeated how often an operation may send the same select before a warning; 0 for no warning
     * @param withoutValues makes a statement one that may be logged
     */
    public static Operations of(
            String unit,
            List<Consumer<? super Operation>> observers,
            int mostRepeated,
            UnaryOperator<String> withoutValues) {
        List<Consumer<? super Operation>> all = new ArrayList<>(List.of(new OperationLog()));
        if (isThere("jdk.jfr.Event")) {
            all.add(new FlightRecording());
        }
        if (isThere("io.micrometer.core.instrument.Metrics")) {
            all.add(new MicrometerTimers());
        }
        all.addAll(observers);
        return new Operations(unit, all, new Repetitions(mostRepeated, withoutValues));
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, Operations.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /**
     * An operation begins.
     *
     * @param place entity and verb, such as {@code User.insert}
     */
    public RunningOperation start(String place) {
        return new RunningOperation(this, place);
    }

    void ended(RunningOperation running, Operation operation) {
        repetitions.check(operation, running.repeated());
        for (Consumer<? super Operation> observer : observers) {
            try {
                observer.accept(operation);
            } catch (RuntimeException | LinkageError e) {
                LOGGER.log(Level.WARNING, "An observer of operations failed; the operation is not affected", e);
            }
        }
    }

    String unit() {
        return unit;
    }
}
