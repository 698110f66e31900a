package org.easymodel.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.persistence.EntityManagerFactory;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.failure.Problem;

/**
 * Makes a bean of every interface of the application that extends a repository and is injected somewhere: {@code interface
 * UserRepository extends EasyRepository<User>}. An interface for which the application has a bean itself is left to it. What is
 * wrong with the interfaces fails the deployment, all of it at once.
 *
 * <p>Found by the container; one object for each deployment.
 */
public final class TypedRepositoryExtension implements Extension {

    private final Set<TypedPoint> points = ConcurrentHashMap.newKeySet();
    private final Set<Bean<?>> others = ConcurrentHashMap.newKeySet();

    /** Called by the container. */
    public TypedRepositoryExtension() {}

    <T, X> void found(@Observes ProcessInjectionPoint<T, X> event) {
        TypedPoint.of(event.getInjectionPoint()).ifPresent(points::add);
    }

    /** An interface in a bean archive may be looked up, though nothing has it injected. */
    <X> void found(@Observes ProcessAnnotatedType<X> event) {
        TypedPoint.of(event.getAnnotatedType().getJavaClass()).ifPresent(points::add);
    }

    <X> void found(@Observes ProcessBean<X> event) {
        if (event.getBean().getTypes().stream().anyMatch(TypedPoint::isTyped)) {
            others.add(event.getBean());
        }
    }

    /** A type that no bean can have fails at once; the container would find nothing for it before the deployment is checked. */
    void add(@Observes AfterBeanDiscovery event) {
        points.removeIf(this::isOfApplication);
        Map<Type, TypedPoint> types = new HashMap<>();
        points.forEach(point -> types.putIfAbsent(point.type(), point));
        types.values().forEach(point -> {
            if (point.isBeanType()) {
                add(event, point, Default.Literal.INSTANCE);
                add(event, point, Unit.Literal.of(""));
            } else {
                event.addDefinitionError(Problems.wrongInterfaces(List.of(
                        Problems.genericInterface(point.place(), point.repository()))));
            }
        });
    }

    private boolean isOfApplication(TypedPoint point) {
        return others.stream()
                .anyMatch(bean -> bean.getTypes().contains(point.type()) && point.isMetBy(bean.getQualifiers()));
    }

    private void add(AfterBeanDiscovery event, TypedPoint point, Annotation qualifier) {
        boolean there = others.stream()
                .anyMatch(bean -> bean.getTypes().contains(point.type())
                        && bean.getQualifiers().stream().anyMatch(each -> each.annotationType() == qualifier.annotationType()));
        if (!there) {
            event.<Object>addBean()
                    .id(String.join(
                            " ", getClass().getName(), qualifier.annotationType().getName(), point.type().getTypeName()))
                    .beanClass(point.repository())
                    .types(point.type(), Object.class)
                    .qualifiers(qualifier, Any.Literal.INSTANCE)
                    .scope(Dependent.class)
                    .produceWith(lookup -> produce(lookup, point, qualifier instanceof Unit));
        }
    }

    /** Points with different units share a bean, so that the point is asked. */
    private static Object produce(Instance<Object> lookup, TypedPoint of, boolean asksPoint) {
        OpenUnits units = lookup.select(OpenUnits.class).get();
        Optional<String> unit = asksPoint
                ? TypedPoint.unit(lookup.select(InjectionPoint.class).get().getQualifiers())
                : of.unitOfType();
        return unit.map(units::named).orElseGet(units::only).typed(of.repository());
    }

    void check(@Observes AfterDeploymentValidation event, BeanManager beans) {
        if (!points.isEmpty()) {
            Instance<EntityManagerFactory> factories =
                    beans.createInstance().select(EntityManagerFactory.class, Any.Literal.INSTANCE);
            List<Problem> problems = new DeploymentCheck(new UnitFactories(factories)).problems(points);
            if (!problems.isEmpty()) {
                event.addDeploymentProblem(Problems.wrongInterfaces(problems));
            }
        }
        points.clear();
        others.clear();
    }
}
