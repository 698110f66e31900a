package org.easymodel.spi;

import org.easymodel.relate.ModelDescription;

/** The repositories of one unit. Safe for any number of threads. */
public interface Engine extends AutoCloseable {

    /**
     * A repository.
     *
     * @param view {@code org.easymodel.EasyRepository} or {@code org.easymodel.BlockingRepository}
     * @param entity the entity class
     * @return always the same object for the same arguments
     * @throws org.easymodel.failure.ConfigurationException if the class is no entity of the unit
     */
    <V> V repository(Class<V> view, Class<?> entity);

    /**
     * An interface of the application that extends a repository and adds default methods.
     *
     * @param repository the interface
     * @return the same object for every call
     * @throws org.easymodel.failure.ConfigurationException if the interface names no entity of the unit, or has a method without a
     *     body
     */
    <R> R typed(Class<R> repository);

    /** The model of the unit. */
    ModelDescription model();

    /** Stops taking work; closes the executor if the engine owns it, not the unit. */
    @Override
    void close();
}
