package org.easymodel.engine;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.EasyTransaction;
import org.easymodel.engine.concurrent.Slots;
import org.easymodel.spi.OpenTransaction;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.Transactions;

/**
 * Opens asynchronous transactions of one unit. Safe for any number of threads.
 *
 * @param timeout how long one may last unless a call says otherwise
 */
record AsyncTransactions(
        PersistentUnit unit,
        Transactions source,
        Executor executor,
        Slots slots,
        Duration timeout,
        Failures failures,
        Repositories repositories,
        ThreadTransactions threadTransactions)
        implements TransactionOpener {

    @Override
    public <R> CompletionStage<R> transaction(
            String place, Duration longest, Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        return new TransactionCourse<R>(place, longest, this).run(work);
    }

    OpenTransaction open(String place, Duration remaining) {
        try {
            return source.begin(remaining);
        } catch (RuntimeException e) {
            throw failures.translate(place, e);
        }
    }

    /** Bounds the statements of work by a deadline. */
    <R> R within(long deadline, Supplier<R> work) {
        return unit.within(deadline, work);
    }
}
