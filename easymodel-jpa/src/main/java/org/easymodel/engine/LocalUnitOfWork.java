package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.spi.UnitOfWork;

/** Units of work with a new entity manager and its own transaction each. */
record LocalUnitOfWork(EntityManagerFactory factory) implements UnitOfWork {

    private static final ThreadLocal<Boolean> OPEN = new ThreadLocal<>();

    /** Whether this thread is inside of a transaction that an entity manager has begun for us. */
    static boolean isOpenHere() {
        return OPEN.get() != null;
    }

    /** Runs what belongs to a transaction. */
    static <R> R inside(Supplier<R> work) {
        if (isOpenHere()) {
            return work.get();
        }
        OPEN.set(true);
        try {
            return work.get();
        } finally {
            OPEN.remove();
        }
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return inside(() -> inTransaction(work));
    }

    private <R> R inTransaction(Function<EntityManager, R> work) {
        EntityManager entityManager = factory.createEntityManager();
        try {
            EntityTransaction transaction = entityManager.getTransaction();
            transaction.begin();
            try {
                R result = work.apply(entityManager);
                transaction.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                rollback(transaction, failure);
                throw failure;
            }
        } finally {
            entityManager.close();
        }
    }

    private static void rollback(EntityTransaction transaction, Throwable failure) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
