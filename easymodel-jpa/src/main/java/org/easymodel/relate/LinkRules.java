package org.easymodel.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.ConstraintNames;

/**
 * Which entities link two others many-to-many: those with exactly two keys and nothing besides id, version and
 * timestamps, and those that say so. One that is itself a row of what it leads to, or of what that extends, is none.
 */
final class LinkRules {

    private final Map<String, List<HeldKey>> links = new TreeMap<>();
    private final List<Problem> undecided = new ArrayList<>();

    LinkRules(
            List<EntityDescription> entities,
            List<RelationshipDescription> declared,
            List<HeldKey> keys,
            TakenNames names) {
        Map<EntityDescription, List<HeldKey>> byEntity = keys.stream().collect(Collectors.groupingBy(HeldKey::entity));
        for (EntityDescription entity : entities) {
            List<HeldKey> own = byEntity.getOrDefault(entity, List.of());
            boolean related = declared.stream()
                    .anyMatch(relationship -> relationship.entity().equals(entity.name()));
            List<HeldKey> ends = entity.link() ? ends(own, byEntity) : own;
            if (ends.stream().noneMatch(key -> names.areRelated(entity, key.target()))
                    && isLink(entity, ends, related)) {
                links.put(entity.name(), ends);
            } else if (!entity.link() && !related) {
                ofBoth(entity, own, byEntity).ifPresent(common -> undecided.add(Problems.noLinkByName(entity, common)));
            }
        }
    }

    /** Of three keys, the two that are left without one that both of the others' entities hold as well: a tenant's. */
    private static List<HeldKey> ends(List<HeldKey> keys, Map<EntityDescription, List<HeldKey>> byEntity) {
        List<HeldKey> ends = keys.stream()
                .filter(key -> keys.stream()
                        .filter(other -> other != key)
                        .anyMatch(other -> byEntity.getOrDefault(other.target(), List.of()).stream()
                                .noneMatch(held -> held.target() == key.target()
                                        && held.names().equals(key.names()))))
                .toList();
        return keys.size() == 3 && ends.size() == 2 ? ends : keys;
    }

    /** The attribute beside two keys that both of their entities have as well, if it alone keeps the entity from being a link. */
    private static Optional<AttributeDescription> ofBoth(
            EntityDescription entity, List<HeldKey> keys, Map<EntityDescription, List<HeldKey>> byEntity) {
        List<HeldKey> ends = ends(keys, byEntity);
        boolean others = ends.size() != 2
                || ends.stream().anyMatch(key -> key.isUnique() || key.toSelf())
                || ends.get(0).sharesAttributesWith(ends.get(1));
        List<AttributeDescription> further = Stream.concat(entity.attributes().stream(), entity.embedded().stream())
                .filter(attribute -> isPayload(entity, attribute))
                .filter(attribute -> ends.stream().noneMatch(key -> key.has(attribute)))
                .toList();
        return others || further.size() != 1
                ? Optional.empty()
                : further.stream()
                        .filter(attribute -> attribute.inferable()
                                && Names.stem(attribute.name()).isPresent()
                                && ends.stream().allMatch(key -> key.target()
                                        .attribute(attribute.name())
                                        .filter(same -> same.type() == attribute.type()
                                                && (same.isPayload()
                                                        || key.target().id().size() > 1))
                                        .isPresent()))
                        .findFirst();
    }

    private static boolean isLink(EntityDescription entity, List<HeldKey> keys, boolean related) {
        if (keys.size() != 2 || keys.stream().anyMatch(HeldKey::isUnique)) {
            return false;
        }
        if (keys.get(0).sharesAttributesWith(keys.get(1))) {
            return false;
        }
        long payload = Stream.concat(entity.attributes().stream(), entity.embedded().stream())
                .filter(attribute -> isPayload(entity, attribute))
                .filter(attribute -> keys.stream().noneMatch(key -> key.has(attribute)))
                .count();
        return entity.link() || payload == 0 && !related;
    }

    /** A part of a key that is no key itself tells rows of one pair apart: a semester, a number. */
    private static boolean isPayload(EntityDescription entity, AttributeDescription attribute) {
        return attribute.isPayload()
                || attribute.role() == AttributeDescription.Role.ID
                        && !attribute.generated()
                        && entity.id().size() > 1;
    }

    boolean isLink(EntityDescription entity) {
        return links.containsKey(entity.name());
    }

