package org.easymodel.eclipselink;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.easymodel.model.EasyModel;
import org.easymodel.relate.EntityDescription;
import org.jspecify.annotations.Nullable;

/**
 * Where an entity keeps the value of an inferred relationship in the form that EclipseLink works with: a value holder for
 * one entity, an indirect collection for several.
 */
interface RelationshipStorage {

    /** The value as EclipseLink left it, or what the application put in its place; null if there is nothing. */
    @Nullable
    Object read(Object entity);

    /** Keeps the value as EclipseLink gives it. */
    void write(Object entity, @Nullable Object value);

    /**
     * Where the entity class has a place for a relationship: a field of its own, the base class, or nowhere.
     *
     * @param targets the classes of the entities that may be at the other end
     */
    static RelationshipStorage of(EntityDescription entity, String attribute, boolean toMany, List<Class<?>> targets) {
        Optional<Field> field = entity.freeMembers().stream()
                .filter(member -> member.name().equals(attribute)
                        && targets.stream().allMatch(target -> member.holds(target, toMany)))
                .findFirst()
                .flatMap(member -> Fields.find(entity.type(), member.name()));
        if (field.isPresent()) {
            return toMany ? new CollectionFieldStorage(field.get()) : new FieldStorage(field.get());
        }
        return EasyModel.class.isAssignableFrom(entity.type())
                ? new EasyModelStorage(attribute)
                : new SideStorage(attribute);
    }

    /** Whether a collection has to be a set; otherwise it is a list. */
    default boolean isSet() {
        return false;
    }

    /** Whether the application loads the relationship by reading it, while its persistence context is open. */
    default boolean loadsWhenRead() {
        return false;
    }

    /** Shows a loaded value to the application, where that needs a step of its own. */
    default void publish(Object entity) {}
}
