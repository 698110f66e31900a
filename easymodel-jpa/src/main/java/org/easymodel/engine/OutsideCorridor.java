package org.easymodel.engine;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.EasyTransaction;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.WorkStage;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.Settings;

/**
 * Takes on the asynchronous verbs that belong to no transaction. Those that a thread starts while it has one are told of or refused,
 * as the application says, and get a deadline: what they wait for may be a lock of that transaction, which waits for them.
 */
final class OutsideCorridor implements Corridor {

    /** What becomes of a verb that is started inside of a transaction. */
    enum Rule {
        ALLOW,
        WARN,
        REFUSE;

        private static final String SETTING = "async.in-transaction";

        static Rule of(Settings settings) {
            String text = settings.text(SETTING).orElse("warn").strip().toUpperCase(Locale.ROOT);
            for (Rule rule : values()) {
                if (rule.name().equals(text)) {
                    return rule;
                }
            }
            throw TransactionProblems.noRule("easymodel." + SETTING);
        }
    }

    private final Corridor corridor;
    private final PersistentUnit unit;
    private final Duration timeout;
    private final Rule rule;
    private final BooleanSupplier inside;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * A corridor.
     *
     * @param timeout how long the statements of a verb may take that was started inside of a transaction
     * @param inside whether the calling thread has a transaction
     */
    OutsideCorridor(Corridor corridor, PersistentUnit unit, Duration timeout, Rule rule, BooleanSupplier inside) {
        this.corridor = corridor;
        this.unit = unit;
        this.timeout = timeout;
        this.rule = rule;
        this.inside = inside;
    }

    @Override
    public <T> WorkStage<T> run(String place, Supplier<T> work) {
        if (!inside.getAsBoolean()) {
            return corridor.run(place, work);
        }
        Optional<InvalidRequestException> refusal = refusal(place);
        if (refusal.isPresent()) {
            return failed(refusal.get());
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        return corridor.run(place, () -> unit.within(deadline, work));
    }

    /** The same for transactions of several verbs, which have a deadline anyway. */
    TransactionOpener watching(TransactionOpener opener) {
        return new TransactionOpener() {
            @Override
            public Duration timeout() {
                return opener.timeout();
            }

            @Override
            public <R> CompletionStage<R> transaction(
                    String place,
                    Duration longest,
                    Function<? super EasyTransaction, ? extends CompletionStage<R>> work) {
                Optional<InvalidRequestException> refusal = inside.getAsBoolean() ? refusal(place) : Optional.empty();
                return refusal.isPresent() ? failed(refusal.get()) : opener.transaction(place, longest, work);
            }
        };
    }

    /** Tells of a verb, once for each place. */
    private Optional<InvalidRequestException> refusal(String place) {
        if (rule == Rule.REFUSE) {
            return Optional.of(TransactionProblems.startedInside(place));
        }
        if (rule == Rule.WARN && told.add(place)) {
            System.getLogger("org.easymodel")
                    .log(
                            System.Logger.Level.WARNING,
                            TransactionProblems.startedInside(place).getMessage());
        }
        return Optional.empty();
    }

    private static <T> WorkStage<T> failed(RuntimeException failure) {
        WorkStage<T> stage = new WorkStage<>();
        stage.completeExceptionally(failure);
        return stage;
    }
}