    /** Whether a key is one of the two of a link. */
    boolean isEnd(HeldKey key) {
        return links.getOrDefault(key.entity().name(), List.of()).contains(key);
    }

    /** Those that are links but for an attribute that both ends have as well, each with what to say. */
    List<Problem> undecided() {
        return undecided;
    }

    /** Those that say that they are links and cannot be, each with the reason. */
    List<Problem> unlinkable(
            List<EntityDescription> entities, List<RelationshipDescription> declared, List<HeldKey> keys) {
        return entities.stream()
                .filter(entity -> entity.link() && !isLink(entity))
                .map(entity -> {
                    List<String> ends = declared.stream()
                            .filter(each -> each.entity().equals(entity.name()) && each.owner())
                            .map(RelationshipDescription::attribute)
                            .sorted()
                            .toList();
                    List<HeldKey> own = keys.stream()
                            .filter(key -> key.entity() == entity)
                            .sorted(Comparator.comparing(HeldKey::place))
                            .toList();
                    return own.size() < 2 && !ends.isEmpty()
                            ? Problems.linkOfDeclared(entity, ends)
                            : Problems.noLink(entity, own);
                })
                .toList();
    }

    List<RelationshipDescription> manyToMany(
            TakenNames taken, Places places, List<Problem> problems, List<Problem> warnings) {
        List<RelationshipDescription> relationships = new ArrayList<>();
        for (List<HeldKey> keys : links.values()) {
            HeldKey first = keys.get(0);
            HeldKey second = keys.get(1);
            List<Problem> findings = first.annotated() && second.annotated() ? problems : warnings;
            Optional<String> ofFirst = name(first, second, taken, places, findings);
            Optional<String> ofSecond = name(second, first, taken, places, findings);
            if (ofFirst.isEmpty() || ofSecond.isEmpty()) {
                findings.add(Problems.linkNameTaken(first.entity(), ofFirst.isEmpty() ? first : second));
            }
            ofFirst.ifPresent(name -> relationships.add(side(first, second, name, ofSecond)));
            ofSecond.ifPresent(name -> relationships.add(side(second, first, name, ofFirst)));
        }
        return relationships;
    }

    /** The entity with the key that the schema gives to a link: each pair comes once, unless it says otherwise. */
    static EntityDescription withPair(EntityDescription entity, List<RelationshipDescription> relationships) {
        return relationships.stream()
                .filter(each -> each.origin() == RelationshipDescription.Origin.REFERENCED)
                .flatMap(each -> each.link().stream())
                .filter(link -> link.entity().equals(entity.name()) && !link.repeatable())
                .findFirst()
                .map(link -> entity.withUniqueKey(new UniqueAttributes(
                        ConstraintNames.uniqueKey(
                                entity.table(),
                                link.pair().stream()
                                        .map(name -> entity.attribute(name)
                                                .orElseThrow()
                                                .column())
                                        .toList()),
                        link.pair())))
                .orElse(entity);
    }

    private static Optional<String> name(
            HeldKey here, HeldKey there, TakenNames taken, Places places, List<Problem> findings) {
        String plural = here.target() == there.target() ? Names.plural(there.stem()) : Names.plural(there.target());
        List<String> candidates = List.of(plural, plural + "Via" + here.entity().name());
        Optional<String> name =
                taken.takeFirstFree(here.target(), there.target().type(), true, candidates);
        name.flatMap(given -> places.unusable(
                        new Places.Side(
                                here.target(),
                                given,
                                List.of(there.target()),
                                true,
                                here.entity().name()),
                        candidates))
                .ifPresent(findings::add);
        return name;
    }

    private static RelationshipDescription side(HeldKey here, HeldKey there, String name, Optional<String> inverse) {
        EntityDescription link = here.entity();
        return new RelationshipDescription(
                here.target().name(),
                name,
                Cardinality.MANY_TO_MANY,
                there.target().name(),
                false,
                KeyDescription.NONE,
                Optional.of(
                        new LinkDescription(link.name(), here.description(), there.description(), link.repeatable())),
                inverse,
                false,
                OnDelete.CASCADE,
                false,
                here.annotated() && there.annotated()
                        ? RelationshipDescription.Origin.REFERENCED
                        : RelationshipDescription.Origin.NAMED,
                link.link()
                        ? link.name() + " is annotated with @Link"
                        : link.name() + " holds the keys of " + here.target().name() + " and "
                                + there.target().name() + " and nothing else");
    }
}
