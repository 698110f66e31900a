package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.ConnectionWork;
import org.easymodel.EasyRepository;
import org.easymodel.EasyTransaction;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.Mailbox;
import org.easymodel.engine.concurrent.WorkStage;
import org.jspecify.annotations.Nullable;

/** A transaction whose work takes turns. */
record MailboxTransaction(
        String place, Duration timeout, long deadline, Mailbox mailbox, InTransaction inside, AsyncTransactions origin)
        implements EasyTransaction, TransactionOpener, Corridor {

    @Override
    public <T> EasyRepository<T> repository(Class<T> entity) {
        return origin.repositories().inside(entity, this);
    }

    /** A turn, whose statements the deadline of the transaction bounds. */
    @Override
    public <T> WorkStage<T> run(String workPlace, Supplier<T> work) {
        return mailbox.run(workPlace, () -> origin.within(deadline, work));
    }

    @Override
    public <R> CompletionStage<R> transaction(
            String innerPlace, Duration longest, Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        return work.apply(this);
    }

    @Override
    public <R> CompletionStage<R> entityManager(Function<? super EntityManager, ? extends R> work) {
        return run(place, () -> inside.entityManager(work));
    }

    @Override
    public <R> CompletionStage<R> connection(ConnectionWork<R> work) {
        return run(place, () -> inside.connection(work));
    }

    @Override
    public CompletionStage<List<Map<String, Object>>> sql(String text, Map<String, ?> parameters) {
        Map<String, ?> now = Snapshot.of(parameters);
        return run(place, () -> inside.rows(text, now));
    }

    @Override
    public <R extends Record> CompletionStage<List<R>> sql(Class<R> type, String text, Map<String, ?> parameters) {
        Map<String, ?> now = Snapshot.of(parameters);
        return run(place, () -> inside.rows(type, text, now));
    }

    @Override
    public CompletionStage<Long> execute(String text, Map<String, ?> parameters) {
        Map<String, ?> now = Snapshot.of(parameters);
        return run(place, () -> inside.execute(text, now));
    }

    @Override
    public <R> CompletionStage<R> nested(Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        return run(place, inside::savepoint).thenCompose(savepoint -> {
            WorkStage<R> outcome = new WorkStage<>();
            stage(work)
                    .whenComplete((value, failure) -> close(savepoint, failure).whenComplete((closed, harm) -> {
                        if (failure != null) {
                            outcome.completeExceptionally(WorkStage.cause(failure));
                        } else if (harm != null) {
                            outcome.completeExceptionally(WorkStage.cause(harm));
                        } else {
                            outcome.complete(value);
                        }
                    }));
            return outcome;
        });
    }

    private <R> CompletionStage<R> stage(Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        try {
            CompletionStage<R> stage = work.apply(this);
            if (stage == null) {
                throw TransactionProblems.noStage(place);
            }
            return stage;
        } catch (Throwable thrown) {
            WorkStage<R> failed = new WorkStage<>();
            failed.completeExceptionally(thrown);
            return failed;
        }
    }

    private CompletionStage<Boolean> close(Savepoint savepoint, @Nullable Throwable failure) {
        return run(place, () -> {
            if (failure == null) {
                inside.release(savepoint);
            } else {
                inside.rollbackTo(savepoint);
            }
            return true;
        });
    }

    @Override
    public <R> CompletionStage<R> requiresNew(Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        return origin.transaction(place, origin.timeout(), work);
    }

    @Override
    public void setRollbackOnly() {
        inside.setRollbackOnly();
    }
}
