package org.easymodel.eclipselink.scan;

import java.util.Map;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.SchemaScanner;

/** The scanner of this provider, for modules that know only the seam. Made by the service loader. */
public final class UnitScanner implements SchemaScanner {

    /** Made by the service loader. */
    public UnitScanner() {}

    @Override
    public SchemaModel schema(String unit, Map<String, ?> properties) {
        return SchemaScan.schema(unit, properties);
    }
}
