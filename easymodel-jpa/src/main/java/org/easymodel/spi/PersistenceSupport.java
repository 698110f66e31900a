package org.easymodel.spi;

import jakarta.persistence.EntityManagerFactory;

/**
 * What the engine needs from a persistence provider beyond Jakarta Persistence. Found by {@link java.util.ServiceLoader};
 * safe for any number of threads.
 */
public interface PersistenceSupport {

    /** The name of the provider, for messages. */
    String provider();

    /**
     * Makes the factory of a unit that no {@code persistence.xml} describes; it need not be deployed yet.
     *
     * @return a new factory for every call, which shares nothing with others
     * @throws org.easymodel.failure.EasyModelException if the definition cannot be used
     */
    EntityManagerFactory create(UnitDefinition unit);

    /** Whether the factory is one of this provider's, possibly wrapped by a server. */
    boolean supports(EntityManagerFactory factory);

    /**
     * The unit behind a factory. May open the unit, but does not query it.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used
     */
    PersistentUnit unit(EntityManagerFactory factory);
}
