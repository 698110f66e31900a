package org.easymodel.relate;

import java.util.List;
import java.util.Optional;
import org.easymodel.failure.Problem;

/**
 * Fields that look as if they should hold a relationship, by their names, and cannot. It is kept beside the entity then, and
 * that is worth saying: the field would be empty without a word.
 */
final class Places {

    private final List<EntityDescription> entities;

    Places(List<EntityDescription> entities) {
        this.entities = entities;
    }

    /**
     * One side of a relationship that has got its name.
     *
     * @param targets the entities to which it leads: one, unless it is that of a polymorphic pair
     * @param source what it is inferred from
     */
    record Side(
            EntityDescription entity, String name, List<EntityDescription> targets, boolean toMany, String source) {}

    /**
     * The problem of the first such field; none if there is a field which holds the relationship.
     *
     * @param candidates the names that the side could have got, in order
     */
    Optional<Problem> unusable(Side side, List<String> candidates) {
        if (isHeld(side.entity(), side)) {
            return Optional.empty();
        }
        return candidates.subList(0, candidates.indexOf(side.name()) + 1).stream()
                .flatMap(candidate -> member(side.entity(), candidate).stream())
                .flatMap(field -> side.targets().stream()
                        .flatMap(target -> field.obstacle(target.type(), side.toMany()).stream())
                        .map(obstacle -> Problems.unusableField(side, field.name(), obstacle)))
                .findFirst()
                .or(() -> entities.stream()
                        .filter(each -> each != side.entity()
                                && side.entity().type().isAssignableFrom(each.type())
                                && isHeld(each, side)
                                && member(each, side.name())
                                        .filter(field -> field.notice() != FreeMember.Notice.NOTHING)
                                        .isPresent())
                        .findFirst()
                        .map(each -> Problems.fieldOfSubclass(side, each)));
    }

    private static boolean isHeld(EntityDescription entity, Side side) {
        return member(entity, side.name())
                .filter(field -> side.targets().stream().allMatch(target -> field.holds(target.type(), side.toMany())))
                .isPresent();
    }

    private static Optional<FreeMember> member(EntityDescription entity, String name) {
        return entity.freeMembers().stream()
                .filter(member -> member.name().equals(name))
                .findFirst();
    }
}
