package org.easymodel.spi;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.easymodel.observe.Operation;

/**
 * What an engine is opened with. Immutable.
 *
 * @param factory the unit
 * @param blocking the unit of work of the blocking view; empty for transactions of the entity manager itself
 * @param async the unit of work of the asynchronous view; empty for transactions of the entity manager itself
 * @param transactions transactions that several threads work in; empty for those of entity managers themselves
 * @param executor where the asynchronous view runs; empty for an executor that the engine owns and closes
 * @param observers get every operation when it has ended
 */
public record UnitSetup(
        EntityManagerFactory factory,
        Optional<UnitOfWork> blocking,
        Optional<UnitOfWork> async,
        Optional<Transactions> transactions,
        Optional<Executor> executor,
        List<Consumer<? super Operation>> observers) {

    public UnitSetup {
        Objects.requireNonNull(factory, "factory");
        Objects.requireNonNull(blocking, "blocking");
        Objects.requireNonNull(async, "async");
        Objects.requireNonNull(transactions, "transactions");
        Objects.requireNonNull(executor, "executor");
        observers = List.copyOf(observers);
    }

    /** A unit in Java SE, with transactions of its own entity managers. */
    public static UnitSetup of(EntityManagerFactory factory, List<Consumer<? super Operation>> observers) {
        return new UnitSetup(
                factory, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), observers);
    }

    /** As {@link #of(EntityManagerFactory, List)}, where nobody observes. */
    public static UnitSetup of(EntityManagerFactory factory) {
        return of(factory, List.of());
    }
}
