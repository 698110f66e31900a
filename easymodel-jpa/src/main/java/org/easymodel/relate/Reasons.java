package org.easymodel.relate;

import java.util.List;
import java.util.stream.Collectors;

/** Why a relationship is inferred, as phrases that follow its name. */
final class Reasons {

    private Reasons() {}

    static String annotated(EntityDescription entity, AttributeDescription attribute, EntityDescription target) {
        return entity.name() + "." + attribute.name() + " is annotated with @References("
                + target.type().getSimpleName() + ".class)";
    }

    static String annotated(EntityDescription entity, List<HeldKey.Part> parts, EntityDescription target) {
        return named(entity, parts) + " are annotated with @References("
                + target.type().getSimpleName() + ".class)";
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
