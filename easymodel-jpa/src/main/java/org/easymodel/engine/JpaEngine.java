package org.easymodel.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.Retry;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.Engine;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.Settings;
import org.easymodel.spi.UnitOfWork;
import org.easymodel.spi.UnitSetup;

/** The repositories of one unit. */
final class JpaEngine implements Engine {

    private final Model model;
    private final Reading reading;
    private final Work blockingWork;
    private final Work asyncWork;
    private final FetchPlan fetch;
    private final Corridor corridor;
    private final Optional<OwnExecutor> own;
    private final Map<String, AsyncRepository<?>> repositories = new ConcurrentHashMap<>();

    private JpaEngine(
            Model model, Work blockingWork, Work asyncWork, FetchPlan fetch, UnitSetup setup, Numbers numbers) {
        this.model = model;
        this.reading = new Reading(model);
        this.blockingWork = blockingWork;
        this.asyncWork = asyncWork;
        this.fetch = fetch;
        this.own = setup.executor().isPresent()
                ? Optional.empty()
                : Optional.of(new OwnExecutor(
                        model.unit().name(),
                        numbers.read("async.threads", 1, 16),
                        numbers.read("async.max-in-flight", 1, 1000)));
        this.corridor = new Corridor(setup.executor().orElseGet(() -> (Executor) own.orElseThrow()));
    }

    static JpaEngine open(PersistentUnit unit, UnitSetup setup) {
        Model model = Model.of(unit, setup.factory());
        Numbers numbers = new Numbers(Settings.of(unit.name(), unit.properties()));
        Failures failures = new Failures(unit.model(), unit::writing, model.beanRules());
        Retry retry = Retry.times(numbers.read("retry.times", 0, 0))
                .withPauses(
                        Duration.ofMillis(numbers.read("retry.first-pause", 0, 20)),
                        Duration.ofMillis(numbers.read("retry.longest-pause", 0, 1000)));
        UnitOfWork local = new LocalUnitOfWork(setup.factory());
        return new JpaEngine(
                model,
                new Work(setup.blocking().orElse(local), failures, retry),
                new Work(setup.async().orElse(local), failures, retry),
                FetchPlan.depth(numbers.read("include-depth", 0, 1)),
                setup,
                numbers);
    }

    @Override
    public <V> V repository(Class<V> view, Class<?> type) {
        EntityDescription entity = model.description().entity(type).orElseThrow(() -> Problems.noEntity(type, model));
        AsyncRepository<?> repository = repositories.computeIfAbsent(entity.name(), name -> repository(entity));
        if (view == EasyRepository.class) {
            return view.cast(repository);
        }
        if (view == BlockingRepository.class) {
            return view.cast(repository.blocking());
        }
        throw new IllegalArgumentException("A view is EasyRepository or BlockingRepository, was " + view);
    }

    private <E> AsyncRepository<E> repository(EntityDescription entity) {
        Supplier<EasyRepository<E>> async = () -> known(entity);
        BlockingRepository<E> blocking =
                new JpaRepository<>(new Entities<>(model, entity, blockingWork, fetch), reading, async);
        BlockingRepository<E> core =
                new JpaRepository<>(new Entities<>(model, entity, asyncWork, fetch), reading, async);
        return new AsyncRepository<>(entity.name(), core, blocking, corridor);
    }

    @SuppressWarnings("unchecked")
    private <E> EasyRepository<E> known(EntityDescription entity) {
        return (EasyRepository<E>) repositories.get(entity.name());
    }

    @Override
    public ModelDescription model() {
        return model.description();
    }

    @Override
    public void close() {
        own.ifPresent(OwnExecutor::close);
    }
}
