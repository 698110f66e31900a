package org.easymodel;

import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static ConfigurationException noEngine() {
        return new ConfigurationException(new Problem(
                "EM-2001",
                "EasyRepositories",
                "no engine was found.",
                "Put easymodel-jpa on the class path as a whole jar, with its META-INF/services."));
    }

    static InvalidRequestException wrongRetry() {
        return new InvalidRequestException(new Problem(
                "EM-2021",
                "Retry",
                "the number of repetitions is not between 0 and 100, or a pause is negative.",
                "Give others."));
    }

    static InvalidRequestException oddPairs() {
        return new InvalidRequestException(
                new Problem("EM-1301", "EasyMap.of", "the last key has no value.", "Give keys and values in turn."));
    }

    static InvalidRequestException noTextKey(int pair) {
        return new InvalidRequestException(new Problem(
                "EM-1302", "EasyMap.of", "the key of pair " + pair + " is no text.", "Give keys and values in turn."));
    }

    static InvalidRequestException keyTwice(String key) {
        return new InvalidRequestException(
                new Problem("EM-1303", "EasyMap.of", "the key '" + key + "' occurs twice.", "Name it once."));
    }
}
