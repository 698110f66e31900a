package org.easymodel.cdi;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Function;
import org.easymodel.spi.UnitOfWork;

/** A JTA transaction of its own around every call; the thread must have none. */
final class OwnJtaUnitOfWork implements UnitOfWork {

    private final EntityManagerFactory factory;

    OwnJtaUnitOfWork(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        UserTransaction transaction = JtaTransactions.user();
        begin(transaction);
        boolean committing = false;
        try (EntityManager entityManager = factory.createEntityManager(JtaTransactions.JOINED)) {
            entityManager.joinTransaction();
            R result = work.apply(entityManager);
            committing = true;
            commit(transaction);
            return result;
        } finally {
            if (!committing) {
                rollback(transaction);
            }
        }
    }

    private static void begin(UserTransaction transaction) {
        try {
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new PersistenceException("A transaction cannot be begun", e);
        }
    }

    private static void commit(UserTransaction transaction) {
        try {
            transaction.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new PersistenceException("The transaction was not committed", e);
        }
    }

    /** The failure of the work is what the caller learns; a failing rollback is the transaction manager's to log. */
    private static void rollback(UserTransaction transaction) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException | SecurityException e) {
            System.getLogger("org.easymodel.cdi")
                    .log(System.Logger.Level.WARNING, "A failed transaction could not be rolled back", e);
        }
    }
}
