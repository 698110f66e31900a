package org.easymodel.relate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.model.RelationshipRule;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static Problem noEntity(EntityDescription entity, AttributeDescription attribute, Class<?> target) {
        return new Problem(
                "EM-1101",
                place(entity, attribute),
                "@References names " + target.getName() + ", which is no entity of this persistence unit.",
                "Add the class to the unit, or remove the annotation.");
    }

    static Problem derivedKey(EntityDescription entity, AttributeDescription attribute, EntityDescription target) {
        return new Problem(
                "EM-1102",
                place(entity, attribute),
                "@References names " + target.name()
                        + ", whose primary key is or contains a relationship, so that no attribute shows what it holds.",
                "Declare the relationship with @ManyToOne and @JoinColumn.");
    }

    static Problem noPart(
            EntityDescription entity,
            AttributeDescription attribute,
            EntityDescription target,
            List<AttributeDescription> id) {
        return new Problem(
                "EM-1120",
                place(entity, attribute),
                "@References names " + target.name() + ", whose primary key is " + names(id)
                        + ", but not which of these the attribute holds.",
                "Name it with @References(key = ...).");
    }

    static Problem otherParts(
            EntityDescription entity,
            List<AttributeDescription> attributes,
            EntityDescription target,
            List<AttributeDescription> id) {
        return new Problem(
                "EM-1121",
                entity.name() + "."
                        + attributes.stream().map(AttributeDescription::name).collect(Collectors.joining(", ")),
                "the primary key of " + target.name() + " is " + names(id)
                        + ", and the attributes with @References("
                        + target.type().getSimpleName()
                        + ".class) do not hold each of these exactly once.",
                "Annotate one attribute for each, with the same attribute = ... where there are several such keys.");
    }

    static Problem severalEntities(
            EntityDescription entity, AttributeDescription attribute, List<EntityDescription> candidates) {
        return new Problem(
                "EM-1122",
                place(entity, attribute),
                "the name fits several entities: " + classes(candidates) + "; no relationship is inferred.",
                "Say which one with @References, or that it is none with @NoInference.");
    }

    static Problem severalEntities(HeldKey key, List<EntityDescription> candidates) {
        return new Problem(
                "EM-1122",
                key.place(),
                "the names fit several entities: " + classes(candidates) + "; no relationship is inferred.",
                "Say which one with @References on each attribute, or that they are none with @NoInference.");
    }

    private static String classes(List<EntityDescription> entities) {
        return entities.stream().map(entity -> entity.type().getName()).sorted().collect(Collectors.joining(", "));
    }

    static Problem sharedPrimaryKey(HeldKey key) {
        boolean one = key.parts().size() == 1;
        String target = key.target().type().getSimpleName();
        return new Problem(
                "EM-1154",
                key.place(),
                "the primary key has the " + (one ? "name and the type" : "names and the types") + " of the key of "
                        + key.target().name() + ", so that each row may belong to one of its rows; no relationship is"
                        + " inferred from a name alone.",
                "Say that it does with @References(" + target + ".class)" + (one ? "" : " on each attribute")
                        + ", or that it does not with @NoInference.");
    }

    private static String names(List<AttributeDescription> id) {
        return id.stream().map(AttributeDescription::name).collect(Collectors.joining(", ", "(", ")"));
    }

    static Problem otherType(
            EntityDescription entity,
            AttributeDescription attribute,
            EntityDescription target,
            AttributeDescription id) {
        return new Problem(
                "EM-1103",
                place(entity, attribute),
                "the attribute is of type " + attribute.type().getSimpleName() + ", but the key of " + target.name()
                        + " is of type " + id.type().getSimpleName() + ".",
                "Give both the same type.");
    }

    static Problem nameTaken(HeldKey key, String name) {
        boolean own = key.names().contains(name);
        return new Problem(
                "EM-1104",
                key.place(),
                "the relationship would be called '" + name + "', but "
                        + (own
                                ? "that is the name of the attribute itself."
                                : key.entity().name() + " already has an attribute of that name."),
                "Name the relationship with @References(attribute = ...)"
                        + (own ? ", or call the attribute '" + name + "Id'." : "."));
    }

    static Problem otherMember(HeldKey key, String name) {
        return new Problem(
                "EM-1123",
                key.place(),
                "the relationship would be called '" + name + "', but "
                        + key.entity().name()
                        + " has a field or getter of that name which cannot hold one "
                        + key.target().name() + ".",
                "Name the relationship with @References(attribute = ...), or give the field the type of the entity.");
    }

    static Problem inverseTaken(HeldKey key, String name) {
        return new Problem(
                "EM-1105",
                key.place(),
                "the other side of the relationship would be called '" + name + "', but "
                        + key.target().name() + " already has an attribute or field of that name.",
                "Name the other side with @References(inverse = ...).");
    }

    static Problem linkNameTaken(EntityDescription link, HeldKey end) {
        return new Problem(
                "EM-1106",
                link.name(),
                "it links two entities, but " + end.target().name()
                        + " already has attributes of the names that the many-to-many relationship could have.",
                "Rename the attribute; queries can go over " + link.name() + " meanwhile.");
    }

    static Problem unusableField(Places.Side side, String field, String obstacle) {
        String type = side.targets().size() == 1 ? side.targets().get(0).type().getSimpleName() : "Object";
        boolean renamed = !field.equals(side.name());
        return new Problem(
                "EM-1151",
                side.entity().name() + "." + field,
                "the field " + obstacle + ", so that it cannot hold the relationship of " + side.source()
                        + (renamed ? ", which is called '" + side.name() + "' instead." : "."),
                "Declare it as '@Transient " + (side.toMany() ? "List<" + type + ">" : type) + " " + field + "'"
                        + (side.toMany() ? " (or Set, or Collection)" : "")
                        + ", not static and not final, or give it another name.");
    }

    static Problem emptyField(EntityDescription entity, FreeMember field, EntityDescription target, String remedy) {
        return new Problem(
                "EM-1155",
                entity.name() + "." + field.name(),
                "nothing maps the field, and no relationship to " + target.name()
                        + " has its name, so that it stays empty.",
                remedy + "; or say with @NoInference on the field that the application fills it.");
    }

    static Problem fieldOfSubclass(Places.Side side, EntityDescription below) {
        return new Problem(
                "EM-1152",
                below.name() + "." + side.name(),
                "the field cannot hold the relationship of " + side.source() + ", because it is "
                        + side.entity().name() + " that has the relationship.",
                "Declare the field in " + side.entity().type().getSimpleName() + ", or give it another name.");
    }

    static Problem noLink(EntityDescription link, List<HeldKey> keys) {
        String remedy = "Say with @References what the two keys lead to, or remove the annotation.";
        if (keys.size() != 2) {
            String names =
                    keys.stream().map(key -> key.description().toString()).collect(Collectors.joining("; ", ": ", ""));
            return new Problem(
                    "EM-1107",
                    link.name(),
                    "the entity is annotated with @Link, but not exactly two of its attributes hold the key of another"
                            + " entity" + (keys.isEmpty() ? "." : names + "."),
                    keys.size() < 2 ? remedy : "Take those that are none with @NoInference, or remove the annotation.");
        }
        Optional<HeldKey> unique = keys.stream().filter(HeldKey::isUnique).findFirst();
        return new Problem(
                "EM-1107",
                link.name(),
                "the entity is annotated with @Link, but "
                        + unique.map(key -> "its key " + key.description() + " is unique, so that it leads to each "
                                        + key.target().name() + " at most once.")
                                .orElse(
                                        "its two keys share an attribute, or one leads to the entity itself or to one that it extends."),
                "Let each key be one of its own, or remove the annotation.");
    }

    static Problem noLinkByName(EntityDescription link, AttributeDescription common) {
        return new Problem(
                "EM-1158",
                link.name(),
                "it holds two keys and '" + common.name() + "', which both entities to which they lead have as well; no"
                        + " many-to-many relationship is inferred.",
                "Say with @Link that there is one, or with @NoInference on '" + common.name()
                        + "' that there is none.");
    }

    static Problem linkOfDeclared(EntityDescription link, List<String> declared) {
        return new Problem(
                "EM-1153",
                link.name(),
                "the entity is annotated with @Link, but its ends are declared relationships ("
                        + String.join(", ", declared) + "), and a link is inferred from attributes that hold keys.",
                "Replace them by attributes with @References, or remove the annotation and declare the other relationship"
                        + " with @ManyToMany.");
    }

    static Problem neverNull(String place) {
        return new Problem(
                "EM-1130",
                place,
                "onDelete = SET_NULL is asked for, but a value is required.",
                "Let it be null, or say CASCADE or REFUSE.");
    }

    static Problem ruleWithoutEntity(String source, Class<?> type) {
        return new Problem(
                "EM-1125",
                source,
                "a rule is about " + type.getName() + ", which is no entity of this persistence unit.",
                "Add the class to the unit, or remove the rule.");
    }

    static Problem ruleWithoutAttribute(String source, Class<?> entity, String attribute) {
        return new Problem(
                "EM-1126",
                source,
                "a rule is about '" + entity.getSimpleName() + "." + attribute
                        + "', but there is no basic attribute of that name.",
                "Correct the name; an attribute inside an embeddable has its path.");
    }

    static Problem ruleWithOtherParts(String source, RelationshipRule rule) {
        return new Problem(
                "EM-1127",
                source,
                "a rule of " + rule.entity().getSimpleName() + " names "
                        + rule.attributes().size() + " attributes, but "
                        + rule.ids().size() + " of the key that they hold.",
                "Name as many, in the same order, or none to find them by their names.");
    }

    private static String place(EntityDescription entity, AttributeDescription attribute) {
        return entity.name() + "." + attribute.name();
    }
}
