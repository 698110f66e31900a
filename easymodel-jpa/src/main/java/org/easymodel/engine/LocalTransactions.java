package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.time.Duration;
import java.util.function.Function;
import org.easymodel.spi.OpenTransaction;
import org.easymodel.spi.Transactions;

/** Transactions of entity managers themselves. */
record LocalTransactions(EntityManagerFactory factory) implements Transactions {

    @Override
    public OpenTransaction begin(Duration timeout) {
        EntityManager entityManager = factory.createEntityManager();
        try {
            entityManager.getTransaction().begin();
            entityManager.unwrap(Connection.class);
            return new Local(entityManager);
        } catch (RuntimeException | Error e) {
            entityManager.close();
            throw e;
        }
    }

    /** From the first statement on everything, reading too, goes over the one connection. */
    private record Local(EntityManager entityManager) implements OpenTransaction {

        @Override
        public <R> R call(Function<EntityManager, R> work) {
            return LocalUnitOfWork.inside(() -> work.apply(entityManager));
        }

        @Override
        public void markForRollback() {
            // Who ends it knows.
        }

        @Override
        public void commit() {
            try {
                entityManager.getTransaction().commit();
            } finally {
                rollback();
            }
        }

        @Override
        public void rollback() {
            if (entityManager.isOpen()) {
                try {
                    if (entityManager.getTransaction().isActive()) {
                        entityManager.getTransaction().rollback();
                    }
                } finally {
                    entityManager.close();
                }
            }
        }
    }
}
