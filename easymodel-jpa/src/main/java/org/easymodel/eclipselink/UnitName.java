package org.easymodel.eclipselink;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.Optional;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryDelegate;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;

/** The name of a unit as in {@code persistence.xml}, which the name of its session is not. */
final class UnitName {

    private UnitName() {}

    /** Empty where a server wraps the factory in a class that cannot be unwrapped. */
    static Optional<String> of(EntityManagerFactory factory) {
        return eclipseLink(factory)
                .map(JpaEntityManagerFactory::unwrap)
                .map(EntityManagerFactoryDelegate::getSetupImpl)
                .map(setup -> setup.getPersistenceUnitInfo())
                .map(PersistenceUnitInfo::getPersistenceUnitName);
    }

    private static Optional<JpaEntityManagerFactory> eclipseLink(EntityManagerFactory factory) {
        if (factory instanceof JpaEntityManagerFactory eclipseLink) {
            return Optional.of(eclipseLink);
        }
        try {
            return Optional.ofNullable(factory.unwrap(JpaEntityManagerFactory.class));
        } catch (PersistenceException e) {
            return Optional.empty();
        }
    }
}
