package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.ConnectionWork;

/** A transaction in the caller's thread. */
record ThreadTransaction(String place, InTransaction inside, ThreadTransactions origin)
        implements BlockingTransaction, BlockingTransactionOpener {

    @Override
    public <T> BlockingRepository<T> repository(Class<T> entity) {
        return origin.repositories().inside(entity, this);
    }

    @Override
    public Duration timeout() {
        return origin.timeout();
    }

    @Override
    public <R> R transaction(
            String innerPlace, Duration longest, Function<? super BlockingTransaction, ? extends R> work) {
        return work.apply(this);
    }

    @Override
    public <R> R entityManager(Function<? super EntityManager, ? extends R> work) {
        return inside.entityManager(work);
    }

    @Override
    public <R> R connection(ConnectionWork<R> work) {
        return inside.connection(work);
    }

    @Override
    public List<Map<String, Object>> sql(String text, Map<String, ?> parameters) {
        return inside.rows(text, parameters);
    }

    @Override
    public <R extends Record> List<R> sql(Class<R> type, String text, Map<String, ?> parameters) {
        return inside.rows(type, text, parameters);
    }

    @Override
    public Long execute(String text, Map<String, ?> parameters) {
        return inside.execute(text, parameters);
    }

    @Override
    public <R> R nested(Function<? super BlockingTransaction, ? extends R> work) {
        Savepoint savepoint = inside.savepoint();
        R result;
        try {
            result = work.apply(this);
        } catch (RuntimeException | Error e) {
            inside.rollbackTo(savepoint);
            throw e;
        }
        inside.release(savepoint);
        return result;
    }

    @Override
    public <R> R requiresNew(Function<? super BlockingTransaction, ? extends R> work) {
        return origin.another(place, work);
    }

    @Override
    public void setRollbackOnly() {
        inside.setRollbackOnly();
    }
}
