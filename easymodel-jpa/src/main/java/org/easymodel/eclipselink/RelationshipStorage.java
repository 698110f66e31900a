package org.easymodel.eclipselink;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.easymodel.model.EasyModel;
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
    static RelationshipStorage of(Class<?> entity, String attribute, boolean toMany, List<Class<?>> targets) {
        Optional<Field> field = Fields.find(entity, attribute)
                .filter(found -> !Modifier.isFinal(found.getModifiers()))
                .filter(found -> toMany
                        ? List.of(List.class, Collection.class, Iterable.class).contains(found.getType())
                        : targets.stream().allMatch(found.getType()::isAssignableFrom));
        if (field.isPresent()) {
            return toMany ? new CollectionFieldStorage(field.get()) : new FieldStorage(field.get());
        }
        return EasyModel.class.isAssignableFrom(entity) ? new EasyModelStorage(attribute) : new SideStorage(attribute);
    }

    /** Shows a loaded value to the application, where that needs a step of its own. */
    default void publish(Object entity) {}
}
