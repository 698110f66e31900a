package org.easymodel.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.easymodel.EasyTransaction;
import org.easymodel.engine.concurrent.Mailbox;
import org.easymodel.engine.concurrent.Slots;
import org.easymodel.engine.concurrent.WorkStage;
import org.easymodel.spi.ContextExecutor;
import org.easymodel.spi.OpenTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The course of one asynchronous transaction: a slot, the beginning, the stage of the application, the end. Whatever comes
 * first of the end of that stage, the deadline, and the caller's losing interest decides; exactly one end is reached.
 */
final class TransactionCourse<R> {

    private final String place;
    private final Duration timeout;
    private final AsyncTransactions transactions;
    private final Mailbox mailbox;
    private final WorkStage<R> result = new WorkStage<>();
    private final CompletableFuture<Boolean> clock = new CompletableFuture<>();
    private final long deadline;
    private boolean ending;
    private boolean begun;
    private @Nullable CompletableFuture<?> stage;

    private Slots.@Nullable Slot slot;
    private @Nullable OpenTransaction open;
    private @Nullable InTransaction inside;

    TransactionCourse(String place, Duration timeout, AsyncTransactions transactions) {
        this.place = place;
        this.timeout = timeout;
        this.transactions = transactions;
        this.mailbox = new Mailbox(
                transactions.executor() instanceof ContextExecutor known ? known.ofCaller() : transactions.executor());
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    CompletionStage<R> run(Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        clock.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        clock.whenComplete((ended, late) -> {
            if (late instanceof TimeoutException) {
                result.completeExceptionally(TransactionProblems.tooLate(place, timeout));
            }
        });
        result.whenDone(this::giveUp);
        transactions.slots().take(place, timeout).whenComplete((taken, refused) -> {
            if (refused != null) {
                end(refused);
            } else {
                begin(taken, work);
            }
        });
        return result;
    }

    private void begin(Slots.Slot taken, Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        slot = taken;
        mailbox.run(place, () -> transactions.open(place, remaining())).whenComplete((opened, failure) -> {
            if (failure != null) {
                end(failure);
                return;
            }
            boolean late;
            synchronized (this) {
                open = opened;
                inside = new InTransaction(place, opened, transactions.failures(), transactions.unit());
                begun = true;
                late = ending;
            }
            if (late) {
                mailbox.last(this::rollback);
            } else {
                follow(work);
            }
        });
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private void follow(Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
        CompletionStage<R> given;
        try {
            given = work.apply(new MailboxTransaction(place, timeout, deadline, mailbox, inside, transactions));
            if (given == null) {
                throw TransactionProblems.noStage(place);
            }
        } catch (Throwable thrown) {
            given = CompletableFuture.failedFuture(thrown);
        }
        if (given instanceof CompletableFuture<R> future) {
            stage = future;
        }
        given.whenComplete(this::ended);
    }

    private void ended(R value, @Nullable Throwable failure) {
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
        }
        Throwable cause = WorkStage.cause(failure);
        if (cause == null) {
            mailbox.close(() -> TransactionProblems.late(place));
            mailbox.last(() -> commit(value));
        } else {
            mailbox.abandon(() -> TransactionProblems.late(place));
            mailbox.last(() -> {
                rollback();
                result.completeExceptionally(cause);
            });
        }
    }

    /** Nobody wants the result any more, or there is one. */
    private void giveUp() {
        boolean rollback;
        synchronized (this) {
            if (ending) {
                return;
            }
            ending = true;
            rollback = begun;
        }
        if (open != null) {
            open.markForRollback();
        }
        mailbox.abandon(() -> TransactionProblems.late(place));
        if (stage != null) {
            stage.cancel(false);
        }
        if (rollback) {
            mailbox.last(this::rollback);
        }
    }

    private void commit(R value) {
        Throwable failure = inside.harm();
        if (failure != null) {
            failure = failure instanceof org.easymodel.failure.RolledBackException
                    ? failure
                    : TransactionProblems.rolledBack(place, failure);
            rollback();
        } else if (result.isDone()) {
            rollback();
        } else {
            try {
                transactions.within(deadline, () -> {
                    open.commit();
                    return true;
                });
            } catch (RuntimeException e) {
                failure = transactions.failures().translate(place, e);
            }
            leave();
        }
        if (failure == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(failure);
        }
    }

    private void rollback() {
        try {
            open.rollback();
        } catch (RuntimeException e) {
            System.getLogger("org.easymodel")
                    .log(System.Logger.Level.WARNING, "A transaction could not be rolled back: " + place, e);
        } finally {
            leave();
        }
    }

    /** The transaction was never begun. */
    private void end(Throwable failure) {
        synchronized (this) {
            ending = true;
        }
        leave();
        result.completeExceptionally(failure);
    }

    private void leave() {
        clock.complete(true);
        if (slot != null) {
            slot.free();
        }
    }
}
