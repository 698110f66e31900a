package org.easymodel.contract.scan.models;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The state of an entity as text: every persistent field, references by their id, unordered collections sorted. */
final class Snapshot {

    private final EntityManagerFactory factory;

    Snapshot(EntityManagerFactory factory) {
        this.factory = factory;
    }

    String of(Object entity) {
        return entity.getClass().getSimpleName() + fields(entity);
    }

    private String fields(Object object) {
        Map<String, String> values = new TreeMap<>();
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (isPersistent(field)) {
                    values.put(field.getName(), text(value(field, object), isOrdered(field)));
                }
            }
        }
        return values.toString();
    }

    private static boolean isPersistent(Field field) {
        return !Modifier.isStatic(field.getModifiers())
                && !Modifier.isTransient(field.getModifiers())
                && !field.isAnnotationPresent(Transient.class)
                && !field.getDeclaringClass().getName().startsWith("org.easymodel.model.");
    }

    private static boolean isOrdered(Field field) {
        return field.isAnnotationPresent(OrderColumn.class) || field.isAnnotationPresent(OrderBy.class);
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value, boolean ordered) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> text(Array.get(value, i), true))
                    .toList()
                    .toString();
        }
        if (value instanceof Collection<?> collection) {
            List<String> elements = new ArrayList<>();
            collection.forEach(element -> elements.add(text(element, ordered)));
            if (!ordered) {
                elements.sort(null);
            }
            return elements.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> entries = new TreeMap<>();
            map.forEach((key, element) -> entries.put(text(key, ordered), text(element, ordered)));
            return entries.toString();
        }
        if (isEntity(value)) {
            return value.getClass().getSimpleName() + "#"
                    + text(factory.getPersistenceUnitUtil().getIdentifier(value), ordered);
        }
        return value.getClass().getName().startsWith("org.easymodel.") && !(value instanceof Enum)
                ? fields(value)
                : basic(value);
    }

    private boolean isEntity(Object value) {
        return value.getClass().isAnnotationPresent(Entity.class)
                || factory.getMetamodel().getEntities().stream()
                        .anyMatch(entity -> entity.getJavaType() == value.getClass());
    }

    private static String basic(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Date date) {
            return String.valueOf(date.getTime());
        }
        if (value instanceof Calendar calendar) {
            return String.valueOf(calendar.getTimeInMillis());
        }
        return value.toString();
    }
}
