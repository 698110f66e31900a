package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.BlockingTransaction;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.Slots;
import org.easymodel.failure.RolledBackException;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.UnitOfWork;

/**
 * Transactions in the caller's thread. Safe for any number of threads.
 *
 * @param joining the unit of work that joins the caller's transaction where there is one
 * @param own one that opens its own, on a thread that has none
 * @param elsewhere where work goes that must not see the caller's transaction
 * @param slots how many transactions may be open at once, so that connections are left for what they need besides, such as
 *     keys from a sequence
 */
record ThreadTransactions(
        PersistentUnit unit,
        UnitOfWork joining,
        UnitOfWork own,
        Corridor elsewhere,
        Slots slots,
        Duration timeout,
        Failures failures,
        Repositories repositories)
        implements BlockingTransactionOpener {

    @Override
    public <R> R transaction(String place, Duration longest, Function<? super BlockingTransaction, ? extends R> work) {
        return in(joining, place, longest, work);
    }

    /** Runs work in a transaction of its own, whatever the thread has. */
    <R> R another(String place, Function<? super BlockingTransaction, ? extends R> work) {
        if (joining == own) {
            return in(own, place, timeout, work);
        }
        return elsewhere.run(place, () -> this.<R>in(own, place, timeout, work)).result();
    }

    private <R> R in(
            UnitOfWork unitOfWork,
            String place,
            Duration longest,
            Function<? super BlockingTransaction, ? extends R> work) {
        long deadline = System.nanoTime() + longest.toNanos();
        Optional<Slots.Slot> slot = unitOfWork.joins()
                ? Optional.empty()
                : Optional.of(slots.take(place, longest).result());
        try {
            return unit.within(
                    deadline,
                    () -> unitOfWork.call(entityManager -> {
                        R result = run(entityManager, place, work);
                        if (System.nanoTime() - deadline > 0) {
                            throw TransactionProblems.tooLate(place, longest);
                        }
                        return result;
                    }));
        } catch (OfApplication e) {
            throw e.failure;
        } catch (RuntimeException e) {
            throw failures.translate(place, e);
        } finally {
            slot.ifPresent(Slots.Slot::free);
        }
    }

    private <R> R run(
            EntityManager entityManager, String place, Function<? super BlockingTransaction, ? extends R> work) {
        InTransaction inside = new InTransaction(place, new BoundTransaction(entityManager), failures, unit);
        R result;
        try {
            result = work.apply(new ThreadTransaction(place, inside, this));
        } catch (RuntimeException e) {
            throw new OfApplication(e);
        }
        Throwable harm = inside.harm();
        if (harm != null) {
            throw harm instanceof RolledBackException requested
                    ? requested
                    : TransactionProblems.rolledBack(place, harm);
        }
        return result;
    }

    /** Carries what the application threw past those who would translate it. */
    private static final class OfApplication extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final RuntimeException failure;

        OfApplication(RuntimeException failure) {
            super(null, failure, false, false);
            this.failure = failure;
        }
    }
}
