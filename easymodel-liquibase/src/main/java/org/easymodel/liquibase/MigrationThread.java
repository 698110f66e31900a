package org.easymodel.liquibase;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A thread of its own for each migration, which ends with the work: nothing of the caller comes in, no transaction of a
 * server and no thread local, and nothing stays behind.
 */
final class MigrationThread {

    private MigrationThread() {}

    /** The result of the work; its runtime exceptions come out as they are. */
    static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        return await(task, start(task));
    }

    static Thread start(Runnable work) {
        Thread thread = new Thread(null, work, "easymodel-migration", 0, false);
        thread.setContextClassLoader(MigrationThread.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Half a migration is worse than a late interrupt: the caller stays until the thread is gone. */
    private static <T> T await(FutureTask<T> task, Thread thread) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    thread.join();
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failure) {
                        throw failure;
                    }
                    if (e.getCause() instanceof Error failure) {
                        throw failure;
                    }
                    throw Problems.unexpected(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
