package org.easymodel.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.spi.Engine;
import org.easymodel.spi.EngineProvider;

/** The engines of the application, one for each persistence unit, opened when first needed and closed with it. */
@ApplicationScoped
class OpenUnits {

    /** No unit has an empty name, so it stands for the only one. */
    private static final String ONLY = "";

    private final Map<String, Engine> engines = new ConcurrentHashMap<>();
    private final UnitFactories factories;

    /** For the client proxy. */
    OpenUnits() {
        this.factories = new UnitFactories(null);
    }

    @Inject
    OpenUnits(@Any Instance<EntityManagerFactory> beans) {
        this.factories = new UnitFactories(beans);
    }

    Engine only() {
        return engines.computeIfAbsent(ONLY, name -> open(factories.only()));
    }

    Engine named(String unit) {
        return engines.computeIfAbsent(unit, name -> open(factories.named(name)));
    }

    private static Engine open(EntityManagerFactory factory) {
        EngineProvider provider = ServiceLoader.load(EngineProvider.class, OpenUnits.class.getClassLoader())
                .findFirst()
                .orElseThrow(Problems::noEngine);
        return provider.open(Surroundings.setup(factory));
    }

    @PreDestroy
    void close() {
        engines.values().forEach(Engine::close);
        engines.clear();
        factories.close();
    }
}
