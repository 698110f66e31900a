package org.easymodel.cdi;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;

/**
 * A place where an interface is wanted that extends a repository.
 *
 * @param place the member or the interface, for messages
 * @param type what is wanted
 * @param repository the interface, without type arguments
 * @param unit the unit that the place names; empty if it names none
 * @param isInjected whether the application asks for it there; otherwise the interface only lies in a bean archive
 */
record TypedPoint(String place, Type type, Class<?> repository, Optional<String> unit, boolean isInjected) {

    /** The place of an injection point; empty if something else is injected there, or qualifiers ask for a bean of somebody else. */
    static Optional<TypedPoint> of(InjectionPoint point) {
        Type type = wanted(point.getType());
        return isOurs(point) && isTyped(type)
                ? Optional.of(new TypedPoint(Place.of(point), type, raw(type), unit(point.getQualifiers()), true))
                : Optional.empty();
    }

    /** An interface with which the container has met; one with type variables is there for others to extend. */
    static Optional<TypedPoint> of(Class<?> type) {
        return isTyped(type) && type.getTypeParameters().length == 0
                ? Optional.of(new TypedPoint(type.getName(), type, type, Optional.empty(), false))
                : Optional.empty();
    }

    /** Whether a type is such an interface. */
    static boolean isTyped(Type type) {
        Class<?> raw = raw(type);
        return raw.isInterface()
                && (EasyRepository.class.isAssignableFrom(raw) || BlockingRepository.class.isAssignableFrom(raw))
                && raw != EasyRepository.class
                && raw != BlockingRepository.class;
    }

    /** The unit that some annotations name. */
    static Optional<String> unit(Collection<? extends Annotation> annotations) {
        return annotations.stream()
                .filter(Unit.class::isInstance)
                .map(each -> ((Unit) each).value())
                .findFirst();
    }

    /** Whether a bean may have the type: it has no wildcards and variables. */
    boolean isBeanType() {
        return !(type instanceof ParameterizedType generic)
                || Stream.of(generic.getActualTypeArguments()).allMatch(Class.class::isInstance);
    }

    /** Whether a bean with these qualifiers is injected here. */
    boolean isMetBy(Collection<? extends Annotation> qualifiers) {
        return qualifiers.stream().anyMatch(unit.isPresent() ? Unit.class::isInstance : Default.class::isInstance);
    }

    /** The unit that the interface names, or else the first one above it that does. */
    Optional<String> unitOfType() {
        return unitsOfType().stream().findFirst();
    }

    /** The units that the interface names; its own annotation counts more than those above it. */
    Set<String> unitsOfType() {
        return units(repository);
    }

    private static Set<String> units(Class<?> type) {
        Unit own = type.getDeclaredAnnotation(Unit.class);
        if (own != null) {
            return Set.of(own.value());
        }
        Set<String> units = new TreeSet<>();
        Stream.of(type.getInterfaces()).forEach(above -> units.addAll(units(above)));
        return units;
    }

    /** Whether the qualifiers of a point ask for a bean of this library. */
    static boolean isOurs(InjectionPoint point) {
        return point.getQualifiers().stream()
                .allMatch(each -> each instanceof Default || each instanceof Any || each instanceof Unit);
    }

    /** Of {@code Instance<UserRepository>}, what it gives. */
    static Type wanted(Type type) {
        return type instanceof ParameterizedType generic
                        && (generic.getRawType() == Instance.class || generic.getRawType() == Provider.class)
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : Object.class;
    }
}
