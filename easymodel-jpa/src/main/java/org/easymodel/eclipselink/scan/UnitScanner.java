package org.easymodel.eclipselink.scan;

import java.util.Map;
import org.easymodel.eclipselink.DefinedUnit;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.SchemaScanner;
import org.easymodel.spi.UnitDefinition;

/** The scanner of this provider, for modules that know only the seam. Made by the service loader. */
public final class UnitScanner implements SchemaScanner {

    /** Made by the service loader. */
    public UnitScanner() {}

    @Override
    public SchemaModel schema(String unit, Map<String, ?> properties) {
        return SchemaScan.schema(unit, properties);
    }

    @Override
    public SchemaModel schema(UnitDefinition unit) {
        return SchemaScan.schema(DefinedUnit.of(unit), unit.properties());
    }
}
