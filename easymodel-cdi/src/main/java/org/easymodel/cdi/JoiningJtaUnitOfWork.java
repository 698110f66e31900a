package org.easymodel.cdi;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RowCountException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.spi.UnitOfWork;

/**
 * Joins the JTA transaction of the caller; without one it opens its own. A failure that may have left something half done
 * marks the caller's transaction for rollback.
 */
final class JoiningJtaUnitOfWork implements UnitOfWork {

    private final EntityManagerFactory factory;
    private final UnitOfWork own;

    JoiningJtaUnitOfWork(EntityManagerFactory factory, UnitOfWork own) {
        this.factory = factory;
        this.own = own;
    }

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        if (!JtaTransactions.isActive()) {
            return own.call(work);
        }
        try (EntityManager entityManager = factory.createEntityManager(JtaTransactions.JOINED)) {
            entityManager.joinTransaction();
            R result = work.apply(entityManager);
            entityManager.flush();
            return result;
        } catch (InvalidRequestException | RowNotFoundException | RowCountException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            markForRollback(e);
            throw e;
        }
    }

    @Override
    public boolean joins() {
        return JtaTransactions.isActive();
    }

    private static void markForRollback(Throwable failure) {
        try {
            JtaTransactions.registry().ifPresent(registry -> registry.setRollbackOnly());
        } catch (IllegalStateException e) {
            failure.addSuppressed(e);
        }
    }
}
