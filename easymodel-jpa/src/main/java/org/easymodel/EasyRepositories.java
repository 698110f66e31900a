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
    private final Runnable after;

    EasyRepositories(Engine engine, Runnable after) {
        this.engine = engine;
        this.after = after;
    }

    /**
     * The repositories of the unit of that factory, which stays the caller's to close.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used, with all problems at once
     */
    public static EasyRepositories on(EntityManagerFactory factory) {
        Objects.requireNonNull(factory, "factory");
        return new EasyRepositories(provider().open(UnitSetup.of(factory)), () -> {});
    }

    /**
     * Says a persistence unit in code, without {@code persistence.xml}.
     *
     * <pre>{@code
     * try (EasyRepositories easy = EasyRepositories.builder()
     *         .postgres("localhost", 5432, "shop").user("shop").password(secret)
     *         .entities(User.class, Post.class)
     *         .open()) {
     *     ...
     * }
     * }</pre>
     */
    public static RepositoriesBuilder builder() {
        return new RepositoriesBuilder();
    }

    /** The class loader of this class sees the engine that was delivered with it, inside a server too. */
    static EngineProvider provider() {
        return found(EngineProvider.class);
    }

    static <T> T found(Class<T> seam) {
        return first(seam, EasyRepositories.class.getClassLoader())
                .or(() -> first(seam, Thread.currentThread().getContextClassLoader()))
                .orElseThrow(Problems::noEngine);
    }

    private static <T> Optional<T> first(Class<T> seam, ClassLoader loader) {
        return ServiceLoader.load(seam, loader).findFirst();
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
        return engine.typed(repository);
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

    /**
     * Stops taking asynchronous work; what is running ends. A factory that was given stays open. What {@link #builder()} opened is
     * closed: the connections, and the database of {@link RepositoriesBuilder#memory()} with its rows; that waits up to a minute
     * for running work, so do not call it from a stage. Closing twice changes nothing.
     */
    @Override
    public void close() {
        try {
            engine.close();
        } finally {
            after.run();
        }
    }
}
