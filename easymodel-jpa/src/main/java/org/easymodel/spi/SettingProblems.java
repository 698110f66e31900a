package org.easymodel.spi;

import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;

/** What is wrong with settings. */
final class SettingProblems {

    private SettingProblems() {}

    static ConfigurationException wrongNumber(String name, int least) {
        return new ConfigurationException(
                new Problem("EM-2004", name, "the setting is not a whole number of at least " + least + ".", ""));
    }
}
