package org.easymodel.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.relate.EntityDescription;
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

    static InvalidRequestException spread(String place, Model model, EntityDescription entity, String done) {
        return request(
                "EM-1180",
                place,
                "the rows of " + entity.name() + " are in a table for each class, and cannot be " + done + " together.",
                "Ask each of its classes: " + names(model.parts(entity)) + "; or list all rows, or count them.");
    }

    static InvalidRequestException overSpread(String place, Model model, String path, EntityDescription entity) {
        return request(
                "EM-1181",
                place,
                "'" + path + "' leads to " + entity.name()
                        + ", whose rows are in a table for each class, so that no one"
                        + " statement asks for values of them.",
                "Ask each of its classes by itself: " + names(model.parts(entity)) + ".");
    }

    private static String names(List<EntityDescription> entities) {
        return entities.stream().map(EntityDescription::name).collect(Collectors.joining(", "));
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

    static InvalidRequestException countedTwice(String place, String label, List<String> branches) {
        return request(
                "EM-1258",
                place,
                "'" + label + "' would count values more than once, since the query also follows "
                        + branches.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" and ")) + ".",
                "Ask in queries of their own.");
    }

    static InvalidRequestException severalBranches(String place, String one, String other) {
        return request(
                "EM-1259",
                place,
                "one expression follows '" + one + "' and '" + other + "', which both lead to many rows.",
                "Calculate with attributes of one of them.");
    }

    static InvalidRequestException subqueryColumns(String place, int columns) {
        return request(
                "EM-1260",
                place,
                "the query in in(...) groups by " + columns + " paths, and one is needed.",
                "Group by the path whose values are meant.");
    }

    static InvalidRequestException subqueryType(String place, String path, Class<?> type, Located column) {
        return request(
                "EM-1262",
                place,
                "'" + path + "' is of type " + type.getSimpleName() + " and the column '" + column.path() + "' of type "
                        + column.type().getSimpleName() + ", which are not compared.",
                "Group by a path of the same type.");
    }

    static InvalidRequestException aggregateOfPart(String place) {
        return request(
                "EM-1263",
                place,
                "the query has a limit or an offset, and an aggregate speaks of all its rows.",
                "Leave them out, or list the rows.");
    }

    static InvalidRequestException refinedChange(String place) {
        return request(
                "EM-1264",
                place,
                "the query has an order, a limit, an offset or includes, which a change of all its rows would ignore.",
                "Leave them out; to change the first rows only, list them and select by their ids.");
    }

    static InvalidRequestException noPaths(String place, List<String> names) {
        return request(
                "EM-1266",
                place,
                "no path is given.",
                "Name relationships; there are " + String.join(", ", names) + ".");
    }

    static RowNotFoundException noRow(String place, EntityDescription entity) {
        return new RowNotFoundException(new Problem(
                "EM-1267",
                place,
                "a given " + entity.name() + " has no row in the database any more.",
                "It was deleted meanwhile; list what there is."));
    }

    static InvalidRequestException foreignSubquery(String place) {
        return request(
                "EM-1257",
                place,
                "the query in in(...) is none of a repository.",
                "Give a grouped query: select().groupBy(\"author.id\").");
    }

    /** As the rules of reactive streams want it. */
    static IllegalArgumentException noDemand(String place, long count) {
        return new IllegalArgumentException("EM-2270" + " " + place + ": a subscriber asked for " + count
                + " rows. Ask for one at least (rule 3.9).");
    }
}
