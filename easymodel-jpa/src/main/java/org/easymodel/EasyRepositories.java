package org.easymodel;

import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.easymodel.spi.Engine;
import org.easymodel.spi.EngineProvider;
import org.easymodel.spi.UnitSetup;

/**
 * The repositories of one persistence unit in Java SE.
 *
 * <pre>{@code
 * try (EasyRepositories easy = EasyRepositories.on(entityManagerFactory)) {
 *     EasyRepository<User> users = easy.repository(User.class);
 *     ...
 * }
 * }</pre>
 *
 * <p>Asynchronous verbs run on daemon threads that belong to this object. Safe for any number of threads.
 */
public final class EasyRepositories implements AutoCloseable {

    private final Engine engine;

    private EasyRepositories(Engine engine) {
        this.engine = engine;
    }

    /**
     * The repositories of the unit of that factory, which stays the caller's to close.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used, with all problems at once
     */
    public static EasyRepositories on(EntityManagerFactory factory) {
        Objects.requireNonNull(factory, "factory");
        return new EasyRepositories(provider().open(UnitSetup.of(factory)));
    }

    /** The class loader of this class sees the engine that was delivered with it, inside a server too. */
    private static EngineProvider provider() {
        return first(EasyRepositories.class.getClassLoader())
                .or(() -> first(Thread.currentThread().getContextClassLoader()))
                .orElseThrow(Problems::noEngine);
    }

    private static Optional<EngineProvider> first(ClassLoader loader) {
        return ServiceLoader.load(EngineProvider.class, loader).findFirst();
    }

    /**
     * The asynchronous repository of an entity; always the same object.
     *
     * @throws org.easymodel.failure.ConfigurationException if the class is no entity of the unit
     */
    @SuppressWarnings("unchecked")
    public <E> EasyRepository<E> repository(Class<E> entity) {
        return engine.repository(EasyRepository.class, entity);
    }

    /**
     * A repository with methods of the application: an interface that extends {@link EasyRepository} or {@link
     * BlockingRepository} and adds default methods, in which the whole repository can be used.
     *
     * <pre>{@code
     * interface UserRepository extends EasyRepository<User> {
     *     default CompletionStage<Optional<User>> named(String name) {
     *         return first(Map.of("username", name));
     *     }
     * }
     * UserRepository users = easy.typed(UserRepository.class);
     * }</pre>
     *
     * @throws org.easymodel.failure.ConfigurationException if the interface names no entity of the unit, or has a method without a
     *     body
     */
    public <R> R typed(Class<R> repository) {
        return TypedRepository.of(repository, engine);
    }

    /**
     * The blocking repository of an entity; always the same object.
     *
     * @throws org.easymodel.failure.ConfigurationException if the class is no entity of the unit
     */
    @SuppressWarnings("unchecked")
    public <E> BlockingRepository<E> blocking(Class<E> entity) {
        return engine.repository(BlockingRepository.class, entity);
    }

    /** Stops taking asynchronous work; what is running ends. The factory stays open. */
    @Override
    public void close() {
        engine.close();
    }
}
