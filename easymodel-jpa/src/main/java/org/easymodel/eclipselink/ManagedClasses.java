package org.easymodel.eclipselink;

import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a unit has to list besides its entities, since EclipseLink does not look for all of it: the mapped classes above them,
 * their embeddables and converters. An entity that a relationship leads to is not among them: which tables a unit has is a
 * decision.
 */
final class ManagedClasses {

    private static final List<Class<? extends Annotation>> LISTED =
            List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

    private final Set<Class<?>> found = new LinkedHashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private ManagedClasses() {}

    /** The given classes first, in their order. */
    static List<Class<?>> of(Collection<Class<?>> classes) {
        ManagedClasses managed = new ManagedClasses();
        managed.found.addAll(classes);
        managed.open.addAll(classes);
        while (!managed.open.isEmpty()) {
            managed.follow(managed.open.remove());
        }
        return List.copyOf(managed.found);
    }

    private void follow(Class<?> type) {
        for (Class<?> above = type.getSuperclass();
                above != null && above != Object.class;
                above = above.getSuperclass()) {
            addIfListed(above);
        }
        addConverters(type);
        for (Field field : type.getDeclaredFields()) {
            follow(field, field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.getParameterCount() == 0) {
                follow(method, method.getGenericReturnType());
            }
        }
    }

    private void follow(AnnotatedElement member, Type type) {
        addConverters(member);
        if (type instanceof Class<?> plain) {
            addEmbeddable(plain);
        } else if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                if (argument instanceof Class<?> plain) {
                    addEmbeddable(plain);
                }
            }
        }
    }

    private void addConverters(AnnotatedElement element) {
        Stream.of(element.getDeclaredAnnotationsByType(Convert.class))
                .filter(convert -> !convert.disableConversion())
                .forEach(convert -> addIfListed(convert.converter()));
    }

    private void addEmbeddable(Class<?> type) {
        if (type.isAnnotationPresent(Embeddable.class)) {
            addIfListed(type);
        }
    }

    private void addIfListed(Class<?> type) {
        if (LISTED.stream().anyMatch(type::isAnnotationPresent) && found.add(type)) {
            open.add(type);
        }
    }
}
