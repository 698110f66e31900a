package org.easymodel.spi;

import jakarta.persistence.EntityManagerFactory;

/**
 * What the engine needs from a persistence provider beyond Jakarta Persistence. Found by {@link java.util.ServiceLoader};
 * safe for any number of threads.
 */
public interface PersistenceSupport {

    /** The name of the provider, for messages. */
    String provider();

    /** Whether the factory is one of this provider's, possibly wrapped by a server. */
    boolean supports(EntityManagerFactory factory);

    /**
     * The unit behind a factory. May open the unit, but does not query it.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used
     */
    PersistentUnit unit(EntityManagerFactory factory);
}
