package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.relate.ModelDescription;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.PersistentUnit;
import org.eclipse.persistence.internal.sessions.AbstractSession;
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

    @Override
    public PersistentUnit unit(EntityManagerFactory factory) {
        AbstractSession session = session(factory);
        String name = unitName(factory, session);
        ModelDescription model = SessionModel.of(session);
        if (model == null) {
            throw Problems.customizerMissing(name);
        }
        return new EclipseLinkUnit(name, session, model);
    }

    /** Through an entity manager, because servers wrap the factory in classes that cannot be unwrapped. */
    private static AbstractSession session(EntityManagerFactory factory) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            return entityManager.unwrap(JpaEntityManager.class).getAbstractSession();
        } catch (EasyModelException e) {
            throw e;
        } catch (PersistenceException e) {
            throw Problems.unitFailed(
                    String.valueOf(factory.getProperties().getOrDefault("eclipselink.session-name", "")), e);
        }
    }

    /** The session is named after the unit, its place and its database address, which no message may show. */
    private static String unitName(EntityManagerFactory factory, AbstractSession session) {
        try (EntityManager entityManager = factory.createEntityManager()) {
            EntityManagerFactory own =
                    entityManager.unwrap(JpaEntityManager.class).getEntityManagerFactory();
            return own instanceof JpaEntityManagerFactory known
                    ? known.unwrap().getSetupImpl().getPersistenceUnitInfo().getPersistenceUnitName()
                    : session.getName().replaceFirst("_url=.*", "");
        }
    }
}
