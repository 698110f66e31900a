package org.easymodel.cdi;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.spi.OpenTransaction;
import org.easymodel.spi.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * JTA transactions that no thread holds: each piece of work resumes the transaction, and suspends it again whatever happens.
 */
final class JtaMailboxes implements Transactions {

    /** Where the servers keep their transaction manager. */
    private static final List<String> MANAGERS = List.of(
            "java:jboss/TransactionManager",
            "java:appserver/TransactionManager",
            "java:comp/TransactionManager",
            "java:/TransactionManager");

    private final EntityManagerFactory factory;
    private final TransactionManager manager;

    private JtaMailboxes(EntityManagerFactory factory, TransactionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    /** Transactions of the server's manager. */
    static Transactions of(EntityManagerFactory factory) {
        for (String name : MANAGERS) {
            Optional<TransactionManager> manager = Naming.lookup(name, TransactionManager.class);
            if (manager.isPresent()) {
                return new JtaMailboxes(factory, manager.get());
            }
        }
        return timeout -> {
            throw Problems.noTransactionManager(MANAGERS);
        };
    }

    @Override
    public OpenTransaction begin(Duration timeout) {
        try {
            manager.setTransactionTimeout((int) Math.min(Integer.MAX_VALUE, timeout.toSeconds() + 5));
            try {
                manager.begin();
            } finally {
                manager.setTransactionTimeout(0);
            }
            EntityManager entityManager = null;
            try {
                entityManager = factory.createEntityManager(JtaTransactions.JOINED);
                entityManager.joinTransaction();
                return new Suspended(entityManager, manager.suspend());
            } catch (RuntimeException | Error | SystemException e) {
                manager.rollback();
                if (entityManager != null) {
                    entityManager.close();
                }
                throw e;
            }
        } catch (NotSupportedException | SystemException e) {
            throw new PersistenceException("A transaction cannot be begun", e);
        }
    }

    /** A transaction between two turns. */
    private final class Suspended implements OpenTransaction {

        private final EntityManager entityManager;
        private final Transaction transaction;
        private boolean ended;

        Suspended(EntityManager entityManager, Transaction transaction) {
            this.entityManager = entityManager;
            this.transaction = transaction;
        }

        @Override
        public <R> R call(Function<EntityManager, R> work) {
            resume();
            try {
                if (manager.getStatus() != Status.STATUS_ACTIVE) {
                    throw new PersistenceException("The transaction manager has marked the transaction for rollback");
                }
                return work.apply(entityManager);
            } catch (SystemException e) {
                throw new PersistenceException("The transaction cannot be used", e);
            } finally {
                suspend();
            }
        }

        private void resume() {
            try {
                manager.resume(transaction);
            } catch (InvalidTransactionException | SystemException e) {
                throw new PersistenceException("The transaction cannot be resumed", e);
            }
        }

        private void suspend() {
            try {
                manager.suspend();
            } catch (SystemException e) {
                throw new PersistenceException("The transaction cannot be suspended", e);
            }
        }

        @Override
        public void markForRollback() {
            try {
                transaction.setRollbackOnly();
            } catch (IllegalStateException | SystemException e) {
                // It has ended.
                return;
            }
        }

        @Override
        public void commit() {
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean commit) {
            if (ended) {
                return;
            }
            ended = true;
            boolean resumed = false;
            try {
                resume();
                resumed = true;
                if (commit) {
                    manager.commit();
                } else {
                    manager.rollback();
                }
                resumed = false;
            } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
                throw new PersistenceException(
                        commit ? "The transaction was not committed" : "The transaction was not rolled back", e);
            } finally {
                if (resumed) {
                    leave();
                }
                entityManager.close();
            }
        }

        /** A thread must not keep a transaction whose end has failed. */
        private @Nullable Transaction leave() {
            try {
                return manager.suspend();
            } catch (SystemException e) {
                return null;
            }
        }
    }
}
