package org.easymodel.engine.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs each work on a thread of an executor, at most so many at a time; more are refused instead of piled up. Safe for any
 * number of threads.
 */
public final class ExecutorCorridor implements Corridor {

    private final Executor executor;
    private final Semaphore free;

    /**
     * A corridor.
     *
     * @param mostInFlight how many works may be waiting or running
     */
    public ExecutorCorridor(Executor executor, int mostInFlight) {
        this.executor = executor;
        this.free = new Semaphore(mostInFlight);
    }

    @Override
    public <T> WorkStage<T> run(String place, Supplier<T> work) {
        if (!free.tryAcquire()) {
            return WorkStage.failed(Problems.rejected(place, null));
        }
        WorkStage<T> stage = new WorkStage<>();
        Supplier<T> waiting = Waited.fromNow(work);
        try {
            executor.execute(() -> stage.complete(waiting, free::release));
        } catch (RejectedExecutionException e) {
            free.release();
            return WorkStage.failed(Problems.rejected(place, e));
        }
        return stage;
    }
}
