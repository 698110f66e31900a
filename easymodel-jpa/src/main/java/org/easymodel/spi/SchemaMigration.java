package org.easymodel.spi;

/**
 * Brings the schema of a database in step with a persistence unit while the unit is deployed. Found by {@link
 * java.util.ServiceLoader}, so that the persistence provider does not know the engine of migrations; safe for any number of
 * threads.
 */
public interface SchemaMigration {

    /**
     * Migrates or checks, as the setting {@code easymodel.migrate} of the unit says, and returns when that is done. Takes part
     * in no transaction of the caller.
     *
     * @throws org.easymodel.failure.EasyModelException if the unit must not be used as it is; its deployment fails with that
     */
    void start(StartingUnit unit);
}
