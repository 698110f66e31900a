package org.easymodel.eclipselink.scan;

import java.util.List;
import org.easymodel.spi.PersistenceUnitNames;

/** Chooses the persistence unit to scan. */
final class PersistenceUnits {

    private PersistenceUnits() {}

    static String onlyOne() {
        List<String> names = PersistenceUnitNames.onClassPath();
        if (names.size() != 1) {
            throw Problems.noUnit("", names);
        }
        return names.get(0);
    }

    static String existing(String unit) {
        List<String> names = PersistenceUnitNames.onClassPath();
        if (!names.contains(unit)) {
            throw Problems.noUnit(unit, names);
        }
        return unit;
    }
}
