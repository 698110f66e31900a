package org.easymodel.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The executor that the engine owns in Java SE: virtual threads where the virtual machine has them, else a pool of daemon
 * threads.
 */
final class OwnExecutor implements Executor, AutoCloseable {

    private static final int LONGEST_WAIT_SECONDS = 60;

    private final ExecutorService threads;

    OwnExecutor(String unit, int threadCount) {
        this.threads = virtualThreads().orElseGet(() -> pool(unit, threadCount));
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** The class library that this is compiled against has no virtual threads. */
    private static Optional<ExecutorService> virtualThreads() {
        if (Runtime.version().feature() < 21) {
            return Optional.empty();
        }
        try {
            MethodHandle factory = MethodHandles.publicLookup()
                    .findStatic(
                            java.util.concurrent.Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return Optional.of((ExecutorService) factory.invoke());
        } catch (Throwable missing) {
            return Optional.empty();
        }
    }

    private static ExecutorService pool(String unit, int threadCount) {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threadCount, threadCount, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "easymodel-" + unit + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Takes no more work, and waits for what is running, but not for ever. */
    void finish() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
