package org.easymodel.relate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/** The messages of polymorphic pairs. */
final class PairProblems {

    private PairProblems() {}

    static Problem noEntity(EntityDescription entity, AttributeDescription attribute, Class<?> type) {
        return new Problem(
                "EM-1170",
                place(entity, attribute),
                by(attribute) + " names " + type.getName() + ", which is no entity of this persistence unit.",
                "Add the class to the unit, or leave it out.");
    }

    static Problem noOther(EntityDescription entity, AttributeDescription attribute) {
        String given = attribute.polymorphic().orElseThrow().other();
        return new Problem(
                "EM-1171",
                place(entity, attribute),
                given.isEmpty()
                        ? "a polymorphic pair has a second attribute, which ends with 'Type' where the one with the key ends with"
                                + " 'Id', and there is none."
                        : by(attribute) + " names '" + given + "', but there is no basic attribute of that name.",
                "Add the attribute, or name it with @Polymorphic(other = ...).");
    }

    static Problem saidTwice(EntityDescription entity, AttributeDescription attribute) {
        return new Problem(
                "EM-1171",
                place(entity, attribute),
                "the two attributes of a polymorphic pair have more than one annotation that says what they hold.",
                "Let one of the two say it with @Polymorphic, and neither with @References.");
    }

    static Problem sharedHalf(HeldPair pair) {
        return new Problem(
                "EM-1171",
                pair.place(),
                "'" + pair.type().name() + "' and '" + pair.key().name()
                        + "' are not a pair by themselves: one of them belongs to another pair.",
                "Give each pair two attributes of its own.");
    }

    static Problem otherNumber(EntityDescription entity, AttributeDescription attribute) {
        PolymorphicReference reference = attribute.polymorphic().orElseThrow();
        return new Problem(
                "EM-1172",
                place(entity, attribute),
                by(attribute) + " names " + reference.types().size() + " types and "
                        + reference.values().size() + " values.",
                "Name at least one type, and as many values in the same order, or none for the names of the entities.");
    }

    static Problem alike(
            EntityDescription entity, AttributeDescription attribute, HeldPair.End one, HeldPair.End other) {
        return new Problem(
                "EM-1172",
                place(entity, attribute),
                one.entity() == other.entity()
                        ? by(attribute) + " names " + one.entity().name() + " twice."
                        : by(attribute) + " has the value '" + text(one.value()) + "' for "
                                + one.entity().name() + " and for "
                                + other.entity().name() + ".",
                "Name each type once, and give each a value of its own.");
    }

    static Problem otherType(EntityDescription entity, AttributeDescription key, List<PairRules.Said> targets) {
        return new Problem(
                "EM-1173",
                place(entity, key),
                "the attribute is of type " + key.type().getSimpleName() + ", but "
                        + joined(
                                targets,
                                each -> "the key of " + each.entity().name() + " is of type "
                                        + each.entity()
                                                .singleId()
                                                .orElseThrow()
                                                .type()
                                                .getSimpleName())
                        + ".",
                "Let all types of a polymorphic pair have keys of one type, and the attribute the same.");
    }

    static Problem noKey(EntityDescription entity, AttributeDescription key) {
        return new Problem(
                "EM-1173",
                place(entity, key),
                "the attribute is of a kind that holds no key: a converter changes it, it is filled by the provider, or it is a"
                        + " @Lob.",
                "Store the key as it is.");
    }

    static Problem severalParts(
            EntityDescription entity, AttributeDescription attribute, List<PairRules.Said> targets) {
        return new Problem(
                "EM-1174",
                place(entity, attribute),
                by(attribute) + " names "
                        + joined(targets, each -> each.entity().name() + ", whose primary key is not one attribute")
                        + ".",
                "Leave it out, or give it a key of one attribute.");
    }

    static Problem noValue(EntityDescription entity, AttributeDescription type, List<PairRules.Said> targets) {
        Class<?> of = type.type();
        String constants = of.isEnum()
                ? Stream.of(of.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", ", ", which has ", ""))
                : "";
        return new Problem(
                "EM-1175",
                place(entity, type),
                joined(
                                targets,
                                each -> "'" + each.text() + "', which is to say "
                                        + each.entity().name() + ",")
                        + (targets.size() == 1 ? " is no value" : " are no values") + " of the type "
                        + of.getSimpleName()
                        + " of the attribute" + constants + ".",
                "Give the attribute the type String, Integer or an enumeration, and name its values with @Polymorphic(values ="
                        + " ...).");
    }

    static Problem tooLong(EntityDescription entity, AttributeDescription type, List<PairRules.Said> targets) {
        return new Problem(
                "EM-1175",
                place(entity, type),
                joined(
                                targets,
                                each -> "'" + each.text() + "' has "
                                        + each.text().length() + " characters") + ", and the attribute takes "
                        + type.length() + ".",
                "Let it take more, or name shorter values with @Polymorphic(values = ...).");
    }

    private static String joined(List<PairRules.Said> targets, Function<PairRules.Said, String> text) {
        return targets.stream().map(text).collect(Collectors.joining(" and "));
    }

    static Problem nameTaken(HeldPair pair, String name) {
        return new Problem(
                "EM-1176",
                pair.place(),
                "the relationship would be called '" + name + "', but "
                        + pair.entity().name()
                        + " already has an attribute of that name, or a field or getter that cannot hold each of "
                        + pair.ends().stream().map(end -> end.entity().name()).collect(Collectors.joining(", ")) + ".",
                "Name the relationship with @Polymorphic(attribute = ...), or give the field a type that all of them have, such as"
                        + " an interface or Object.");
    }

    static Problem inverseTaken(HeldPair pair, EntityDescription target, String name) {
        return new Problem(
                "EM-1177",
                pair.place(),
                "the other side of the relationship would be called '" + name + "', but " + target.name()
                        + " already has an attribute or field of that name.",
                "Name the other sides with @Polymorphic(inverse = ...).");
    }

    static Problem related(
            EntityDescription entity, AttributeDescription attribute, HeldPair.End one, HeldPair.End other) {
        return new Problem(
                "EM-1178",
                place(entity, attribute),
                by(attribute) + " names " + one.entity().name() + " and "
                        + other.entity().name() + ", of which one extends the other.",
                "Name the one that is extended: rows of the other are led to as its rows.");
    }

    private static String by(AttributeDescription attribute) {
        return attribute.polymorphic().orElseThrow().speaker();
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : String.valueOf(value);
    }

    private static String place(EntityDescription entity, AttributeDescription attribute) {
        return entity.name() + "." + attribute.name();
    }
}
