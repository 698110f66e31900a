package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/** Which attributes of one entity together hold a key of several attributes: never a part of it. */
final class CompositeKeyRules {

    private final EntityDescription entity;
    private final List<AttributeDescription> attributes;
    private final Targets targets;
    private final List<Problem> problems;

    CompositeKeyRules(
            EntityDescription entity, List<AttributeDescription> attributes, Targets targets, List<Problem> problems) {
        this.entity = entity;
        this.attributes = attributes;
        this.targets = targets;
        this.problems = problems;
    }

    List<HeldKey> keys() {
        List<HeldKey> keys = new ArrayList<>();
        for (EntityDescription target : targets.entities()) {
            List<AttributeDescription> id = targets.id(target);
            if (id.size() > 1) {
                List<AttributeDescription> saying = attributes.stream()
                        .filter(attribute -> attribute
                                .reference()
                                .filter(reference -> reference.target() == target.type())
                                .isPresent())
                        .toList();
                if (saying.isEmpty()) {
                    keys.addAll(named(target, id));
                } else {
                    keys.addAll(annotated(target, id, saying));
                }
            }
        }
        return keys;
    }

    /** An attribute with the part of the key that it holds, and what its name says besides. */
    private record Claim(AttributeDescription attribute, AttributeDescription id, String stem) {

        Reference reference() {
            return attribute.reference().orElseThrow();
        }
    }

    private List<HeldKey> annotated(
            EntityDescription target, List<AttributeDescription> id, List<AttributeDescription> saying) {
        List<Claim> claims = new ArrayList<>();
        for (AttributeDescription attribute : saying) {
            Optional<Claim> claim = claim(id, attribute);
            if (claim.isEmpty()) {
                problems.add(Problems.noPart(entity, attribute, target, id));
                return List.of();
            }
            if (!KeyTypes.same(attribute.type(), claim.get().id().type())) {
                problems.add(Problems.otherType(
                        entity, attribute, target, claim.get().id()));
                return List.of();
            }
            claims.add(claim.get());
        }
        List<HeldKey> keys = new ArrayList<>();
        for (List<Claim> group : groups(id, claims)) {
            List<HeldKey.Part> parts = parts(id, group);
            if (parts.size() == id.size() && group.size() == id.size()) {
                keys.add(key(target, group, parts));
            } else {
                problems.add(Problems.otherParts(
                        entity, group.stream().map(Claim::attribute).toList(), target, id));
            }
        }
        return keys;
    }

    /** The part that the annotation names, else the longest that ends the attribute's name. */
    private static Optional<Claim> claim(List<AttributeDescription> id, AttributeDescription attribute) {
        String given = attribute.reference().orElseThrow().key();
        String name = Names.last(attribute.name());
        return id.stream()
                .filter(part -> given.isEmpty()
                        ? stem(name, Names.last(part.name())).isPresent()
                        : part.name().equals(given) || Names.last(part.name()).equals(given))
                .max((one, other) ->
                        Integer.compare(one.name().length(), other.name().length()))
                .map(part -> new Claim(
                        attribute, part, stem(name, Names.last(part.name())).orElse("")));
    }

    /** {@code billing} of {@code billingNumber} for the part {@code number}; empty text for {@code number} itself. */
    private static Optional<String> stem(String attribute, String part) {
        if (attribute.equals(part)) {
            return Optional.of("");
        }
        String ending = Names.capitalized(part);
        return attribute.length() > ending.length() && attribute.endsWith(ending)
                ? Optional.of(attribute.substring(0, attribute.length() - ending.length()))
                : Optional.empty();
    }

    /** One key where each part is held once; several where the attributes tell them apart by the name of the relationship. */
    private static Collection<List<Claim>> groups(List<AttributeDescription> id, List<Claim> claims) {
        boolean one = id.size() == claims.size() && parts(id, claims).size() == id.size();
        Map<String, List<Claim>> groups = new TreeMap<>();
        for (Claim claim : claims) {
            String given = claim.reference().attribute();
            groups.computeIfAbsent(one ? "" : given.isEmpty() ? claim.stem() : given, name -> new ArrayList<>())
                    .add(claim);
        }
        return groups.values();
    }

