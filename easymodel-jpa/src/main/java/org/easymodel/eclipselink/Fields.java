package org.easymodel.eclipselink;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of entity classes. */
final class Fields {

    private Fields() {}

    /** The instance field of that name in a class or its superclasses, nearest first. */
    static Optional<Field> find(Class<?> type, String name) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    static @Nullable Object get(Field field, Object entity) {
        try {
            return field.get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Field " + field + " cannot be read", e);
        }
    }

    static void set(Field field, Object entity, @Nullable Object value) {
        try {
            field.set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Field " + field + " cannot be written", e);
        }
    }
}
