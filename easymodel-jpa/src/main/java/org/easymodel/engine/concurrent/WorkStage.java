package org.easymodel.engine.concurrent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A stage of ours. Who cancels a stage that depends on it, or lets it run into a time limit of its own, cancels the work
 * too, when no other dependent is left that wants it.
 */
public final class WorkStage<T> extends CompletableFuture<T> {

    private static final ThreadLocal<WorkStage<?>> RUNNING = new ThreadLocal<>();

    private final @Nullable WorkStage<?> source;
    private final AtomicInteger dependents = new AtomicInteger();
    private volatile @Nullable CompletableFuture<?> inner;

    /** A stage that work will complete. */
    public WorkStage() {
        this(null);
    }

    private WorkStage(@Nullable WorkStage<?> source) {
        this.source = source;
    }

    /** A stage that has failed. */
    static <T> WorkStage<T> failed(Throwable failure) {
        WorkStage<T> stage = new WorkStage<>();
        stage.completeExceptionally(failure);
        return stage;
    }

    /**
     * Waits for the value.
     *
     * @throws RuntimeException what the work has failed with
     */
    public T result() {
        try {
            return join();
        } catch (CompletionException e) {
            throw cause(e) instanceof RuntimeException failure ? failure : e;
        }
    }

    /** What a stage has failed with, without what the stages after it put around that. */
    public static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /**
     * Called by work before it makes its effects last.
     *
     * @throws CancellationException if nobody wants the result of the work that this thread runs any more
     */
    public static void requireWanted() {
        WorkStage<?> running = RUNNING.get();
        if (running != null && running.isDone()) {
            throw new CancellationException("Nobody waits for this any more");
        }
    }

    /** Runs work unless the stage is done already, and completes it. Whatever is thrown reaches the stage. */
    void complete(Supplier<T> work, Runnable beforeCompletion) {
        if (isDone()) {
            beforeCompletion.run();
            return;
        }
        WorkStage<?> outer = RUNNING.get();
        T value = null;
        Throwable failure = null;
        RUNNING.set(this);
        try {
            value = work.get();
        } catch (Throwable thrown) {
            failure = thrown;
        } finally {
            if (outer == null) {
                RUNNING.remove();
            } else {
                RUNNING.set(outer);
            }
            beforeCompletion.run();
        }
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(failure);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        dependents.incrementAndGet();
        return new WorkStage<>(this);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            abandon();
        }
        return cancelled;
    }

    /** Completes the stage from outside: a time limit of the caller's, for one. */
    @Override
    public boolean completeExceptionally(Throwable failure) {
        boolean completed = super.completeExceptionally(failure);
        if (completed) {
            abandon();
        }
        return completed;
    }

    /** Runs something when the stage is done, however that came; does not count as wanting the result. */
    public void whenDone(Runnable action) {
        super.whenComplete((value, failure) -> action.run());
        dependents.decrementAndGet();
    }

    @Override
    public CompletableFuture<T> orTimeout(long timeout, TimeUnit unit) {
        return uncounted(super.orTimeout(timeout, unit));
    }

    @Override
    public CompletableFuture<T> completeOnTimeout(T value, long timeout, TimeUnit unit) {
        return uncounted(super.completeOnTimeout(value, timeout, unit));
    }

    /** A clock hangs on a stage like a dependent, as long as it was not done. */
    private CompletableFuture<T> uncounted(CompletableFuture<T> same) {
        dependents.updateAndGet(count -> Math.max(0, count - 1));
        return same;
    }

    private void abandon() {
        if (source != null && source.dependents.decrementAndGet() == 0) {
            source.cancel(false);
        }
        CompletableFuture<?> running = inner;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public <U> CompletableFuture<U> thenCompose(Function<? super T, ? extends CompletionStage<U>> next) {
        Composition<T, U> composition = new Composition<>(next);
        return composition.of(super.thenCompose(composition));
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(Function<? super T, ? extends CompletionStage<U>> next) {
        Composition<T, U> composition = new Composition<>(next);
        return composition.of(super.thenComposeAsync(composition));
    }

    @Override
    public <U> CompletableFuture<U> thenComposeAsync(
            Function<? super T, ? extends CompletionStage<U>> next, Executor executor) {
        Composition<T, U> composition = new Composition<>(next);
        return composition.of(super.thenComposeAsync(composition, executor));
    }

    /** Remembers the stage that a function gave, so that cancelling the whole reaches it. */
    private static final class Composition<T, U> implements Function<T, CompletionStage<U>> {

        private final Function<? super T, ? extends CompletionStage<U>> next;
        private @Nullable CompletableFuture<?> given;
        private @Nullable WorkStage<?> whole;

        Composition(Function<? super T, ? extends CompletionStage<U>> next) {
            this.next = next;
        }

        @Override
        public CompletionStage<U> apply(T value) {
            CompletionStage<U> stage = next.apply(value);
            if (stage instanceof CompletableFuture<?> future) {
                connect(future, null);
            }
            return stage;
        }

        CompletableFuture<U> of(CompletableFuture<U> stage) {
            connect(null, (WorkStage<?>) stage);
            return stage;
        }

        private synchronized void connect(@Nullable CompletableFuture<?> future, @Nullable WorkStage<?> stage) {
            given = future == null ? given : future;
            whole = stage == null ? whole : stage;
            if (given != null && whole != null) {
                whole.inner = given;
                if (whole.isCancelled()) {
                    given.cancel(false);
                }
            }
        }
    }
}
