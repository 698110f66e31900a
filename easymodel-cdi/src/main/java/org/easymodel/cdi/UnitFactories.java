package org.easymodel.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.spi.PersistenceUnitNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds the factory of a persistence unit: a bean of the application, the reference {@code persistence/easymodel} of the
 * component's environment, or, outside a server, the unit of {@code META-INF/persistence.xml}.
 */
final class UnitFactories {

    private static final String REFERENCE = "java:comp/env/persistence/easymodel";

    private final @Nullable Instance<EntityManagerFactory> beans;
    private final List<EntityManagerFactory> own = new ArrayList<>();

    UnitFactories(@Nullable Instance<EntityManagerFactory> beans) {
        this.beans = beans;
    }

    EntityManagerFactory only() {
        Instance<EntityManagerFactory> plain = beans.select(Default.Literal.INSTANCE);
        if (plain.isResolvable()) {
            return plain.get();
        }
        if (plain.isAmbiguous()) {
            throw Problems.severalFactories();
        }
        Optional<EntityManagerFactory> referenced = Naming.lookup(REFERENCE, EntityManagerFactory.class);
        if (referenced.isPresent()) {
            return referenced.get();
        }
        List<String> names = PersistenceUnitNames.onClassPath();
        if (names.isEmpty()) {
            throw Problems.noUnit();
        }
        if (names.size() > 1) {
            throw Problems.severalUnits(names);
        }
        return create(names.get(0));
    }

    EntityManagerFactory named(String unit) {
        Optional<EntityManagerFactory> bean = beans.select(Any.Literal.INSTANCE, Unit.Literal.of(unit))
                .handlesStream()
                .filter(handle -> isOfUnit(handle, unit))
                .map(Handle::get)
                .findFirst();
        if (bean.isPresent()) {
            return bean.get();
        }
        List<String> names = PersistenceUnitNames.onClassPath();
        if (!names.contains(unit)) {
            throw Problems.unknownUnit(unit, names);
        }
        return create(unit);
    }

    private static boolean isOfUnit(Handle<EntityManagerFactory> handle, String unit) {
        return handle.getBean().getQualifiers().stream()
                .anyMatch(qualifier ->
                        qualifier instanceof Unit named && named.value().equals(unit));
    }

    private EntityManagerFactory create(String unit) {
        if (Surroundings.isServer()) {
            throw Problems.unreferencedUnit(unit);
        }
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(unit);
        own.add(factory);
        return factory;
    }

    void close() {
        own.forEach(EntityManagerFactory::close);
        own.clear();
    }
}
