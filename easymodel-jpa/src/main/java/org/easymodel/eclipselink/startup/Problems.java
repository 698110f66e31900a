package org.easymodel.eclipselink.startup;

import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static ConfigurationException noEngine(String unit, String mode) {
        return new ConfigurationException(
                new Problem(
                        "EM-3160",
                        place(unit),
                        "easymodel.migrate is " + mode + ", but what migrates is not on the class path.",
                        "Add the dependency org.easymodel:easymodel-liquibase to the application, or set easymodel.migrate to off."));
    }

    static ConfigurationException twoMakers(String unit, String mode, String property, String value) {
        return new ConfigurationException(new Problem(
                "EM-3163",
                place(unit),
                "easymodel.migrate is " + mode + ", and " + property + " is " + value + ": both would make the tables.",
                "Remove one of the two from persistence.xml."));
    }

    static ConfigurationException notKnown(String unit) {
        return new ConfigurationException(new Problem(
                "EM-3175",
                place(unit),
                "EclipseLink does not tell where the unit comes from, so its entities cannot be read at start-up.",
                "Set easymodel.migrate to upgrade, which needs no entities."));
    }

    private static String place(String unit) {
        return "persistence unit '" + unit + "'";
    }
}
