package org.easymodel.model;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What can be asked of an {@link EasyModel} under the name of one inferred relationship. Made by the persistence provider's side
 * of this library; applications do not use it. Immutable.
 *
 * @param targets the classes of the entities that may be at the other end
 * @param toMany whether there may be several at once
 * @param slot where one entity has the value
 */
public record RelationshipPlace(List<Class<?>> targets, boolean toMany, Function<Object, RelationshipSlot> slot) {

    public RelationshipPlace {
        targets = List.copyOf(targets);
        Objects.requireNonNull(slot, "slot");
    }

    /** Whether an entity at the other end may be of a type: of an interface that a subclass has, too. */
    boolean mayBe(Class<?> type) {
        return type.isInterface()
                || targets.stream().anyMatch(target -> type.isAssignableFrom(target) || target.isAssignableFrom(type));
    }

    /** A class that every entity at the other end is of. */
    Class<?> type() {
        return targets.size() == 1 ? targets.get(0) : Object.class;
    }
}
