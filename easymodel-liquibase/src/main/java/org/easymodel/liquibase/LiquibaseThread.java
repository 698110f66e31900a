package org.easymodel.liquibase;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.Scope;
import liquibase.resource.ResourceAccessor;

/**
 * The only place where Liquibase runs: a thread of its own that ends with the work. Liquibase keeps its state in
 * inheritable thread locals, so nothing of it comes in from the caller and nothing stays behind; and it finds its parts
 * through the class loader of this library, whatever the caller's is. It asks nobody, prints nothing and calls no one.
 */
final class LiquibaseThread {

    private LiquibaseThread() {}

    /** The result of the work; its runtime exceptions come out as they are. */
    static <T> T call(ResourceAccessor resources, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(() -> inScope(resources, work));
        Thread thread = new Thread(null, task, "easymodel-migration", 0, false);
        thread.setContextClassLoader(LiquibaseThread.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
        return await(task, thread);
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

    private static <T> T inScope(ResourceAccessor resources, Callable<T> work) throws Exception {
        Map<String, Object> values = Map.of(
                Scope.Attr.resourceAccessor.name(),
                resources,
                Scope.Attr.classLoader.name(),
                LiquibaseThread.class.getClassLoader(),
                Scope.Attr.ui.name(),
                new SilentUi(),
                Scope.Attr.serviceLocator.name(),
                new PatientServiceLocator(),
                Scope.Attr.logService.name(),
                new WarningLog(),
                "liquibase.analytics.enabled",
                "false");
        return Scope.child(values, work::call);
    }
}
