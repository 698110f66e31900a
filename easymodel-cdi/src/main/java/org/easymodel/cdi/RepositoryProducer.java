package org.easymodel.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;

/** Produces the repository of whatever entity an injection point names. */
@ApplicationScoped
class RepositoryProducer {

    private final OpenUnits units;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    RepositoryProducer() {
        this.units = null;
    }

    @Inject
    RepositoryProducer(OpenUnits units) {
        this.units = units;
    }

    @Produces
    @Dependent
    @SuppressWarnings("unchecked")
    <E> EasyRepository<E> repository(InjectionPoint point) {
        return units.injected(null, EasyRepository.class, entity(point));
    }

    @Produces
    @Dependent
    @SuppressWarnings("unchecked")
    <E> BlockingRepository<E> blocking(InjectionPoint point) {
        return units.injected(null, BlockingRepository.class, entity(point));
    }

    @Produces
    @Dependent
    @Unit("")
    @SuppressWarnings("unchecked")
    <E> EasyRepository<E> repositoryOfUnit(InjectionPoint point) {
        return units.injected(unit(point), EasyRepository.class, entity(point));
    }

    @Produces
    @Dependent
    @Unit("")
    @SuppressWarnings("unchecked")
    <E> BlockingRepository<E> blockingOfUnit(InjectionPoint point) {
        return units.injected(unit(point), BlockingRepository.class, entity(point));
    }

    private static String unit(InjectionPoint point) {
        return TypedPoint.unit(point.getQualifiers()).orElseThrow();
    }

    private static Class<?> entity(InjectionPoint point) {
        if (point.getType() instanceof ParameterizedType type) {
            Type argument = type.getActualTypeArguments()[0];
            if (argument instanceof Class<?> entity) {
                return entity;
            }
        }
        throw Problems.noEntityNamed(Place.of(point));
    }
}
