package org.easymodel.engine.concurrent;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How many transactions may be open at once. Who finds none free waits its turn, without a thread, and not for ever. Safe
 * for any number of threads.
 */
public final class Slots {

    private final int most;
    private final Deque<WorkStage<Slot>> waiting = new ArrayDeque<>();
    private int taken;

    /**
     * So many slots.
     *
     * @param most at least 1
     */
    public Slots(int most) {
        this.most = most;
    }

    /** One taken slot; giving it back twice is giving it back once. */
    public final class Slot {

        private boolean free;

        /** Gives the slot to the next who waits. */
        public void free() {
            synchronized (Slots.this) {
                if (free) {
                    return;
                }
                free = true;
            }
            handOn();
        }
    }

    /** Whether a slot is taken. */
    public synchronized boolean anyTaken() {
        return taken > 0;
    }

    /**
     * Takes a slot.
     *
     * @param place what a refusal names
     * @param longest how long to wait for one
     * @return a stage that fails with a {@link org.easymodel.failure.RejectedException} when that time is over
     */
    public WorkStage<Slot> take(String place, Duration longest) {
        WorkStage<Slot> stage = new WorkStage<>();
        boolean free;
        synchronized (this) {
            free = taken < most;
            if (free) {
                taken++;
            } else {
                waiting.add(stage);
            }
        }
        if (free) {
            stage.complete(new Slot());
            return stage;
        }
        WorkStage<Slot> slot = new WorkStage<>();
        stage.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
        stage.whenComplete((taken, failure) -> {
            if (failure == null) {
                if (!slot.complete(taken)) {
                    taken.free();
                }
                return;
            }
            forget(stage);
            slot.completeExceptionally(failure instanceof TimeoutException ? Problems.noSlot(place, most) : failure);
        });
        return slot;
    }

    private synchronized void forget(WorkStage<Slot> stage) {
        waiting.remove(stage);
    }

    private void handOn() {
        while (true) {
            WorkStage<Slot> next;
            synchronized (this) {
                next = waiting.poll();
                if (next == null) {
                    taken--;
                    return;
                }
            }
            if (next.complete(new Slot())) {
                return;
            }
        }
    }
}
