package org.easymodel.engine;

import static org.easymodel.engine.Problems.has;
import static org.easymodel.engine.Problems.request;
import static org.easymodel.engine.Problems.suggestion;
import static org.easymodel.engine.Problems.value;
import static org.easymodel.engine.Problems.valueOf;

import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Nearest;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;

/** The messages of 13xx: what is wrong with a graph of rows that is to be written. */
final class GraphProblems {

    private GraphProblems() {}

    static Problem unknownKey(String place, String path, String key, String owner, List<String> names) {
        String prefix = path.substring(0, path.length() - key.length());
        int dot = key.indexOf('.');
        if (dot > 0 && names.contains(key.substring(0, dot))) {
            String outer = key.substring(0, dot);
            return new Problem(
                    "EM-1304",
                    place,
                    "there is no attribute '" + path + "', as values are given without dots.",
                    "Nest a map: {\"" + outer + "\": {\"" + key.substring(dot + 1) + "\": ...}}.");
        }
        return new Problem(
                "EM-1304",
                place,
                "there is no attribute '" + path + "'.",
                has(owner, names) + suggestion(Nearest.to(key, names).map(nearest -> prefix + nearest)));
    }

    static Problem noValidation(String unit) {
        return new Problem(
                "EM-2265",
                unit,
                "Bean Validation is on the class path and does not start, so that no constraint is checked.",
                "The cause says what is missing; Hibernate Validator needs an implementation of Jakarta Expression Language,"
                        + " such as org.glassfish.expressly:expressly. Set jakarta.persistence.validation.mode to NONE if"
                        + " nothing is to be checked.");
    }

    static Problem noTextKey(String place, String path) {
        return new Problem(
                "EM-1305",
                place,
                "a key " + (path.isEmpty() ? "" : "in '" + path + "' ") + "is no text.",
                "The keys are names of attributes.");
    }

    static Problem wrongValue(String place, String path, Class<?> type, Class<?> given) {
        return value(
                "EM-1306",
                place,
                path,
                "takes " + Conversion.expectation(type) + ", " + Conversion.misfit(type, given) + ".",
                Conversion.remedy(type, given));
    }

    static Problem missing(String place, String path, String owner) {
        return value("EM-1307", place, path, "is required to insert " + owner + " and missing.", "Give a value.");
    }

    /** Whether a row to be inserted needs more than is given, and no more is wrong. */
    static boolean isMissing(Problem problem) {
        return problem.code().equals("EM-1307");
    }

    static Problem ofNoEntity(String place, String path, EntityDescription entity, List<EntityDescription> possible) {
        String names = possible.stream().map(EntityDescription::name).collect(Collectors.joining(", "));
        return new Problem(
                "EM-2254",
                place,
                (path.isEmpty() ? "this" : "'" + path + "'") + " would be a new row of " + entity.name()
                        + ", which is abstract.",
                "Give the key of a row that is there"
                        + (names.isEmpty() ? "." : ", or insert one of " + names + " before."));
    }

    static Problem nullForRequired(String place, String path) {
        return value("EM-1308", place, path, "is required and is given as null.", "Give a value.");
    }

    static Problem filledByUs(String place, String path) {
        return value("EM-1309", place, path, "is filled at every change and cannot be given.", "Leave it out.");
    }

    static Problem noMap(String place, String path, EntityDescription target, Class<?> given) {
        return noMap(place, path, "values of " + target.name(), given);
    }

    static Problem noMap(String place, String path, String content, Class<?> given) {
        return value("EM-1310", place, path, "takes a map of " + content + ", not " + valueOf(given) + ".", "");
    }

    static Problem noCollection(String place, String path, EntityDescription target, Object given) {
        return noCollection(place, path, "maps of " + target.name(), given);
    }

    static Problem noCollection(String place, String path, String content, Object given) {
        return value(
                "EM-1311",
                place,
                path,
                "takes a collection of " + content + ", not " + valueOf(given == null ? Void.class : given.getClass())
                        + ".",
                "");
    }

    static Problem newEntityInMap(String place, String path) {
        return value(
                "EM-1312",
                place,
                path,
                "is an entity without a key.",
                "Give a map of its values, or insert the whole as an entity.");
    }

    static Problem tooDeep(String place, String path, int deepest) {
        return value(
                "EM-1313",
                place,
                path,
                "lies more than " + deepest + " relationships deep.",
                "A map must not contain itself.");
    }

    static Problem contradiction(String place, String path, String relationship) {
        return value(
                "EM-1314",
                place,
                path,
                "and the relationship '" + relationship + "' lead to different rows.",
                "Give one of the two.");
    }

    static Problem noLinkedRow(String place, String path, EntityDescription entity) {
        return value(
                "EM-1316",
                place,
                path,
                "gives the key of a " + entity.name() + " that has no row.",
                "Leave the key out to insert one, or correct it.");
    }

    static Problem twoRows(String place, String path, EntityDescription entity) {
        return value(
                "EM-1317",
                place,
                path,
                "matches several rows of " + entity.name() + " by different keys.",
                "Give only the keys of one row.");
    }

    static Problem differs(String place, String path, EntityDescription entity) {
        return value(
                "EM-1318",
                place,
                path,
                "differs from the " + entity.name() + " that is linked by its key.",
                "Leave it out, or ask for MERGE, which writes it into the row.");
    }

