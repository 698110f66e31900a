package org.easymodel.contract.scan.models;

import java.nio.file.Path;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.eclipselink.scan.SchemaScan;

/** A scan in a class loader of its own, called from outside of it. */
public final class SeparateScan {

    private SeparateScan() {}

    /** The canonical text of a unit that the directory has. */
    public static String scan(String directory, String unit) {
        return UnitPath.of(Path.of(directory)).call(() -> SchemaScan.scan(unit, Map.of()));
    }
}
