package org.easymodel.relate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.schema.Cardinality;

/**
 * Which attributes hold the key of another entity: those that say so, and those whose name is an entity's name with
 * {@code Id} and whose type is the type of its key.
 */
final class KeyRules {

    private final Targets targets;
    private final List<RelationshipDescription> declared;
    private final List<Problem> problems;
    private final List<Problem> warnings;

    KeyRules(Targets targets, List<RelationshipDescription> declared, List<Problem> problems, List<Problem> warnings) {
        this.targets = targets;
        this.declared = declared;
        this.problems = problems;
        this.warnings = warnings;
    }

    /** The keys that attributes hold, by entity; those of the entity itself before those in its embeddables. */
    List<HeldKey> keys() {
        List<HeldKey> keys = new ArrayList<>();
        for (EntityDescription entity : targets.entities()) {
            List<AttributeDescription> own = own(entity);
            List<HeldKey> found = new ArrayList<>();
            own.forEach(attribute -> single(entity, attribute).ifPresent(found::add));
            Set<Set<String>> mapped = keysOfDeclared(entity);
            found.addAll(new CompositeKeyRules(entity, own, targets, problems, warnings).keys(mapped::contains));
            found.removeIf(key -> mapped.contains(key.names()) || isLeftToSay(key));
            keys.addAll(found);
        }
        return keys;
    }

    /** A subclass has what it inherits from another entity, but the relationship is that of the other entity. */
    private static List<AttributeDescription> own(EntityDescription entity) {
        return Stream.concat(entity.attributes().stream(), entity.embedded().stream())
                .filter(attribute -> attribute.inferable()
                        && !entity.inherited().contains(attribute.name())
                        && !PairRules.claims(entity, attribute))
                .toList();
    }

    private Set<Set<String>> keysOfDeclared(EntityDescription entity) {
        Set<Set<String>> keys = new HashSet<>();
        declared.stream()
                .filter(relationship ->
                        relationship.owner() && relationship.entity().equals(entity.name()))
                .forEach(relationship -> keys.add(Set.copyOf(relationship.key().attributes())));
        return keys;
    }

    private Optional<HeldKey> single(EntityDescription entity, AttributeDescription attribute) {
        return attribute.reference().isPresent()
                ? annotated(entity, attribute, attribute.reference().get())
                : named(entity, attribute);
    }

    private Optional<HeldKey> annotated(EntityDescription entity, AttributeDescription attribute, Reference reference) {
        Optional<EntityDescription> target = targets.ofClass(reference.target());
        if (target.isEmpty()) {
            problems.add(Problems.noEntity(entity, attribute, reference.target()));
            return Optional.empty();
        }
        List<AttributeDescription> id = targets.id(target.get());
        if (id.isEmpty()) {
            problems.add(Problems.derivedKey(entity, attribute, target.get()));
            return Optional.empty();
        }
        if (id.size() > 1) {
            return Optional.empty();
        }
        if (!KeyTypes.same(attribute.type(), id.get(0).type())) {
            problems.add(Problems.otherType(entity, attribute, target.get(), id.get(0)));
            return Optional.empty();
        }
        return Optional.of(new HeldKey(
                entity,
                List.of(new HeldKey.Part(attribute, id.get(0))),
                target.get(),
                Names.stem(attribute.name()).orElse(Names.last(attribute.name())),
                reference,
                true,
                Reasons.annotated(entity, attribute, target.get())));
    }

    private Optional<HeldKey> named(EntityDescription entity, AttributeDescription attribute) {
        if (!HeldKey.mayHoldByName(attribute)) {
            return Optional.empty();
        }
        List<EntityDescription> called = targets.saidBy(attribute);
        List<EntityDescription> candidates = called.stream()
                .filter(target -> targets.id(target).size() == 1
                        && KeyTypes.same(
                                attribute.type(), targets.id(target).get(0).type()))
                .toList();
        if (candidates.isEmpty() || isItsOwnKey(entity, attribute, candidates)) {
            return Optional.empty();
        }
        if (called.size() > 1) {
            warnings.add(Problems.severalEntities(entity, attribute, called));
            return Optional.empty();
        }
        EntityDescription target = candidates.get(0);
        HeldKey key = new HeldKey(
                entity,
                List.of(new HeldKey.Part(attribute, targets.id(target).get(0))),
                target,
                Names.stem(attribute.name()).orElseThrow(),
                Reference.to(target.type()),
                false,
                Reasons.named(entity, attribute, target));
        return Optional.of(key);
    }

    /** A primary key that only its name says to be another entity's too: rows may have the same keys and nothing else in common. */
    private boolean isLeftToSay(HeldKey key) {
        if (key.annotated() || !key.isWholeId()) {
            return false;
        }
        if (declared.stream().noneMatch(each -> isBetween(each, key.entity(), key.target()))) {
            warnings.add(Problems.sharedPrimaryKey(key));
        }
        return true;
    }

    private static boolean isBetween(
            RelationshipDescription relationship, EntityDescription one, EntityDescription other) {
        Set<String> both = Set.of(relationship.entity(), relationship.target());
        return relationship.cardinality() == Cardinality.ONE_TO_ONE && both.equals(Set.of(one.name(), other.name()));
    }

    /** {@code customerId} of {@code Customer}. */
    private static boolean isItsOwnKey(
            EntityDescription entity, AttributeDescription attribute, List<EntityDescription> candidates) {
        return attribute.role() == Role.ID && candidates.contains(entity);
    }
}
