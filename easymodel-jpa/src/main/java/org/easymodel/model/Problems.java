package org.easymodel.model;

import java.util.Collection;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Nearest;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RelationshipNotLoadedException;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    /** @param known whether the name is known to be right */
    static RelationshipNotLoadedException notLoaded(Class<?> entity, String attribute, boolean known) {
        return new RelationshipNotLoadedException(new Problem(
                "EM-1401",
                entity.getSimpleName() + "." + attribute,
                "the relationship is not loaded.",
                "Ask for it with include(\"" + attribute + "\")" + (known ? "." : ", and check its name.")));
    }

    static InvalidRequestException noRelationship(
            Class<?> entity, String verb, String attribute, Collection<String> names) {
        return new InvalidRequestException(new Problem(
                "EM-1156",
                entity.getSimpleName() + "." + verb,
                "there is no inferred relationship '" + attribute + "'.",
                entity.getSimpleName() + " has " + (names.isEmpty() ? "none" : String.join(", ", names)) + "."
                        + Nearest.to(attribute, names)
                                .map(name -> " Did you mean '" + name + "'?")
                                .orElse("")));
    }

    static InvalidRequestException otherNumber(Class<?> entity, String attribute, boolean toMany, Class<?> type) {
        return other(
                entity,
                attribute,
                "it leads to " + (toMany ? "any number of entities" : "one entity") + ", and was asked for as to "
                        + (toMany ? "one." : "any number."),
                toMany,
                type);
    }

    static InvalidRequestException otherClass(
            Class<?> entity, String attribute, RelationshipPlace place, Class<?> asked) {
        String targets = place.targets().stream().map(Class::getSimpleName).collect(Collectors.joining(" or "));
        return other(
                entity,
                attribute,
                "it leads to " + targets + ", and was asked for as " + asked.getSimpleName() + ".",
                place.toMany(),
                place.type());
    }

    static InvalidRequestException entityOfOtherClass(
            Class<?> entity, String attribute, Class<?> there, Class<?> asked, boolean toMany, Class<?> any) {
        return other(
                entity,
                attribute,
                "the entity there is of class " + there.getSimpleName() + ", and was asked for as "
                        + asked.getSimpleName() + ".",
                toMany,
                any);
    }

    private static InvalidRequestException other(
            Class<?> entity, String attribute, String fact, boolean toMany, Class<?> type) {
        return new InvalidRequestException(new Problem(
                "EM-1157",
                entity.getSimpleName() + "." + attribute,
                fact,
                "Ask for it with " + (toMany ? "relatedList" : "related") + "(\"" + attribute + "\", "
                        + type.getSimpleName() + ".class)."));
    }
}
