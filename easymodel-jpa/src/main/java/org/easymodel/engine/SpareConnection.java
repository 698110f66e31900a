package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.easymodel.engine.concurrent.Slots;
import org.easymodel.spi.UnitOfWork;

/**
 * Work beside transactions in a pool of one connection: while a transaction has it, such work would wait for its end, and
 * the end may well wait for the work.
 */
record SpareConnection(UnitOfWork work, Slots slots) implements UnitOfWork {

    @Override
    public <R> R call(Function<EntityManager, R> action) {
        if (slots.anyTaken()) {
            throw TransactionProblems.noSecondConnection("repository");
        }
        return work.call(action);
    }

    @Override
    public boolean joins() {
        return work.joins();
    }
}
