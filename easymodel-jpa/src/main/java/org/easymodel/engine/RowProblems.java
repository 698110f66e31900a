package org.easymodel.engine;

import static org.easymodel.engine.Problems.request;
import static org.easymodel.engine.Problems.value;

import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.relate.EntityDescription;

/** The messages of 20xx about the verbs that change rows which are given with their key. */
final class RowProblems {

    private RowProblems() {}

    static ConcurrentChangeException stale(String place, String path, EntityDescription entity) {
        return new ConcurrentChangeException(
                new Problem(
                        "EM-2022",
                        place,
                        "the given " + entity.name() + " is not the current one: '" + path + "' has moved.",
                        "Read the row again and repeat the change."),
                ConcurrentChangeException.Kind.STALE,
                null);
    }

    static InvalidRequestException nullElement(String place, int index) {
        return request("EM-2023", place, "element " + index + " is null.", "Leave it out.");
    }

    static InvalidRequestException wrongElement(String place, int index, EntityDescription entity) {
        return request(
                "EM-2024", place, "element " + index + " is no " + entity.name() + ".", "Give entities of this type.");
    }

    static InvalidRequestException notLoadable(String place, EntityDescription entity) {
        return request(
                "EM-2274",
                place,
                "rows of " + entity.name()
                        + " are more than their columns, or callbacks may lead them to other rows, so that"
                        + " only the persistence context writes them.",
                "Use insertAll or insertMaps, in parts that fit into memory.");
    }

    static Problem noRow(String place, String path, EntityDescription entity, Object given) {
        return value(
                "EM-2275",
                place,
                path,
                given == null ? "is null." : "is no " + entity.name() + " and no map.",
                "Give an entity or a map for each row.");
    }

    static Problem notAlone(String place, String path) {
        return value(
                "EM-2276",
                place,
                path,
                "is not one row by itself, nor one that is there: it is to be inserted or changed with another one, or holds"
                        + " several values.",
                "Insert what rows lead to before, or use insertAll or insertMaps.");
    }

    static InvalidRequestException noCollection(String place) {
        return request("EM-2025", place, "no collection is given.", "Give one; an empty one does nothing.");
    }

    static InvalidRequestException noIdInChanges(String place, String path, String id) {
        return request("EM-2026", place, "'" + path + "' does not give '" + id + "'.", "Give the key of each row.");
    }

    static InvalidRequestException rowTwice(String place, int first, int second) {
        return request(
                "EM-2027", place, "[" + first + "] and [" + second + "] have the same key.", "Give each row once.");
    }

    static RowNotFoundException missingRows(String place, EntityDescription entity, long missing, long given) {
        return new RowNotFoundException(new Problem(
                "EM-2028",
                place,
                missing + " of " + given + " rows of " + entity.name() + " are not there.",
                "Nothing was written. Leave them out, or insert them."));
    }

    static RowNotFoundException goneRow(String place, EntityDescription entity) {
        return new RowNotFoundException(new Problem(
                "EM-2029",
                place,
                "the given " + entity.name() + " has a key, but no row any more.",
                "Insert it without its key, or leave it."));
    }
}