    static Problem differsFromOther(String place, String path, EntityDescription entity, String other) {
        return value(
                "EM-1319",
                place,
                path,
                "differs from '" + other + "', which means the same new " + entity.name() + ".",
                "Describe it once, and name only its key elsewhere.");
    }

    static Problem linkNeedsValues(String place, String path, EntityDescription link, List<String> missing) {
        return value(
                "EM-1320",
                place,
                path,
                "is linked by a " + link.name() + ", which also requires " + String.join(", ", missing) + ".",
                "Insert the " + link.name() + " itself, through its to-many relationship.");
    }

    static Problem foreignObject(String place, String path, Class<?> given) {
        return value(
                "EM-1321", place, path, "is a " + Conversion.nameOf(given) + ", which is no entity of this unit.", "");
    }

    static Problem notChangeable(String place, String path) {
        return value("EM-1322", place, path, "cannot be changed by an update.", "Leave it out.");
    }

    static Problem expressionForOneRow(String place, String path) {
        return value(
                "EM-1325",
                place,
                path,
                "is given as an expression, which only updateWhere takes, where it changes nothing but columns of the rows.",
                "Give a value, or change it in a call of its own.");
    }

    static InvalidRequestException circle(String place, String path, EntityDescription entity) {
        return request(
                "EM-1328",
                place,
                "new rows lead to each other in a circle" + (path.isEmpty() ? "" : " at '" + path + "'")
                        + ", so that none of them can be the first.",
                "Let one of the keys be empty, or insert one of the rows without the relationship and update it afterwards.");
    }

    static Problem ambiguousNaturalKey(String place, String path, EntityDescription entity, Keys.Key key) {
        return value(
                "EM-1329",
                place,
                path,
                "matches several rows of " + entity.name() + " by the natural key ("
                        + String.join(", ", key.attributes()) + ").",
                "Give the primary key or a unique key, or make the natural key unique in the database.");
    }

    static InvalidRequestException tooManyRows(String place, int most) {
        return request(
                "EM-1330",
                place,
                "a map means more than " + most + " rows.",
                "Give them in several maps; one map that occurs in many places counts in each.");
    }

    static Problem withinItself(String place, String path) {
        return value("EM-1331", place, path, "is a map that lies within itself.", "Give a map that comes to an end.");
    }

    static Problem tooLong(String place, String path, int most) {
        return value("EM-1332", place, path, "takes a text of at most " + most + " characters.", "Give a shorter one.");
    }

    static Problem matchesRow(String place, String path, EntityDescription entity) {
        return value(
                "EM-1333",
                place,
                path,
                "has the key of a " + entity.name() + " that is there already, and CREATE_ONLY asks for a new row.",
                "Give another key, or link with LINK.");
    }

    static Problem removedFromNew(String place, String path) {
        return value(
                "EM-1334",
                place,
                path,
                "takes rows out of a relationship, which only a change of its row can do.",
                "Use remove(...) in an update.");
    }

    static Problem noKeyToRemove(String place, String path, EntityDescription entity) {
        return value(
                "EM-1335",
                place,
                path,
                "names no complete key of the " + entity.name() + " to remove.",
                "Give its primary key, or all attributes of a unique key.");
    }

    static Problem cannotLeave(String place, String path, RelationshipDescription relationship, long count) {
        String leading = relationship.target()
                + relationship.inverse().map(inverse -> " (" + inverse + ")").orElse("");
        return value(
                "EM-1336",
                place,
                path,
                "leaves out " + count + (count == 1 ? " row of " : " rows of ") + leading
                        + ", which would be left alone.",
                "Name them too, take them out with remove(...), or declare orphanRemoval.");
    }

    static Problem cannotBeWithout(String place, String path, RelationshipDescription relationship, long count) {
        return value(
                "EM-1337",
                place,
                path,
                "takes out " + count + (count == 1 ? " row of " : " rows of ") + relationship.target()
                        + ", which cannot be without it.",
                "Delete or move them, or declare orphanRemoval.");
    }

    static Problem writtenTwice(String place, String path, EntityDescription entity, String other) {
        return value(
                "EM-1338",
                place,
                path,
                "differs from '" + other + "', which writes the same " + entity.name() + ".",
                "Say it once.");
    }

    static Problem invalid(String place, String path, String constraint, String text) {
        String fact = path.isEmpty() ? "the row does not meet @" + constraint : "does not meet @" + constraint;
        String end = text.isEmpty() ? "." : ": " + text + ".";
        return path.isEmpty()
                ? new Problem("EM-1339", place, fact + end, "Give other values.")
                : value("EM-1339", place, path, fact + end, "Give another value.");
    }

    static InvalidRequestException invalidRow(List<Problem> problems, Throwable cause) {
        return new InvalidRequestException(problems, cause);
    }

    /** The provider follows relationships step into step, and has no other end than that of the stack. */
    static InvalidRequestException tooLongChain(String place, Throwable cause) {
        return new InvalidRequestException(
                List.of(new Problem(
                        "EM-1340",
                        place,
                        "the entities lead from one to the next over more steps than the thread's stack holds.",
                        "Nothing was written. Insert them in several calls.")),
                cause);
    }
}
