package org.easymodel.spi;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * A transaction with one entity manager, whose work may come from any thread, but from one at a time; the caller sees to
 * that. Only {@link #markForRollback} may come while work is running.
 */
public interface OpenTransaction {

    /**
     * Runs work in the transaction, which the thread has only during the call.
     *
     * @param work receives the entity manager, always the same one
     * @throws RuntimeException what the work throws, not translated; if the transaction is no longer active
     */
    <R> R call(Function<EntityManager, R> work);

    /** From now on the transaction can only be rolled back. */
    void markForRollback();

    /**
     * Makes everything last and closes the entity manager.
     *
     * @throws RuntimeException if it was not committed; it is rolled back then
     */
    void commit();

    /** Takes everything back and closes the entity manager. Does nothing if the transaction has ended. */
    void rollback();
}
