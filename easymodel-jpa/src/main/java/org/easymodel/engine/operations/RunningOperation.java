package org.easymodel.engine.operations;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.easymodel.failure.EasyModelException;
import org.easymodel.observe.Operation;
import org.jspecify.annotations.Nullable;

/** An operation that has begun. Takes the statements that it sends. For one thread at a time. */
public final class RunningOperation {

    /** An operation may send many different statements; of so many it is known how often. */
    private static final int MOST_KNOWN = 64;

    private final Operations operations;
    private final String place;
    private final long began = System.nanoTime();
    private final Map<String, Integer> selects = new HashMap<>();
    private Duration queued = Duration.ZERO;
    private int statements;
    private int attempts;

    RunningOperation(Operations operations, String place) {
        this.operations = operations;
        this.place = place;
    }

    /** How long the work had waited before it began. */
    public RunningOperation after(Duration waiting) {
        queued = waiting;
        return this;
    }

    /** The work is begun, for the first time or once more. */
    public void attempt() {
        attempts++;
    }

    /** The provider asks for numbers of new rows. */
    public void askedForNumbers() {
        statements++;
    }

    /** A statement is sent. */
    public void sent(String sql) {
        statements++;
        if (Repetitions.isOfInterest(sql) && (selects.size() < MOST_KNOWN || selects.containsKey(sql))) {
            selects.merge(sql, 1, Integer::sum);
        }
    }

    /** The operation has ended well. */
    public void returned(@Nullable Object result) {
        end(rows(result), Optional.empty());
    }

    /** The operation has ended with a failure. */
    public void failed(EasyModelException failure) {
        end(0, Optional.of(failure));
    }

    Map<String, Integer> repeated() {
        return selects;
    }

    private void end(long rows, Optional<EasyModelException> failure) {
        Duration ran = Duration.ofNanos(System.nanoTime() - began);
        int dot = place.indexOf('.');
        operations.ended(
                this,
                new Operation(
                        operations.unit(),
                        dot < 0 ? place : place.substring(0, dot),
                        dot < 0 ? "" : place.substring(dot + 1),
                        rows,
                        statements,
                        attempts,
                        queued,
                        ran,
                        failure));
    }

    private long rows(@Nullable Object result) {
        if (result instanceof Collection<?> many) {
            return many.size();
        } else if (result instanceof Optional<?> one) {
            return one.isPresent() ? 1 : 0;
        } else if (result instanceof Long changed && !place.endsWith(".select")) {
            return changed;
        } else if (result instanceof Boolean found) {
            return found ? 1 : 0;
        }
        return result == null ? 0 : 1;
    }
}
