package org.easymodel.cdi;

import jakarta.enterprise.concurrent.ContextService;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.easymodel.spi.ContextExecutor;

/**
 * The managed executor, for threads that are not the server's too. It gives to each task the surroundings of the thread that
 * hands it over; but a timer, an HTTP client, a thread of an application that is gone have none or wrong ones, and Payara
 * loses a task that comes from the latter without a word. Those tasks get the surroundings of the application.
 */
final class ApplicationExecutor implements ContextExecutor {

    private static final String CONTEXTS = "java:comp/DefaultContextService";
    private static final String NAME = "java:app/AppName";

    private final Executor managed;
    private final ContextService contexts;
    private final Executor home;
    private final Optional<String> application;

    private ApplicationExecutor(Executor managed, ContextService contexts) {
        this.managed = managed;
        this.contexts = contexts;
        this.home = contexts.currentContextExecutor();
        this.application = applicationName();
    }

    /** For the application of the calling thread; the managed executor itself where the server has no context service. */
    static Executor of(Executor managed) {
        return Naming.lookup(CONTEXTS, ContextService.class)
                .<Executor>map(contexts -> new ApplicationExecutor(managed, contexts))
                .orElse(managed);
    }

    private static Optional<String> applicationName() {
        return Naming.lookup(NAME, String.class);
    }

    /**
     * Asked for each task: only the names that the server has bound for the thread at this moment tell of which application it is.
     * A thread is used by several, one that an HTTP client has made has the application's class loader and none of its names, and
     * an application that is gone keeps its loader.
     */
    private boolean isAtHome() {
        return applicationName().equals(application);
    }

    @Override
    public void execute(Runnable task) {
        if (isAtHome()) {
            managed.execute(task);
        } else {
            handOver(home, task);
        }
    }

    @Override
    public Executor ofCaller() {
        Executor surroundings = isAtHome() ? contexts.currentContextExecutor() : home;
        return task -> handOver(surroundings, task);
    }

    /** A server may wrap what is thrown in between, and a refusal must be seen as one. */
    private void handOver(Executor surroundings, Runnable task) {
        RejectedExecutionException[] refusal = new RejectedExecutionException[1];
        surroundings.execute(() -> {
            try {
                managed.execute(task);
            } catch (RejectedExecutionException e) {
                refusal[0] = e;
            }
        });
        if (refusal[0] != null) {
            throw refusal[0];
        }
    }
}
