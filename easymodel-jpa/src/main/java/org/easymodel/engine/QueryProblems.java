package org.easymodel.engine;

import java.util.List;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** The messages about conditions, projections and groups. */
final class QueryProblems {

    private QueryProblems() {}

    private static InvalidRequestException request(String code, String place, String fact, String remedy) {
        return new InvalidRequestException(List.of(new Problem(code, place, fact, remedy)), null);
    }

    static InvalidRequestException noPart(
            Anatomy anatomy, String place, String path, int from, String segment, @Nullable Class<?> owner) {
        return new InvalidRequestException(List.of(Problems.noPart(anatomy, place, path, from, segment, owner)), null);
    }

    static InvalidRequestException noCondition(String place) {
        return request("EM-1251", place, "the condition is null.", "Give one; all() without any restricts nothing.");
    }

    static InvalidRequestException conditionTooDeep(String place, int deepest) {
        return request(
                "EM-1252",
                place,
                "the conditions are nested more than " + deepest + " deep.",
                "Put conditions side by side, with all(...) and any(...).");
    }

    static InvalidRequestException embeddable(String place, String path) {
        return request(
                "EM-1253",
                place,
                "'" + path + "' is an embeddable, which is not compared as a whole.",
                "Ask about its attributes: nest a map, or name them by their paths.");
    }

    static InvalidRequestException collection(String place, String path) {
        return request(
                "EM-1254",
                place,
                "'" + path + "' is a collection of values.",
                "Ask about it in a condition; it has no one value to order, group or calculate by.");
    }

    static InvalidRequestException noNumberButText(String place) {
        return request(
                "EM-1255",
                place,
                "a text that ignores upper and lower case is calculated with.",
                "Leave ignoreCase out.");
    }

    static InvalidRequestException notComparable(String place, String path, Class<?> type, Located other) {
        return request(
                "EM-1256",
                place,
                "'" + path + "' is of type " + type.getSimpleName() + " and '" + other.path() + "' of type "
                        + other.type().getSimpleName() + ", which are not compared.",
                "Compare values of one type.");
    }

    static InvalidRequestException foreignSubquery(String place) {
        return request(
                "EM-1257",
                place,
                "the query in in(...) is none of a repository.",
                "Give a grouped query: select().groupBy(\"author.id\").");
    }
}
