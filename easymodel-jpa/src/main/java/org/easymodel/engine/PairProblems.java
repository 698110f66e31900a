package org.easymodel.engine;

import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.PolymorphicDescription;

/** The messages about relationships over polymorphic pairs. */
final class PairProblems {

    private PairProblems() {}

    private static InvalidRequestException path(String place, String fact, String remedy) {
        return new InvalidRequestException(new Problem("EM-1179", place, fact, remedy));
    }

    /** @param meant the path that was probably meant */
    static InvalidRequestException noTypeNamed(String place, Route route, Optional<String> meant) {
        PolymorphicDescription pair = pair(route);
        return path(
                place,
                "'" + route.path() + "' may lead to " + names(pair) + ", so that it is no single value.",
                suggested(
                        meant,
                        "Name the entity: '" + typed(route, pair.entities().get(0)) + "'."));
    }

    static InvalidRequestException notOfAll(String place, Route route, String entity, String having) {
        return path(place, hasNone(route, entity), "Name the entity that has it: '" + typed(route, having) + "'.");
    }

    static InvalidRequestException misspelt(String place, Route route, String meant) {
        return path(place, hasNone(route, pair(route).entities().get(0)), suggested(Optional.of(meant), ""));
    }

    private static String hasNone(Route route, String entity) {
        return "'" + route.path() + "' may lead to " + names(pair(route)) + ", and " + entity + " has no '"
                + route.fork().orElseThrow().behind() + "'.";
    }

    /** @param meant the path that was probably meant */
    static InvalidRequestException noneHas(String place, Route route, Optional<String> meant) {
        return path(
                place,
                "'" + route.path() + "' may lead to " + names(pair(route)) + ", and none of them has a relationship '"
                        + route.fork().orElseThrow().behind() + "'.",
                suggested(meant, "Include '" + pair(route).attribute() + "', or a relationship of one of them."));
    }

    private static String suggested(Optional<String> meant, String otherwise) {
        return meant.map(path -> Problems.suggestion(Optional.of(path)).strip()).orElse(otherwise);
    }

    static InvalidRequestException noneOf(String place, PolymorphicDescription pair, Class<?> given) {
        return path(
                place,
                "'" + pair.attribute() + "' leads to " + names(pair) + ", not to " + Conversion.nameOf(given) + ".",
                "Compare it with an entity of one of these, or ask for what lies behind it.");
    }

    static Problem noneOf(String place, String path, PolymorphicDescription pair, String given) {
        return Problems.value(
                "EM-1310", place, path, "leads to " + names(pair) + ", not to " + given + ".", "Give one of these.");
    }

    static Problem noValueOf(String place, String path, PolymorphicDescription pair, Class<?> given) {
        return Problems.value(
                "EM-1310",
                place,
                path,
                "takes " + names(pair) + ", or a map of its values, not " + Conversion.nameOf(given) + ".",
                "");
    }

    /** @param meant the entity whose name was probably meant */
    static Problem whichEntity(String place, String path, PolymorphicDescription pair, Optional<String> meant) {
        return Problems.value(
                "EM-1310",
                place,
                path,
                "does not say of which entity it is, and may lead to " + names(pair) + ".",
                "Put its values under the entity's name, as in {\""
                        + pair.entities().get(0) + "\": {...}}, or give '" + pair.type() + "' beside it."
                        + Problems.suggestion(meant));
    }

    static InvalidRequestException joinedInside(String place) {
        return path(
                place,
                "an expression over a polymorphic pair is compared inside another condition.",
                "Compare attributes with values there, or ask from the entity that has the pair.");
    }

    static InvalidRequestException subclassIncluded(String place, String path, String entity, String base) {
        return new InvalidRequestException(new Problem(
                "EM-1182",
                place,
                "'" + path + "' includes rows as those of " + entity + ", which the pair leads to as to " + base + ".",
                "Name " + base + " there; rows of " + entity + " are among them."));
    }

    private static PolymorphicDescription pair(Route route) {
        return route.fork().orElseThrow().pair();
    }

    private static String typed(Route route, String entity) {
        Route.Fork fork = route.fork().orElseThrow();
        String path = route.path();
        String before = path.substring(0, path.length() - fork.behind().length());
        String dotted = before.endsWith(".") ? before : before + ".";
        return dotted + entity + (fork.behind().isEmpty() ? "" : "." + fork.behind());
    }

    static String names(PolymorphicDescription pair) {
        return pair.entities().stream().collect(Collectors.joining(" or "));
    }
}
