package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.easymodel.Retry;
import org.easymodel.engine.concurrent.Waited;
import org.easymodel.engine.concurrent.WorkStage;
import org.easymodel.engine.operations.Operations;
import org.easymodel.engine.operations.RunningOperation;
import org.easymodel.failure.EasyModelException;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.UnitOfWork;

/**
 * Units of work whose failures are ours, repeated where that may help, and watched. What nobody waits for any more is not
 * committed.
 */
record Work(PersistentUnit unit, UnitOfWork unitOfWork, Failures failures, Retry retry, Operations operations) {

    Work with(Retry other) {
        return new Work(unit, unitOfWork, failures, other, operations);
    }

    boolean joins() {
        return unitOfWork.joins();
    }

    /** Runs the action in a transaction; it may run several times, each in one of its own. */
    <R> R call(String place, Function<EntityManager, R> action) {
        RunningOperation running = operations.start(place).after(Waited.told());
        try {
            R result = unit.telling(new Heard(running), () -> repeat(place, action, running));
            running.returned(result);
            return result;
        } catch (EasyModelException failure) {
            running.failed(failure);
            throw failure;
        }
    }

    private <R> R repeat(String place, Function<EntityManager, R> action, RunningOperation running) {
        int repeated = 0;
        while (true) {
            boolean own = !unitOfWork.joins();
            running.attempt();
            try {
                return unitOfWork.call(entityManager -> {
                    R result = unit.telling(new Heard(running), () -> action.apply(entityManager));
                    WorkStage.requireWanted();
                    return result;
                });
            } catch (RuntimeException e) {
                EasyModelException failure = failures.translate(place, e);
                unitOfWork.failed(e, failure);
                if (!own || repeated == retry.times() || !failure.isRetryable() || !pause(repeated)) {
                    throw failure;
                }
                repeated++;
            }
        }
    }

    /** Waits before the next attempt; whether nobody interrupted that. */
    private boolean pause(int repeated) {
        Duration first = retry.firstPause();
        Duration grown = first.multipliedBy(1L << Math.min(repeated, 20));
        Duration pause = grown.compareTo(retry.longestPause()) < 0 ? grown : retry.longestPause();
        long longest = pause.toNanos();
        long nanos = longest <= 1 ? longest : ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !Thread.currentThread().isInterrupted(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
        return !Thread.currentThread().isInterrupted();
    }
}
