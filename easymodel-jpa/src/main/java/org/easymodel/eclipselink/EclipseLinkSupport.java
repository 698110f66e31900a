package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.PersistentUnit;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;

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

    private static boolean canUnwrap(EntityManagerFactory factory) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return entityManager.unwrap(JpaEntityManager.class) != null;
        } catch (PersistenceException e) {
            return false;
        }
    }

    /** Through an entity manager, because servers wrap the factory in classes that cannot be unwrapped. */
    @Override
    public PersistentUnit unit(EntityManagerFactory factory) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            JpaEntityManager own = entityManager.unwrap(JpaEntityManager.class);
            String name = unitName(own.getEntityManagerFactory());
            ModelDescription model = SessionModel.of(own.getAbstractSession());
            if (model == null) {
                throw Problems.customizerMissing(name);
            }
            return new EclipseLinkUnit(name, own.getAbstractSession(), model);
        } catch (EasyModelException e) {
            throw e;
        } catch (PersistenceException e) {
            throw Problems.unitFailed(unitName(factory), e);
        }
    }

    private static String unitName(EntityManagerFactory factory) {
        return factory instanceof JpaEntityManagerFactory own
                ? own.unwrap().getSetupImpl().getPersistenceUnitInfo().getPersistenceUnitName()
                : "";
    }
}
