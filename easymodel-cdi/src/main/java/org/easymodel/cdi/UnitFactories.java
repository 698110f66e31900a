package org.easymodel.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.easymodel.spi.PersistenceUnitNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds the factory of a persistence unit: a bean of the application, the reference {@code persistence/easymodel} of the
 * component's environment, or, outside a server, a unit of {@code META-INF/persistence.xml}.
 */
final class UnitFactories {

    /** Stands for the unit of the bean without a qualifier, or of the reference; no unit has an empty name. */
    private static final String UNNAMED = "";

    private static final String REFERENCE = "java:comp/env/persistence/easymodel";

    private final @Nullable Instance<EntityManagerFactory> beans;
    private final List<EntityManagerFactory> own = new CopyOnWriteArrayList<>();

    UnitFactories(@Nullable Instance<EntityManagerFactory> beans) {
        this.beans = beans;
    }

    /** What an injection point without {@link Unit} means. */
    String only() {
        if (isPlainBean() || referenced().isPresent()) {
            return UNNAMED;
        }
        return onlyOnClassPath();
    }

    /**
     * The only unit of {@code META-INF/persistence.xml}.
     *
     * @throws org.easymodel.failure.ConfigurationException if there is none, or there are several
     */
    static String onlyOnClassPath() {
        List<String> names = PersistenceUnitNames.onClassPath();
        if (names.isEmpty()) {
            throw Problems.noUnit();
        }
        if (names.size() > 1) {
            throw Problems.severalUnits(names);
        }
        return names.get(0);
    }

    EntityManagerFactory of(String unit) {
        if (!unit.equals(UNNAMED)) {
            return qualified(unit).orElseGet(() -> create(unit));
        }
        return isPlainBean() ? plainBeans().get() : referenced().orElseThrow(Problems::noUnit);
    }

    private boolean isPlainBean() {
        if (plainBeans().isAmbiguous()) {
            throw Problems.severalFactories();
        }
        return plainBeans().isResolvable();
    }

    private Instance<EntityManagerFactory> plainBeans() {
        return beans.select(Default.Literal.INSTANCE);
    }

    private static Optional<EntityManagerFactory> referenced() {
        return Naming.lookup(REFERENCE, EntityManagerFactory.class);
    }

    private Optional<EntityManagerFactory> qualified(String unit) {
        List<? extends Handle<EntityManagerFactory>> handles = beans.select(Any.Literal.INSTANCE, Unit.Literal.of(unit))
                .handlesStream()
                .filter(handle -> isOfUnit(handle, unit))
                .toList();
        if (handles.size() > 1) {
            throw Problems.severalFactories(unit);
        }
        return handles.stream().findFirst().map(Handle::get);
    }

    private static boolean isOfUnit(Handle<EntityManagerFactory> handle, String unit) {
        return handle.getBean().getQualifiers().stream()
                .anyMatch(qualifier ->
                        qualifier instanceof Unit named && named.value().equals(unit));
    }

    /**
     * Refuses a unit for which there is no bean, unless it can be made here.
     *
     * @throws org.easymodel.failure.ConfigurationException if it cannot
     */
    static void requireOnClassPath(String unit) {
        List<String> names = PersistenceUnitNames.onClassPath();
        if (!names.contains(unit)) {
            throw Problems.unknownUnit(unit, names);
        }
        if (Surroundings.isServer()) {
            throw Problems.unreferencedUnit(unit);
        }
    }

    private EntityManagerFactory create(String unit) {
        requireOnClassPath(unit);
        EntityManagerFactory factory = make(unit);
        own.add(factory);
        return factory;
    }

    private static EntityManagerFactory make(String unit) {
        try {
            return Persistence.createEntityManagerFactory(unit);
        } catch (RuntimeException e) {
            throw Problems.unitFailed(unit, e);
        }
    }

    /** Closes a factory that did not serve, if it was made here. */
    void discard(EntityManagerFactory factory) {
        if (own.remove(factory)) {
            factory.close();
        }
    }

    void close() {
        own.forEach(EntityManagerFactory::close);
        own.clear();
    }
}
