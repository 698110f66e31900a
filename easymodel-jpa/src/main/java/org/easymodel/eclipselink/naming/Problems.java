package org.easymodel.eclipselink.naming;

import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static ConfigurationException unknownNaming(String unit, String setting) {
        return new ConfigurationException(new Problem(
                "EM-1030",
                "persistence unit '" + unit + "'",
                "the setting easymodel.naming is '" + setting + "', which is no naming strategy.",
                "Set it to jpa, snake, snake-plural or package-prefix."));
    }

    static ConfigurationException tableTwice(String strategy, String name, String first, String second) {
        return new ConfigurationException(new Problem(
                "EM-1031",
                "table " + name,
                "the naming strategy '" + strategy + "' gives this name to the tables of " + first + " and " + second
                        + ".",
                "Name one of them in the mapping, as in @Table(name = ...)."));
    }
}
