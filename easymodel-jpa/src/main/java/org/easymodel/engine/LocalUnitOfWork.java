package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Function;
import org.easymodel.spi.UnitOfWork;

/** Units of work with a new entity manager and its own transaction each. */
record LocalUnitOfWork(EntityManagerFactory factory) implements UnitOfWork {

    @Override
    public <R> R call(Function<EntityManager, R> work) {
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