    private static List<HeldKey.Part> parts(List<AttributeDescription> id, List<Claim> claims) {
        List<HeldKey.Part> parts = new ArrayList<>();
        for (AttributeDescription part : id) {
            claims.stream()
                    .filter(claim -> claim.id() == part)
                    .findFirst()
                    .ifPresent(claim -> parts.add(new HeldKey.Part(claim.attribute(), part)));
        }
        return parts;
    }

    private HeldKey key(EntityDescription target, List<Claim> group, List<HeldKey.Part> parts) {
        List<String> stems = group.stream().map(Claim::stem).distinct().toList();
        String stem = stems.size() == 1 && !stems.get(0).isEmpty() ? stems.get(0) : Names.singular(target);
        return new HeldKey(
                entity,
                parts,
                target,
                stem,
                together(group.stream().map(Claim::reference).toList()),
                true,
                Reasons.annotated(entity, parts, target));
    }

    /** What any of the annotations says that the others leave to the rules. */
    private static Reference together(List<Reference> references) {
        Reference first = references.get(0);
        return new Reference(
                first.target(),
                "",
                firstGiven(references.stream().map(Reference::attribute).toList()),
                firstGiven(references.stream().map(Reference::inverse).toList()),
                references.stream()
                        .map(Reference::onDelete)
                        .filter(rule -> rule != org.easymodel.model.OnDelete.REFUSE)
                        .findFirst()
                        .orElse(first.onDelete()),
                references.stream().anyMatch(Reference::orphanRemoval),
                references.stream().allMatch(Reference::constraint),
                first.source());
    }

    private static String firstGiven(List<String> names) {
        return names.stream().filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    /**
     * By names: each part is held by an attribute that has the target's name before the part's, or the part's own name; and
     * the target's name is said at least once, for {@code code} and {@code country} are of many things. All are of the entity
     * itself, or of one embeddable.
     */
    private List<HeldKey> named(EntityDescription target, List<AttributeDescription> id) {
        boolean hidden =
                targets.called(Names.capitalized(Names.singular(target))).count() > 1;
        if (hidden || target == entity) {
            return List.of();
        }
        Map<String, Map<String, AttributeDescription>> free = new TreeMap<>();
        attributes.stream()
                .filter(attribute -> HeldKey.mayHoldByName(attribute)
                        && attribute.reference().isEmpty())
                .forEach(attribute -> free.computeIfAbsent(
                                Names.before(attribute.name()), place -> new LinkedHashMap<>())
                        .put(Names.last(attribute.name()), attribute));
        List<HeldKey> keys = new ArrayList<>();
        for (Map<String, AttributeDescription> place : free.values()) {
            named(target, id, place).ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<HeldKey> named(
            EntityDescription target, List<AttributeDescription> id, Map<String, AttributeDescription> free) {
        String entityName = Names.singular(target);
        return Stream.concat(Stream.of(entityName), Names.singulars(entityName))
                .flatMap(name -> named(target, id, free, name).stream())
                .findFirst();
    }

    private Optional<HeldKey> named(
            EntityDescription target,
            List<AttributeDescription> id,
            Map<String, AttributeDescription> free,
            String name) {
        List<HeldKey.Part> parts = new ArrayList<>();
        boolean said = false;
        for (AttributeDescription part : id) {
            String plain = Names.last(part.name());
            String after = name + Names.capitalized(plain);
            AttributeDescription attribute = free.containsKey(after) ? free.get(after) : free.get(plain);
            if (attribute == null || !KeyTypes.same(attribute.type(), part.type())) {
                return Optional.empty();
            }
            said |= says(attribute, name);
            parts.add(new HeldKey.Part(attribute, part));
        }
        return said
                ? Optional.of(new HeldKey(
                        entity,
                        parts,
                        target,
                        name,
                        Reference.to(target.type()),
                        false,
                        Reasons.named(entity, parts, target)))
                : Optional.empty();
    }

    /** {@code tagId} says {@code bookTag} by its last word only where there is no {@code Tag}. */
    private boolean says(AttributeDescription attribute, String name) {
        String plain = Names.last(attribute.name());
        return Names.beginsWith(plain, name)
                || Names.beginsWith(plain, Names.lastWord(name))
                        && targets.saidBy(attribute).isEmpty();
    }
}
