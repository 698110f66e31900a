package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/**
 * Fields of the type of an entity that nothing maps and no relationship fills: whoever reads one gets null without a word.
 * What is said of a key already is not said again of the field that waits for it.
 */
final class EmptyFields {

    private final ModelDescription model;
    private final List<Problem> said;

    /** @param model what was inferred, with all that was said of it */
    EmptyFields(ModelDescription model) {
        this.model = model;
        this.said = Stream.concat(model.problems().stream(), model.warnings().stream())
                .toList();
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (EntityDescription entity : model.entities()) {
            for (FreeMember field : entity.freeMembers()) {
                target(field)
                        .filter(target -> !isInherited(entity, field)
                                && !isNamed(entity, field)
                                && !isSaid(entity, field, target))
                        .map(target -> Problems.emptyField(entity, field, target, remedy(entity, field, target)))
                        .ifPresent(problems::add);
            }
        }
        return problems;
    }

    private Optional<EntityDescription> target(FreeMember field) {
        if (field.kind() != FreeMember.Kind.FIELD || field.notice() != FreeMember.Notice.ALL) {
            return Optional.empty();
        }
        return isSeveral(field) ? field.element().flatMap(model::entity) : model.entity(field.type());
    }

    private static boolean isSeveral(FreeMember field) {
        return Collection.class.isAssignableFrom(field.type()) || field.type() == Iterable.class;
    }

    private boolean isInherited(EntityDescription entity, FreeMember field) {
        return entity.parent().flatMap(model::entity).stream()
                .flatMap(above -> above.freeMembers().stream())
                .anyMatch(field::equals);
    }

    /** Whether a relationship has the name, also where the field cannot hold it, or is in another class of the hierarchy. */
    private boolean isNamed(EntityDescription entity, FreeMember field) {
        return model.entities().stream()
                .filter(each -> model.related(each.name(), entity.name()))
                .anyMatch(each -> model.relationship(each.name(), field.name()).isPresent()
                        || model.polymorphic(each.name(), field.name()).isPresent());
    }

    private boolean isSaid(EntityDescription entity, FreeMember field, EntityDescription target) {
        EntityDescription holder = isSeveral(field) ? target : entity;
        EntityDescription other = isSeveral(field) ? entity : target;
        return said.stream()
                .map(Problem::place)
                .anyMatch(place -> place.equals(entity.name() + "." + field.name())
                        || place.equals(target.name())
                        || Stream.concat(holder.attributes().stream(), holder.embedded().stream())
                                .filter(attribute -> place.equals(holder.name() + "." + attribute.name())
                                        || place.startsWith(holder.name() + "." + attribute.name() + ","))
                                .anyMatch(attribute -> leadsTo(attribute, other, field)));
    }

    private static boolean leadsTo(AttributeDescription attribute, EntityDescription target, FreeMember field) {
        if (attribute.reference().isPresent()) {
            return attribute.reference().get().target() == target.type();
        }
        return attribute.polymorphic().isPresent()
                || Names.stem(attribute.name())
                        .filter(stem -> isSeveral(field)
                                ? Names.alike(stem, Names.singular(target))
                                        || Names.alike(Names.plural(stem), Names.singular(target))
                                : stem.equals(field.name()))
                        .isPresent();
    }

    private String remedy(EntityDescription entity, FreeMember field, EntityDescription target) {
        boolean several = isSeveral(field);
        Optional<AttributeDescription> key = several ? keyToSelf(entity, field, target) : keyOf(entity, field.name());
        if (key.isPresent()) {
            return "Annotate '" + key.get().name() + "' with @References("
                    + target.type().getSimpleName() + ".class)";
        }
        List<RelationshipDescription> fitting = model.relationships(entity.name()).stream()
                .filter(each -> each.inferred()
                        && each.toMany() == several
                        && each.target().equals(target.name())
                        && entity.freeMembers().stream()
                                .noneMatch(member -> member.name().equals(each.attribute())))
                .toList();
        if (fitting.size() == 1) {
            return "Call it '" + fitting.get(0).attribute() + "', as the relationship is called";
        }
        String any = "Annotate the attribute " + (several ? "of " + target.name() + " " : "") + "that holds the key"
                + (several ? "" : " of " + target.name()) + " with @References(value = "
                + (several ? entity : target).type().getSimpleName() + ".class, "
                + (several ? "inverse" : "attribute") + " = \"" + field.name() + "\")";
        Optional<String> link = several ? link(entity, target) : Optional.empty();
        return link.map(name -> "Annotate " + name + ", which leads to both, with @Link")
                .orElse(any);
    }

    /** {@code parentId} for {@code children}. */
    private static Optional<AttributeDescription> keyToSelf(
            EntityDescription entity, FreeMember field, EntityDescription target) {
        return entity == target && field.name().equals("children") ? keyOf(entity, "parent") : Optional.empty();
    }

    /** The attribute that has the name with the ending that says "key". */
    private static Optional<AttributeDescription> keyOf(EntityDescription entity, String name) {
        return Stream.concat(entity.attributes().stream(), entity.embedded().stream())
                .filter(attribute ->
                        Names.stem(attribute.name()).filter(name::equals).isPresent())
                .findFirst();
    }

    /** An entity that has further attributes and leads to both. */
    private Optional<String> link(EntityDescription entity, EntityDescription target) {
        return model.entities().stream()
                .map(EntityDescription::name)
                .filter(name -> leads(name, entity) && leads(name, target))
                .findFirst();
    }

    private boolean leads(String from, EntityDescription to) {
        return model.relationships(from).stream()
                .anyMatch(
                        each -> each.inferred() && each.owner() && each.target().equals(to.name()));
    }
}
