package org.easymodel.engine.concurrent;

import java.time.Duration;
import java.util.function.Supplier;

/** How long the work of this thread had waited for a thread when it began. */
public final class Waited {

    private static final ThreadLocal<Long> NANOS = new ThreadLocal<>();

    private Waited() {}

    /** The waiting time, told once: to the first who asks in a work; zero to all others. */
    public static Duration told() {
        Long nanos = NANOS.get();
        NANOS.remove();
        return nanos == null ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    /** Work that knows how long it waited from now on. */
    static <T> Supplier<T> fromNow(Supplier<T> work) {
        long asked = System.nanoTime();
        return () -> {
            NANOS.set(System.nanoTime() - asked);
            try {
                return work.get();
            } finally {
                NANOS.remove();
            }
        };
    }
}
