package org.easymodel.eclipselink;

import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.constraints.Constraints;

/**
 * What the class of an entity says about one attribute: by its field, by its getter, or by both. Immutable.
 *
 * @param field the field of the attribute's name, if there is one
 * @param getter the getter of the attribute's name, if there is one
 */
public record Members(Optional<Field> field, Optional<Method> getter) {

    /** The members of an attribute, in a class or its superclasses. */
    public static Members of(Class<?> entity, String attribute) {
        return new Members(Fields.find(entity, attribute), getter(entity, attribute));
    }

    private static Optional<Method> getter(Class<?> entity, String attribute) {
        String property = attribute.substring(0, 1).toUpperCase(Locale.ROOT) + attribute.substring(1);
        for (Class<?> each = entity; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                boolean named = method.getName().equals("get" + property)
                        || method.getName().equals("is" + property) && method.getReturnType() == boolean.class;
                if (named && method.getParameterCount() == 0 && !method.isBridge()) {
                    return Optional.of(method);
                }
            }
        }
        return Optional.empty();
    }

    /** The declared type: of the field, else of the getter. */
    public Optional<Class<?>> type() {
        return field.<Class<?>>map(Field::getType).or(() -> getter.map(Method::getReturnType));
    }

    /** The declared type as it is written: of the field, else of the getter. */
    public Optional<Type> genericType() {
        return field.<Type>map(Field::getGenericType).or(() -> getter.map(Method::getGenericReturnType));
    }

    /** The class that declares the attribute. */
    public Optional<Class<?>> declaringClass() {
        return field.<Class<?>>map(Field::getDeclaringClass).or(() -> getter.map(Method::getDeclaringClass));
    }

    /** The annotation of that type: on the field, else on the getter. */
    public <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return elements()
                .map(element -> element.getAnnotation(type))
                .filter(found -> found != null)
                .findFirst();
    }

    /**
     * Whether an annotation calls the relationship required. EclipseLink says so, too, of each that a mapping file maps without
     * the word {@code optional}, which by default it is.
     */
    public boolean isRequiredRelationship() {
        return annotation(ManyToOne.class).filter(toOne -> !toOne.optional()).isPresent()
                || annotation(OneToOne.class).filter(toOne -> !toOne.optional()).isPresent();
    }

    /** All annotations of field and getter. */
    public List<Annotation> annotations() {
        return elements()
                .flatMap(element -> Stream.of(element.getAnnotations()))
                .toList();
    }

    /** What Bean Validation says of the attribute. */
    public Constraints constraints() {
        return Constraints.of(elements().toList());
    }

    /** The field and the getter, as far as they are there. */
    public Stream<AnnotatedElement> elements() {
        return Stream.<Optional<? extends AnnotatedElement>>of(field, getter).flatMap(Optional::stream);
    }
}
