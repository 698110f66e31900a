package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.easymodel.spi.OpenTransaction;

/** A transaction that the thread has already, and that somebody else ends. */
record BoundTransaction(EntityManager entityManager) implements OpenTransaction {

    @Override
    public <R> R call(Function<EntityManager, R> work) {
        return work.apply(entityManager);
    }

    @Override
    public void markForRollback() {
        // Who ends it asks what was harmed.
    }

    @Override
    public void commit() {
        // Somebody else does.
    }

    @Override
    public void rollback() {
        // Somebody else does.
    }
}
