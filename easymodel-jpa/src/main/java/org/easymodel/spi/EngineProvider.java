package org.easymodel.spi;

/** Opens engines. Found by {@link java.util.ServiceLoader}, so that the front door does not know the engine. */
public interface EngineProvider {

    /**
     * Opens the engine of a unit.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used, with all problems at once
     */
    Engine open(UnitSetup setup);
}
