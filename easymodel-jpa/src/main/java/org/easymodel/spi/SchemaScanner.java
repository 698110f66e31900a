package org.easymodel.spi;

import java.util.Map;
import org.easymodel.schema.SchemaModel;

/**
 * Reads the schema that a persistence unit means, without a database. Found by {@link java.util.ServiceLoader}; safe for
 * any number of threads.
 */
public interface SchemaScanner {

    /**
     * The schema of a unit of the context class loader.
     *
     * @param unit the name of the unit; empty if there is only one
     * @param properties further properties of the unit, which override its own
     * @throws org.easymodel.failure.EasyModelException if there is no such unit, or it cannot be described
     */
    SchemaModel schema(String unit, Map<String, ?> properties);

    /**
     * The schema of a unit that no {@code persistence.xml} describes.
     *
     * @throws org.easymodel.failure.EasyModelException if it cannot be described
     */
    SchemaModel schema(UnitDefinition unit);
}
