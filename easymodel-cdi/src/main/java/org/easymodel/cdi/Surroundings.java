package org.easymodel.cdi;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.easymodel.observe.Operation;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.UnitOfWork;
import org.easymodel.spi.UnitSetup;

/** What the environment gives to a unit: the managed executor and transactions of a server, or nothing in Java SE. */
final class Surroundings {

    private static final String EXECUTOR = "java:comp/DefaultManagedExecutorService";

    /** Bound together with the references of the component. */
    private static final String COMPONENT = "java:module/ModuleName";

    private Surroundings() {}

    /** Asked by name only: outside a server the classes of Jakarta Transactions need not be there. */
    static boolean isServer() {
        return Naming.lookup(JtaTransactions.REGISTRY, Object.class).isPresent();
    }

    /**
     * Whether the names of the application's component can be looked up, if there are names: not while an EAR is deployed, and
     * in Payara not before the component starts.
     */
    static boolean isComplete() {
        return !Naming.isThere()
                || isServer() && Naming.lookup(COMPONENT, String.class).isPresent();
    }

    static UnitSetup setup(EntityManagerFactory factory, Consumer<? super Operation> observer) {
        deploy(factory);
        Optional<Executor> executor = isServer() ? managedExecutor() : Optional.empty();
        if (!isJta(factory)) {
            return new UnitSetup(
                    factory, Optional.empty(), Optional.empty(), Optional.empty(), executor, List.of(observer));
        }
        UnitOfWork own = new OwnJtaUnitOfWork(factory);
        return new UnitSetup(
                factory,
                Optional.of(new JoiningJtaUnitOfWork(factory, own)),
                Optional.of(own),
                Optional.of(JtaMailboxes.of(factory)),
                executor,
                List.of(observer));
    }

    /** Whether a unit uses JTA cannot be asked before it is deployed; if that fails, its support says why. */
    private static void deploy(EntityManagerFactory factory) {
        for (PersistenceSupport support :
                ServiceLoader.load(PersistenceSupport.class, Surroundings.class.getClassLoader())) {
            if (support.supports(factory)) {
                support.unit(factory);
                return;
            }
        }
    }

    private static Optional<Executor> managedExecutor() {
        return Optional.of(ApplicationExecutor.of(
                Naming.lookup(EXECUTOR, ManagedExecutorService.class).orElseThrow(Problems::noManagedExecutor)));
    }

    private static boolean isJta(EntityManagerFactory factory) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            entityManager.getTransaction();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
