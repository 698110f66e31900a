package org.easymodel.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.Retry;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.ExecutorCorridor;
import org.easymodel.engine.concurrent.Slots;
import org.easymodel.engine.operations.Operations;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.Engine;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.Settings;
import org.easymodel.spi.UnitOfWork;
import org.easymodel.spi.UnitSetup;

/** The repositories of one unit. */
final class JpaEngine implements Engine {

    /** Transactions that may be open in a pool whose size is not known here. */
    private static final int USUAL_OPEN = 8;

    private final ModelDescription model;
    private final UnitOfWork blocking;
    private final UnitOfWork async;
    private final Corridor outside;
    private final Repositories repositories;
    private final ThreadTransactions threadTransactions;
    private final Optional<OwnExecutor> own;
    private final Map<Class<?>, Object> typed = new ConcurrentHashMap<>();

    private JpaEngine(PersistentUnit unit, UnitSetup setup, Settings settings) {
        Model known = Model.of(
                unit,
                setup.factory(),
                settings.text("infer.constraints")
                        .filter("true"::equalsIgnoreCase)
                        .isPresent());
        Failures failures = new Failures(unit.model(), unit::writing, unit::isReading, known.beanRules());
        Retry retry = Retry.times(settings.number("retry.times", 0, 0))
                .withPauses(
                        Duration.ofMillis(settings.number("retry.first-pause", 0, 20)),
                        Duration.ofMillis(settings.number("retry.longest-pause", 0, 1000)));
        UnitOfWork local = new LocalUnitOfWork(setup.factory());
        Duration timeout = Duration.ofSeconds(settings.number("transaction.timeout", 1, 60));
        int pool = unit.poolSize().orElse(USUAL_OPEN + 1);
        Slots slots = new Slots(settings.number("transaction.max-open", 1, Math.max(1, pool - 1)));
        this.model = known.description();
        this.own = setup.executor().isPresent()
                ? Optional.empty()
                : Optional.of(new OwnExecutor(unit.name(), settings.number("async.threads", 1, 16)));
        Executor executor = setup.executor().orElseGet(() -> (Executor) own.orElseThrow());
        Corridor corridor = new ExecutorCorridor(executor, settings.number("async.max-in-flight", 1, 1000));
        this.repositories = new Repositories(
                known,
                FetchPlan.depth(settings.number("include-depth", 0, 1)),
                failures,
                retry,
                CursorTokens.of(settings.text("cursor.secret")),
                Operations.of(
                        unit.name(),
                        setup.observers(),
                        settings.number("repeated-selects", 0, 20),
                        unit::withoutValues));
        UnitOfWork blockingWork = setup.blocking().orElse(local);
        UnitOfWork asyncWork = setup.async().orElse(local);
        this.threadTransactions =
                new ThreadTransactions(unit, blockingWork, asyncWork, corridor, slots, timeout, failures, repositories);
        OutsideCorridor watched = new OutsideCorridor(
                corridor,
                unit,
                timeout,
                OutsideCorridor.Rule.of(settings),
                () -> blockingWork.joins() || LocalUnitOfWork.isOpenHere());
        this.outside = watched;
        repositories.openBy(watched.watching(new AsyncTransactions(
                unit,
                setup.transactions().orElseGet(() -> new LocalTransactions(setup.factory())),
                executor,
                slots,
                timeout,
                failures,
                repositories,
                threadTransactions)));
        this.blocking = pool == 1 ? new SpareConnection(blockingWork, slots) : blockingWork;
        this.async = pool == 1 ? new SpareConnection(asyncWork, slots) : asyncWork;
    }

    static JpaEngine open(PersistentUnit unit, UnitSetup setup) {
        return new JpaEngine(unit, setup, Settings.of(unit.name(), unit.properties()));
    }

    @Override
    public <V> V repository(Class<V> view, Class<?> type) {
        AsyncRepository<?> repository = repositories.outside(type, blocking, async, outside, threadTransactions);
        if (view == EasyRepository.class) {
            return view.cast(repository);
        }
        if (view == BlockingRepository.class) {
            return view.cast(repository.blocking());
        }
        throw new IllegalArgumentException("A view is EasyRepository or BlockingRepository, was " + view);
    }

    @Override
    public <R> R typed(Class<R> repository) {
        return repository.cast(typed.computeIfAbsent(repository, type -> TypedRepository.of(type, this)));
    }

    @Override
    public ModelDescription model() {
        return model;
    }

    /** As {@link #close()}, and waits for what is running. */
    void finish() {
        own.ifPresent(OwnExecutor::finish);
    }

    @Override
    public void close() {
        own.ifPresent(OwnExecutor::close);
    }
}
