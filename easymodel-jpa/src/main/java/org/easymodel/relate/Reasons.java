package org.easymodel.relate;

import java.util.List;
import java.util.stream.Collectors;

/** Why a relationship is inferred, as phrases that follow its name. */
final class Reasons {

    private Reasons() {}

    static String annotated(EntityDescription entity, AttributeDescription attribute, EntityDescription target) {
        return entity.name() + "." + attribute.name() + said(" is", attribute, target);
    }

    static String annotated(EntityDescription entity, List<HeldKey.Part> parts, EntityDescription target) {
        return named(entity, parts) + said(" are", parts.get(0).attribute(), target);
    }

    private static String said(String verb, AttributeDescription attribute, EntityDescription target) {
        String name = target.type().getSimpleName();
        return attribute
                .reference()
                .flatMap(Reference::source)
                .map(source -> verb + " said to hold the key of " + name + " by " + source)
                .orElse(verb + " annotated with @References(" + name + ".class)");
    }

    static String named(EntityDescription entity, AttributeDescription attribute, EntityDescription target) {
        return entity.name() + "." + attribute.name() + " has the name and the type of the key of " + target.name();
    }

    static String named(EntityDescription entity, List<HeldKey.Part> parts, EntityDescription target) {
        return named(entity, parts) + " have the names and the types of the key of " + target.name();
    }

    private static String named(EntityDescription entity, List<HeldKey.Part> parts) {
        return parts.stream()
                .map(part -> entity.name() + "." + part.attribute().name())
                .collect(Collectors.joining(" and "));
    }
}
