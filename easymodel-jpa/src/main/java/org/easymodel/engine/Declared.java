package org.easymodel.engine;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.constraints.Constraints;
import org.jspecify.annotations.Nullable;

/** What a class says about one of its attributes: by the field, by the getter, or by both. Immutable. */
record Declared(Optional<Field> field, Optional<Method> getter) {

    static Declared of(Class<?> type, String attribute) {
        return new Declared(
                hierarchy(type)
                        .flatMap(each -> Stream.of(each.getDeclaredFields()))
                        .filter(found -> found.getName().equals(attribute) && !Modifier.isStatic(found.getModifiers()))
                        .findFirst(),
                hierarchy(type)
                        .flatMap(each -> Stream.of(each.getDeclaredMethods()))
                        .filter(method -> isGetter(method, attribute))
                        .findFirst());
    }

    private static Stream<Class<?>> hierarchy(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null && each != Object.class, Class::getSuperclass);
    }

    private static boolean isGetter(Method method, String attribute) {
        String property = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        boolean named = method.getName().equals("get" + property)
                || method.getName().equals("is" + property) && method.getReturnType() == boolean.class;
        return named && method.getParameterCount() == 0 && !method.isBridge();
    }

    private Stream<AnnotatedElement> elements() {
        return Stream.<Optional<? extends AnnotatedElement>>of(field, getter).flatMap(Optional::stream);
    }

    <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return elements()
                .map(element -> element.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean has(Class<? extends Annotation> type) {
        return annotation(type).isPresent();
    }

    /** The declared type: of the field, else of the getter. */
    Optional<Class<?>> type() {
        return field.<Class<?>>map(Field::getType).or(() -> getter.map(Method::getReturnType));
    }

    /** The value in an object that no provider watches. */
    @Nullable
    Object get(Object owner) {
        try {
            if (field.isPresent()) {
                field.get().setAccessible(true);
                return field.get().get(owner);
            }
            Method method = getter.orElseThrow();
            method.setAccessible(true);
            return method.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "An attribute of " + owner.getClass().getName() + " cannot be read", e);
        }
    }

    /** Sets the value in an object that no provider watches. */
    void set(Object owner, @Nullable Object value) {
        try {
            if (field.isPresent()) {
                field.get().setAccessible(true);
                field.get().set(owner, value);
            } else {
                Method read = getter.orElseThrow();
                Method write = read.getDeclaringClass()
                        .getDeclaredMethod(read.getName().replaceFirst("^(get|is)", "set"), read.getReturnType());
                write.setAccessible(true);
                write.invoke(owner, value);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "An attribute of " + owner.getClass().getName() + " cannot be set", e);
        }
    }

    /** Whether the mapping says that the column has a value in every row. */
    boolean isRequiredColumn() {
        return annotation(Column.class).filter(column -> !column.nullable()).isPresent()
                || annotation(Basic.class).filter(basic -> !basic.optional()).isPresent();
    }

    Constraints constraints() {
        return Constraints.of(elements().toList());
    }
}
