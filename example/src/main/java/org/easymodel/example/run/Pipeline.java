package org.easymodel.example.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.easymodel.example.data.CsvRow;

/** Starts an asynchronous call for each row, a few at a time, and waits for all; shows how far it is. */
final class Pipeline {

    private static final int IN_FLIGHT = 8;

    private final Terminal terminal;

    Pipeline(Terminal terminal) {
        this.terminal = terminal;
    }

    void run(String what, List<CsvRow> rows, Function<CsvRow, CompletionStage<?>> call) {
        run(what, rows, row -> call.apply(row).thenApply(Object.class::cast), (row, result) -> {});
    }

    /** Calls {@code take} with each row and its result, in the order of the rows, when all are done. */
    <R> void run(
            String what, List<CsvRow> rows, Function<CsvRow, CompletionStage<R>> call, BiConsumer<CsvRow, R> take) {
        Semaphore places = new Semaphore(IN_FLIGHT);
        AtomicLong done = new AtomicLong();
        List<CompletableFuture<R>> results = new ArrayList<>(rows.size());
        for (CsvRow row : rows) {
            places.acquireUninterruptibly();
            results.add(call.apply(row)
                    .whenComplete((result, failure) -> {
                        places.release();
                        terminal.progress(what, done.incrementAndGet(), rows.size());
                    })
                    .toCompletableFuture());
        }
        for (int i = 0; i < rows.size(); i++) {
            take.accept(rows.get(i), results.get(i).join());
        }
    }
}
