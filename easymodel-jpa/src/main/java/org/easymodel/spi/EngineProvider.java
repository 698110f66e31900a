package org.easymodel.spi;

/** Opens engines. Found by {@link java.util.ServiceLoader}, so that the front door does not know the engine. */
public interface EngineProvider {

    /**
     * Opens the engine of a unit.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used, with all problems at once
     */
    Engine open(UnitSetup setup);

    /**
     * Opens the engine of a unit that no {@code persistence.xml} describes. Closing the engine closes the unit.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used; nothing stays open then
     */
    Engine open(UnitDefinition unit);

    /**
     * The entity that an interface of the application names which extends a repository. Needs no open unit.
     *
     * @throws org.easymodel.failure.ConfigurationException if it names none, or has a method without a body
     */
    Class<?> entity(Class<?> repository);
}
