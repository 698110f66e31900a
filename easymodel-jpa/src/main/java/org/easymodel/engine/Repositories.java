package org.easymodel.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.EasyRepository;
import org.easymodel.Retry;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.ExecutorCorridor;
import org.easymodel.engine.operations.Operations;
import org.easymodel.relate.EntityDescription;
import org.easymodel.spi.UnitOfWork;

/**
 * Makes the repositories of one unit: those of the unit itself, always the same, and those inside of a transaction. Safe for
 * any number of threads.
 */
final class Repositories {

    static final Corridor HERE = new ExecutorCorridor(Runnable::run, Integer.MAX_VALUE);

    private final Model model;
    private final Reading reading;
    private final FetchPlan fetch;
    private final Failures failures;
    private final Retry retry;
    private final Operations operations;
    private final Map<String, AsyncRepository<?>> known = new ConcurrentHashMap<>();
    private TransactionOpener transactions;

    Repositories(
            Model model, FetchPlan fetch, Failures failures, Retry retry, CursorTokens tokens, Operations operations) {
        this.model = model;
        this.reading = new Reading(model, tokens);
        this.fetch = fetch;
        this.failures = failures;
        this.retry = retry;
        this.operations = operations;
    }

    /** Where transactions of the unit come from; they need the repositories, and these need them. */
    void openBy(TransactionOpener opener) {
        transactions = opener;
    }

    private EntityDescription entity(Class<?> type) {
        return model.description().entity(type).orElseThrow(() -> Problems.noEntity(type, model));
    }

    /** The repository of the unit itself. */
    AsyncRepository<?> outside(
            Class<?> type,
            UnitOfWork blocking,
            UnitOfWork async,
            Corridor corridor,
            BlockingTransactionOpener threadTransactions) {
        EntityDescription entity = entity(type);
        return known.computeIfAbsent(
                entity.name(), name -> views(entity, blocking, async, corridor, threadTransactions, transactions));
    }

    private <E> AsyncRepository<E> views(
            EntityDescription entity,
            UnitOfWork blocking,
            UnitOfWork async,
            Corridor corridor,
            BlockingTransactionOpener blockingTransactions,
            TransactionOpener asyncTransactions) {
        Pair<E> pair = new Pair<>();
        pair.async = new AsyncRepository<>(
                entity.name(),
                view(entity, async, blockingTransactions, pair),
                view(entity, blocking, blockingTransactions, pair),
                corridor,
                asyncTransactions);
        return pair.async;
    }

    /** Leads from one view to the other. */
    private static final class Pair<E> implements Supplier<EasyRepository<E>> {

        private AsyncRepository<E> async;

        @Override
        public EasyRepository<E> get() {
            return async;
        }
    }

    private <E> BlockingRepository<E> view(
            EntityDescription entity, UnitOfWork work, BlockingTransactionOpener transactions, Pair<E> pair) {
        return new JpaRepository<>(
                new Entities<>(model, entity, new Work(model.unit(), work, failures, retry, operations), fetch),
                reading,
                pair,
                transactions);
    }

    /** The repository whose verbs take turns in a transaction; its blocking view waits for them. */
    <E> EasyRepository<E> inside(Class<E> type, MailboxTransaction transaction) {
        InTransaction inside = transaction.inside();
        UnitOfWork waiting = new UnitOfWork() {
            @Override
            public <R> R call(Function<jakarta.persistence.EntityManager, R> work) {
                return await(transaction, () -> inside.call(work));
            }

            @Override
            public boolean joins() {
                return true;
            }

            @Override
            public void failed(RuntimeException thrown, RuntimeException failure) {
                inside.failed(thrown, failure);
            }
        };
        BlockingTransactionOpener joining = new BlockingTransactionOpener() {
            @Override
            public java.time.Duration timeout() {
                return transaction.timeout();
            }

            @Override
            public <R> R transaction(
                    String place, java.time.Duration longest, Function<? super BlockingTransaction, ? extends R> work) {
                return await(
                        transaction,
                        () -> work.apply(new ThreadTransaction(
                                place, inside, transaction.origin().threadTransactions())));
            }
        };
        return views(entity(type), waiting, inside, transaction, joining, transaction);
    }

    private static <R> R await(MailboxTransaction transaction, Supplier<R> work) {
        return transaction.run(transaction.place(), work).result();
    }

    /** The repository inside of a transaction of the thread; its asynchronous view is done when it returns. */
    <E> BlockingRepository<E> inside(Class<E> type, ThreadTransaction transaction) {
        return this.<E>views(entity(type), transaction.inside(), transaction.inside(), HERE, transaction, transactions)
                .blocking();
    }
}
