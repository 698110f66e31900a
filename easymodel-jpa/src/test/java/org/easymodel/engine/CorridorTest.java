package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.ExecutorCorridor;
import org.easymodel.failure.RejectedException;
import org.junit.jupiter.api.Test;

class CorridorTest {

    @Test
    void run_failure_isTheStagesOwn() {
        IllegalStateException failure = new IllegalStateException();
        CompletableFuture<Object> stage = new ExecutorCorridor(Runnable::run, 1)
                .run("Book.find", () -> {
                    throw failure;
                })
                .toCompletableFuture();
        assertThatThrownBy(stage::get).cause().isSameAs(failure);
    }

    @Test
    void run_cancelledBeforeItsTurn_doesNotWork() {
        List<Runnable> queue = new ArrayList<>();
        List<String> done = new ArrayList<>();
        var stage = new ExecutorCorridor(queue::add, 1)
                .run("x", () -> done.add("work"))
                .toCompletableFuture();
        stage.cancel(false);
        queue.forEach(Runnable::run);
        assertThat(done).isEmpty();
    }

    @Test
    void run_beyondTheLimit_failsTheStage() throws Exception {
        try (OwnExecutor executor = new OwnExecutor("unit", 1)) {
            Corridor corridor = new ExecutorCorridor(executor, 2);
            CountDownLatch hold = new CountDownLatch(1);
            var first = corridor.run("Book.find", () -> waiting(hold)).toCompletableFuture();
            var second = corridor.run("Book.find", () -> waiting(hold)).toCompletableFuture();
            var third = corridor.run("Book.find", () -> true).toCompletableFuture();
            assertThatThrownBy(third::get)
                    .cause()
                    .isInstanceOf(RejectedException.class)
                    .hasMessage(
                            "EM-2015 Book.find: the call was not taken on: too many are in flight, or the repositories are closed."
                                    + " Try again later, or raise easymodel.async.max-in-flight.");
            hold.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void execute_afterClose_isRefused() {
        OwnExecutor executor = new OwnExecutor("unit", 1);
        executor.close();
        assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void threads_doNotKeepTheMachineAlive() throws Exception {
        try (OwnExecutor executor = new OwnExecutor("unit", 1)) {
            assertThat(new ExecutorCorridor(executor, 2)
                            .run("x", () -> Thread.currentThread().isDaemon())
                            .toCompletableFuture()
                            .get())
                    .isTrue();
        }
    }

    private static boolean waiting(CountDownLatch hold) {
        try {
            hold.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
