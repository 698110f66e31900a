package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;

/** Which attributes of one entity together hold a key of several attributes: never a part of it. */
final class CompositeKeyRules {

    private final EntityDescription entity;
    private final List<AttributeDescription> attributes;
    private final Targets targets;
    private final List<Problem> problems;
    private final List<Problem> warnings;

    CompositeKeyRules(
            EntityDescription entity,
            List<AttributeDescription> attributes,
            Targets targets,
            List<Problem> problems,
            List<Problem> warnings) {
        this.entity = entity;
        this.attributes = attributes;
        this.targets = targets;
        this.problems = problems;
        this.warnings = warnings;
    }

    /**
     * The keys of the entity.
     *
     * @param told whether attributes of these names are the key of a declared relationship, so that nothing is said of them
     */
    List<HeldKey> keys(Predicate<Set<String>> told) {
        List<HeldKey> keys = new ArrayList<>();
        Map<Set<String>, List<Named>> byName = new LinkedHashMap<>();
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
                    named(target, id)
                            .forEach(named -> byName.computeIfAbsent(named.key().names(), names -> new ArrayList<>())
                                    .add(named));
                } else {
                    keys.addAll(annotated(target, id, saying));
                }
            }
        }
        byName.forEach((names, fitting) -> {
            if (!told.test(names)) {
                theOnly(fitting).ifPresent(keys::add);
            }
        });
        return keys;
    }

    /**
     * A key that names alone make one, and how much they say: the less the better. The whole name of an entity says more than its
     * last word, and a name says more than a word of which it is the plural.
     */
    private record Named(HeldKey key, int distance) {

        Named after(int steps) {
            return new Named(key, distance + steps);
        }
    }

    /**
     * Of the entities whose key the attributes may hold, the one that they say best, if there is only one; none if it is the
     * entity itself, whose own key they are.
     */
    private Optional<HeldKey> theOnly(List<Named> fitting) {
        int nearest = fitting.stream().mapToInt(Named::distance).min().orElseThrow();
        List<HeldKey> best = fitting.stream()
                .filter(named -> named.distance() == nearest)
                .map(Named::key)
                .toList();
        List<HeldKey> highest = best.stream()
                .filter(key -> best.stream()
                        .noneMatch(other -> other != key && targets.extendsOther(key.target(), other.target())))
                .toList();
        if (highest.stream().anyMatch(HeldKey::toSelf)) {
            return Optional.empty();
        }
        List<EntityDescription> called = highest.stream()
                .flatMap(key -> Stream.concat(
                        Stream.of(key.target()), targets.called(Names.capitalized(Names.singular(key.target())))))
                .distinct()
                .toList();
        if (called.size() > 1) {
            warnings.add(Problems.severalEntities(highest.get(0), called));
            return Optional.empty();
        }
        return Optional.of(highest.get(0));
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
    private List<Named> named(EntityDescription target, List<AttributeDescription> id) {
        Map<String, Map<String, AttributeDescription>> free = new TreeMap<>();
        attributes.stream()
                .filter(attribute -> HeldKey.mayHoldByName(attribute)
                        && attribute.reference().isEmpty())
                .forEach(attribute -> free.computeIfAbsent(
                                Names.before(attribute.name()), place -> new LinkedHashMap<>())
                        .put(Names.last(attribute.name()), attribute));
        List<Named> keys = new ArrayList<>();
        for (Map<String, AttributeDescription> place : free.values()) {
            named(target, id, place).ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<Named> named(
            EntityDescription target, List<AttributeDescription> id, Map<String, AttributeDescription> free) {
        String name = Names.singular(target);
        return named(target, id, free, name).or(() -> Names.singulars(name)
                .flatMap(singular -> named(target, id, free, singular).stream())
                .findFirst()
                .map(key -> key.after(2)));
    }

    private Optional<Named> named(
            EntityDescription target,
            List<AttributeDescription> id,
            Map<String, AttributeDescription> free,
            String name) {
        List<HeldKey.Part> parts = new ArrayList<>();
        boolean whole = false;
        boolean said = false;
        for (AttributeDescription part : id) {
            String plain = Names.last(part.name());
            String after = name + Names.capitalized(plain);
            AttributeDescription attribute = free.containsKey(after) ? free.get(after) : free.get(plain);
            if (attribute == null || !KeyTypes.same(attribute.type(), part.type())) {
                return Optional.empty();
            }
            whole |= Names.beginsWith(Names.last(attribute.name()), name);
            said |= saysLastWord(attribute, name);
            parts.add(new HeldKey.Part(attribute, part));
        }
        HeldKey key = new HeldKey(
                entity, parts, target, name, Reference.to(target.type()), false, Reasons.named(entity, parts, target));
        return whole || said ? Optional.of(new Named(key, whole ? 0 : 1)) : Optional.empty();
    }

    /** {@code tagId} says {@code bookTag} by its last word only where there is no {@code Tag}. */
    private boolean saysLastWord(AttributeDescription attribute, String name) {
        return Names.beginsWith(Names.last(attribute.name()), Names.lastWord(name))
                && targets.saidBy(attribute).isEmpty();
    }
}
