package org.easymodel.spi;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * One transaction with one {@link EntityManager}: the single door to the database. Safe for any number of threads; the
 * work runs in the caller's.
 */
public interface UnitOfWork {

    /**
     * Runs work in a transaction, commits if it returns and rolls back if it throws.
     *
     * @param work receives the entity manager, which is valid only inside the call
     * @return what the work returns
     * @throws RuntimeException what the work, the flush or the commit throws, not translated
     */
    <R> R call(Function<EntityManager, R> work);

    /**
     * Whether a call now would run in a transaction that was begun elsewhere, so that it cannot be repeated after a failure.
     */
    default boolean joins() {
        return false;
    }

    /**
     * Told of a failure of {@link #call} under the name that callers see.
     *
     * @param thrown what the call threw
     * @param failure what callers see
     */
    default void failed(RuntimeException thrown, RuntimeException failure) {}
}
