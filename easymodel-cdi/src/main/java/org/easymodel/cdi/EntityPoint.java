package org.easymodel.cdi;

import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository of the library itself is injected. Immutable.
 *
 * @param place for messages
 * @param entity the type argument that it names; null without one
 * @param unit the unit that the place names; empty if it names none
 */
record EntityPoint(String place, @Nullable Type entity, Optional<String> unit) {

    /** The place of an injection point; empty if something else is injected there, or qualifiers ask for a bean of somebody else. */
    static Optional<EntityPoint> of(InjectionPoint point) {
        Type type = TypedPoint.wanted(point.getType());
        return TypedPoint.isOurs(point) && isRepository(type)
                ? Optional.of(new EntityPoint(Place.of(point), argument(type), TypedPoint.unit(point.getQualifiers())))
                : Optional.empty();
    }

    private static boolean isRepository(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        return raw == EasyRepository.class || raw == BlockingRepository.class;
    }

    private static @Nullable Type argument(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : null;
    }
}
