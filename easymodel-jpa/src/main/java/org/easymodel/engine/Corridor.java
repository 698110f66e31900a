package org.easymodel.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Runs blocking work on an executor and gives stages that fail with our exceptions themselves. */
record Corridor(Executor executor) {

    <T> CompletionStage<T> run(String place, Supplier<T> work) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        try {
            executor.execute(() -> complete(stage, work));
        } catch (RejectedExecutionException e) {
            stage.completeExceptionally(Problems.rejected(place, e));
        }
        return stage;
    }

    /** Whatever is thrown must reach the caller: nobody else sees this thread. */
    private static <T> void complete(CompletableFuture<T> stage, Supplier<T> work) {
        if (stage.isDone()) {
            return;
        }
        try {
            stage.complete(work.get());
        } catch (Throwable failure) {
            stage.completeExceptionally(failure);
        }
    }
}
