package org.easymodel.cdi;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The managed executor of a server: one thread. Only running is implemented. */
final class ServerThreads extends AbstractExecutorService implements ManagedExecutorService {

    static final String NAME = "managed";

    private final ExecutorService threads = Executors.newSingleThreadExecutor(work -> new Thread(work, NAME));

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }

    @Override
    public <U> CompletableFuture<U> completedFuture(U value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> CompletionStage<U> completedStage(U value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<T> copy(CompletableFuture<T> stage) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletionStage<T> copy(CompletionStage<T> stage) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> CompletableFuture<U> failedFuture(Throwable failure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> CompletionStage<U> failedStage(Throwable failure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ContextService getContextService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> runAsync(Runnable work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <U> CompletableFuture<U> supplyAsync(Supplier<U> work) {
        throw new UnsupportedOperationException();
    }
}
