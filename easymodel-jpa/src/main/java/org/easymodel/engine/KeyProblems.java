package org.easymodel.engine;

import static org.easymodel.engine.Problems.request;
import static org.easymodel.engine.Problems.value;

import java.util.List;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.jspecify.annotations.Nullable;

/** The messages about keys of rows that have several parts. */
final class KeyProblems {

    private KeyProblems() {}

    static InvalidRequestException wrongKey(String place, EntityDescription entity, String expected, Class<?> given) {
        return request(
                "EM-1265",
                place,
                "the key of " + entity.name() + " is of type " + expected + ", and a value of type "
                        + Conversion.nameOf(given) + " was given.",
                "Give the key in its own type.");
    }

    static InvalidRequestException noKeyGiven(String place, EntityDescription entity) {
        return request("EM-2030", place, "the given " + entity.name() + " has no key.", "Give a result of a query.");
    }

    static Problem noPartOfKey(String place, String name, EntityDescription entity, List<String> paths) {
        return value(
                "EM-2250",
                place,
                name,
                "is no part of the key of " + entity.name() + ", which has " + String.join(", ", paths) + ".",
                "Give the parts of the key and nothing else.");
    }

    static Problem incomplete(String place, String at, EntityDescription entity, List<String> missing) {
        return new Problem(
                "EM-2251",
                place,
                (at.isEmpty() ? "" : "'" + at + "': ") + "the key of " + entity.name() + " has no "
                        + String.join(", ", missing) + ".",
                "Give all parts of the key.");
    }

    static Problem noKeyValue(String place, String path, @Nullable Object given) {
        return value(
                "EM-2252",
                place,
                path,
                given == null
                        ? "is null, and a part of a key never is."
                        : "is a part of the key, and a value of type " + Conversion.nameOf(given.getClass())
                                + " cannot be one.",
                "Give a value that fits.");
    }

    static Problem twoValues(String place, String path) {
        return value("EM-2253", place, path, "is given twice, with different values.", "Give it once.");
    }
}
