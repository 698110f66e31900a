package org.easymodel.engine;

import static org.easymodel.engine.Problems.request;
import static org.easymodel.engine.Problems.value;

import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;

/** The messages of 224x: about rows that are to be there under a key. */
final class EnsureProblems {

    private EnsureProblems() {}

    static Problem noKeyPart(String place, String name) {
        return value(
                "EM-2240",
                place,
                name,
                "is neither an attribute nor a to-one relationship.",
                "Name the attributes of a unique key.");
    }

    static Problem nullInKey(String place, String name) {
        return value(
                "EM-2241",
                place,
                name,
                "is null, and rows without a value are never the same to a unique key.",
                "Give a value.");
    }

    static Problem onlyIdInKey(String place, String name, List<String> ids) {
        return value(
                "EM-2242",
                place,
                name,
                "does not name its row by the key.",
                "Give the row itself, or a map with '" + String.join("', '", ids) + "' and nothing else.");
    }

    static Problem twoValues(String place, String name) {
        return value("EM-2243", place, name, "has another value in the key.", "Give it in the key only.");
    }

    static Problem noKey(String place, EntityDescription entity, List<String> names, List<List<String>> keys) {
        return new Problem(
                "EM-2244",
                place,
                "nothing makes ("
                        + String.join(", ", names) + ") of " + entity.name()
                        + " unique, so that two calls at the same time could both insert a row.",
                "Use one of "
                        + keys.stream().map(key -> String.join(", ", key)).collect(Collectors.joining("), (", "(", ")"))
                        + ", or declare a unique constraint; what is no part of the key belongs to the other values.");
    }

    static Problem generatedKey(String place, String name) {
        return value(
                "EM-2245",
                place,
                name,
                "is generated, so that no row can be created under a given one.",
                "Use another unique key, or update(...) for a row that is there.");
    }

    static InvalidRequestException noKeyNamed(String place) {
        return request(
                "EM-2271",
                place,
                "no attribute is named that says which row is which.",
                "Name the attributes of a unique key after the rows.");
    }

    static Problem missingInKey(String place, String path) {
        return value("EM-2272", place, path, "is missing, and belongs to the key that was named.", "Give a value.");
    }

    static Problem keyTwice(String place, String first, String second) {
        return value(
                "EM-2273",
                place,
                second,
                "has the key of '" + first + "', so that it is open which of them is to be the row.",
                "Give one map for each row.");
    }
}
