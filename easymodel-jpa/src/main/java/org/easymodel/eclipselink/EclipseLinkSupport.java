package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.easymodel.failure.EasyModelException;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.UnitDefinition;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** EclipseLink as the persistence provider behind the engine. Called through {@link java.util.ServiceLoader}. */
public final class EclipseLinkSupport implements PersistenceSupport {

    /** Called by {@link java.util.ServiceLoader}. */
    public EclipseLinkSupport() {}

    @Override
    public String provider() {
        return "EclipseLink";
    }

    @Override
    public boolean supports(EntityManagerFactory factory) {
        return factory.getProperties().keySet().stream().anyMatch(key -> key.startsWith("eclipselink."))
                || factory.getClass().getName().startsWith("org.eclipse.persistence.")
                || canUnwrap(factory);
    }

    @Override
    public EntityManagerFactory create(UnitDefinition unit) {
        try {
            return new PersistenceProvider().createContainerEntityManagerFactory(DefinedUnit.of(unit), Map.of());
        } catch (EasyModelException e) {
            throw e;
        } catch (RuntimeException e) {
            throw FailedDeployment.failure(unit.name(), e);
        }
    }

    private static boolean canUnwrap(EntityManagerFactory factory) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return entityManager.unwrap(JpaEntityManager.class) != null;
        } catch (PersistenceException e) {
            return false;
        }
    }

    @Override
    public PersistentUnit unit(EntityManagerFactory factory) {
        AbstractSession session;
        String name;
        try (EntityManager entityManager = factory.createEntityManager()) {
            JpaEntityManager opened = entityManager.unwrap(JpaEntityManager.class);
            session = opened.getAbstractSession();
            name = UnitName.of(opened.getEntityManagerFactory()).orElse(session.getName());
        } catch (EasyModelException e) {
            throw e;
        } catch (PersistenceException e) {
            throw FailedDeployment.failure(UnitName.of(factory).orElse(""), e);
        }
        return new EclipseLinkUnit(name, session, SessionModel.existing(session, name));
    }
}
