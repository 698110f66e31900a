package org.easymodel.engine.concurrent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A corridor whose works take turns: one at a time, in the order in which they came, on whatever thread is free. No thread
 * is held between two turns. Stages are completed after their turn has ended, so that what hangs on them may start further
 * turns and even wait for them.
 */
public final class Mailbox implements Corridor {

    private final Executor executor;
    private final Deque<Turn<?>> waiting = new ArrayDeque<>();
    private boolean busy;
    private @Nullable Supplier<RuntimeException> refusal;

    /** A mailbox whose turns run on threads of that executor. */
    public Mailbox(Executor executor) {
        this.executor = executor;
    }

    /** One work; the last one of a mailbox must run whatever happens. */
    private record Turn<T>(String place, Supplier<T> work, WorkStage<T> stage, boolean last) {

        void run(Runnable beforeCompletion) {
            stage.complete(work, beforeCompletion);
        }

        void refuse(RuntimeException failure) {
            if (!last) {
                stage.completeExceptionally(failure);
                return;
            }
            Thread thread = new Thread(() -> run(() -> {}), "easymodel-transaction-end");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public <T> WorkStage<T> run(String place, Supplier<T> work) {
        Turn<T> turn = new Turn<>(place, work, new WorkStage<>(), false);
        RuntimeException refused = null;
        boolean idle = false;
        synchronized (this) {
            if (refusal != null) {
                refused = refusal.get();
            } else {
                idle = add(turn);
            }
        }
        if (refused != null) {
            turn.refuse(refused);
        } else if (idle) {
            start();
        }
        return turn.stage;
    }

    /** Whether there is no thread yet that will come to it. */
    private boolean add(Turn<?> turn) {
        waiting.add(turn);
        boolean idle = !busy;
        busy = true;
        return idle;
    }

    /** Hands the next turn to a thread. */
    private void start() {
        try {
            executor.execute(this::next);
        } catch (RejectedExecutionException e) {
            List<Turn<?>> turns;
            synchronized (this) {
                busy = false;
                turns = takeAll();
            }
            turns.forEach(turn -> turn.refuse(Problems.rejected(turn.place, e)));
        }
    }

    private void next() {
        Turn<?> turn;
        synchronized (this) {
            turn = waiting.poll();
            busy = turn != null;
        }
        if (turn != null) {
            turn.run(this::goOn);
        }
    }

    private void goOn() {
        synchronized (this) {
            busy = !waiting.isEmpty();
            if (!busy) {
                return;
            }
        }
        start();
    }

    private List<Turn<?>> takeAll() {
        List<Turn<?>> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /**
     * Takes no further turns; those that wait still come.
     *
     * @param failure what later turns fail with
     */
    public synchronized void close(Supplier<RuntimeException> failure) {
        if (refusal == null) {
            refusal = failure;
        }
    }

    /** Takes no further turns, and those that wait fail. */
    public void abandon(Supplier<RuntimeException> failure) {
        List<Turn<?>> turns;
        synchronized (this) {
            close(failure);
            turns = takeAll();
        }
        turns.forEach(turn -> turn.refuse(failure.get()));
    }

    /** Runs one last turn after those that wait, also in a closed mailbox; on a thread of its own if need be. */
    public void last(Runnable work) {
        Turn<Boolean> turn = new Turn<>(
                "",
                () -> {
                    work.run();
                    return true;
                },
                new WorkStage<>(),
                true);
        boolean idle;
        synchronized (this) {
            idle = add(turn);
        }
        if (idle) {
            start();
        }
    }
}
