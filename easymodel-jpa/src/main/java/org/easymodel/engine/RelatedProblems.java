package org.easymodel.engine;

import static org.easymodel.engine.Problems.has;
import static org.easymodel.engine.Problems.request;
import static org.easymodel.engine.Problems.suggestion;

import java.util.List;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Nearest;
import org.easymodel.relate.EntityDescription;

/** The messages of 221x about the verbs that change which rows a to-many relationship leads to. */
final class RelatedProblems {

    private RelatedProblems() {}

    static InvalidRequestException noRelationship(
            String place, String path, EntityDescription entity, List<String> toMany) {
        return request(
                "EM-2210",
                place,
                "there is no to-many relationship '" + path + "'.",
                (toMany.isEmpty() ? entity.name() + " has none." : has(entity.name(), toMany))
                        + suggestion(Nearest.to(path == null ? "" : path, toMany)));
    }

    static InvalidRequestException toOne(String place, String path) {
        return request("EM-2211", place, "'" + path + "' leads to one row.", "Set it with update(...).");
    }

    static InvalidRequestException noTarget(String place, String path, int index) {
        return request("EM-2212", place, "'" + path + "[" + index + "]' is null.", "Leave it out.");
    }

    static InvalidRequestException noRow(String place, EntityDescription entity) {
        return request(
                "EM-2213",
                place,
                "no " + entity.name() + " is given.",
                "Give an entity that has a row, or the key of one.");
    }

    static InvalidRequestException noWayToValues(String place, String path, EntityDescription link) {
        return request(
                "EM-2214",
                place,
                "the values of '" + path + "' cannot be given, since no relationship leads to " + link.name() + ".",
                "Insert the " + link.name() + " itself.");
    }

    static InvalidRequestException wrongTarget(
            String place, String path, int index, EntityDescription target, Class<?> given) {
        return request(
                "EM-2216",
                place,
                "'" + path + "[" + index + "]' is of type " + Conversion.nameOf(given) + ".",
                "Give a key of " + target.name() + ", an entity, or a map of its values.");
    }

    static InvalidRequestException keyInPayload(String place, String name, EntityDescription link) {
        return request(
                "EM-2215",
                place,
                "'" + name + "' of " + link.name() + " leads to one of the two rows that are linked.",
                "Leave it out.");
    }
}
