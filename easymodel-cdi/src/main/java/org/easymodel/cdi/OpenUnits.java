package org.easymodel.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.observe.Operation;
import org.easymodel.spi.Engine;
import org.easymodel.spi.EngineProvider;
import org.jspecify.annotations.Nullable;

/** The engines of the application, one for each persistence unit, opened when first needed and closed with it. */
@ApplicationScoped
class OpenUnits {

    private final Map<String, OpenUnit> units = new ConcurrentHashMap<>();
    private final Map<RepositoryKey, Object> injected = new ConcurrentHashMap<>();
    private final UnitFactories factories;
    private final @Nullable Event<Operation> operations;
    private volatile @Nullable String only;

    /** For the client proxy. */
    OpenUnits() {
        this.factories = new UnitFactories(null);
        this.operations = null;
    }

    @Inject
    OpenUnits(@Any Instance<EntityManagerFactory> beans, Event<Operation> operations) {
        this.factories = new UnitFactories(beans);
        this.operations = operations;
    }

    /** What is injected: the same object at every point, and one that may be serialized. */
    <R> R injected(@Nullable String unit, Class<R> type, @Nullable Class<?> entity) {
        RepositoryKey key = new RepositoryKey(unit == null ? only() : unit, type, entity);
        Object repository = repository(key);
        return type.cast(injected.computeIfAbsent(key, each -> InjectedRepository.of(each, repository)));
    }

    /**
     * The repository of an open unit.
     *
     * @param key names the unit
     */
    Object repository(RepositoryKey key) {
        return key.of(opened(key.unit()));
    }

    /**
     * The engine of a unit, which is opened now if it is not yet.
     *
     * @param unit its name; null for what a point without {@link Unit} means
     */
    Engine engine(@Nullable String unit) {
        return opened(unit == null ? only() : unit);
    }

    private Engine opened(String unit) {
        return units.computeIfAbsent(unit, name -> new OpenUnit(name, () -> open(name)))
                .engine();
    }

    private String only() {
        String unit = only;
        if (unit == null) {
            unit = factories.only();
            only = unit;
        }
        return unit;
    }

    private Engine open(String unit) {
        EntityManagerFactory factory = factories.of(unit);
        try {
            EngineProvider provider = provider(OpenUnits.class.getClassLoader());
            return provider.open(Surroundings.setup(factory, operations::fire));
        } catch (RuntimeException e) {
            factories.discard(factory);
            throw e;
        }
    }

    static EngineProvider provider(ClassLoader loader) {
        return ServiceLoader.load(EngineProvider.class, loader).findFirst().orElseThrow(Problems::noEngine);
    }

    @PreDestroy
    void close() {
        units.values().forEach(OpenUnit::close);
        factories.close();
    }
}
