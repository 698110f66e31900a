package org.easymodel.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
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
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a bean of every interface of the application that extends a repository and is injected somewhere: {@code interface
 * UserRepository extends EasyRepository<User>}. An interface for which the application has a bean itself is left to it. The units
 * of all injected repositories are opened when the application is deployed, and what is wrong with them or with what is injected
 * fails the deployment, all of it at once.
 *
 * <p>Found by the container; one object for each deployment.
 */
public final class TypedRepositoryExtension implements Extension {

    /** Before any observer of an application, which may use a repository. */
    private static final int FIRST = 0;

    private final Set<TypedPoint> points = ConcurrentHashMap.newKeySet();
    private final Set<Bean<?>> others = ConcurrentHashMap.newKeySet();
    private final Set<EntityPoint> plain = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Bean<OpenUnits> units;

    /** Called by the container. */
    public TypedRepositoryExtension() {}

    <T, X> void found(@Observes ProcessInjectionPoint<T, X> event) {
        TypedPoint.of(event.getInjectionPoint()).ifPresent(points::add);
        EntityPoint.of(event.getInjectionPoint()).ifPresent(plain::add);
    }

    /** An interface that the container notices may be looked up, though nothing has it injected. */
    <X> void found(@Observes @WithAnnotations({Dependent.class, Unit.class}) ProcessAnnotatedType<X> event) {
        TypedPoint.of(event.getAnnotatedType().getJavaClass()).ifPresent(points::add);
    }

    void found(@Observes ProcessManagedBean<OpenUnits> event) {
        units = event.getBean();
    }

    <X> void found(@Observes ProcessBean<X> event) {
        if (event.getBean().getTypes().stream().anyMatch(TypedPoint::isTyped)) {
            others.add(event.getBean());
        }
    }

    /** A type that no bean can have fails at once; the container would find nothing for it before the deployment is checked. */
    void add(@Observes AfterBeanDiscovery event, BeanManager beans) {
        points.removeIf(this::isOfApplication);
        Map<Type, TypedPoint> types = new HashMap<>();
        points.forEach(point -> types.putIfAbsent(point.type(), point));
        types.values().forEach(point -> {
            if (point.isBeanType()) {
                add(event, beans, point, Default.Literal.INSTANCE);
                add(event, beans, point, Unit.Literal.of(""));
            } else {
                event.addDefinitionError(Problems.wrongDeployment(
                        List.of(Problems.genericInterface(point.place(), point.repository()))));
            }
        });
    }

    private boolean isOfApplication(TypedPoint point) {
        return others.stream()
                .anyMatch(bean -> bean.getTypes().contains(point.type()) && point.isMetBy(bean.getQualifiers()));
    }

    private void add(AfterBeanDiscovery event, BeanManager beans, TypedPoint point, Annotation qualifier) {
        boolean there = others.stream()
                .anyMatch(bean -> bean.getTypes().contains(point.type())
                        && bean.getQualifiers().stream()
                                .anyMatch(each -> each.annotationType() == qualifier.annotationType()));
        if (!there) {
            event.<Object>addBean()
                    .id(String.join(
                            " ",
                            getClass().getName(),
                            qualifier.annotationType().getName(),
                            point.type().getTypeName()))
                    .beanClass(OpenUnits.class)
                    .types(point.type(), Object.class)
                    .qualifiers(qualifier, Any.Literal.INSTANCE)
                    .scope(Dependent.class)
                    .produceWith(lookup -> produce(units(beans), lookup, point, qualifier instanceof Unit));
        }
    }

    /** Not looked up by type: on Payara, the archive that an extension's beans lie in sees no other. */
    private OpenUnits units(BeanManager beans) {
        Bean<OpenUnits> bean = Objects.requireNonNull(units, "OpenUnits is no bean");
        return (OpenUnits) beans.getReference(bean, OpenUnits.class, beans.createCreationalContext(bean));
    }

    /** Points with different units share a bean, so that the point is asked. */
    private static Object produce(OpenUnits units, Instance<Object> lookup, TypedPoint of, boolean asksPoint) {
        Optional<String> unit = asksPoint
                ? TypedPoint.unit(lookup.select(InjectionPoint.class).get().getQualifiers())
                : of.unitOfType();
        return units.injected(unit.orElse(null), of.repository(), null);
    }

    void check(@Observes AfterDeploymentValidation event, BeanManager beans) {
        List<Problem> problems = problems(beans);
        if (!problems.isEmpty()) {
            event.addDeploymentProblem(Problems.wrongDeployment(problems));
        }
        others.clear();
    }

    /**
     * Opens the units where the deployment could not: the servers of the GlassFish family bind the references of a web application
     * only now. What is thrown fails their deployment too.
     *
     * @throws org.easymodel.failure.ConfigurationException with all that is wrong
     */
    void open(@Observes @Priority(FIRST) @Initialized(ApplicationScoped.class) Object event, BeanManager beans) {
        if (Surroundings.isComplete()) {
            List<Problem> problems = problems(beans);
            if (!problems.isEmpty()) {
                throw Problems.wrongDeployment(problems);
            }
        }
    }

    private List<Problem> problems(BeanManager beans) {
        if (points.isEmpty() && plain.isEmpty()) {
            return List.of();
        }
        OpenUnits opened = units(beans);
        DeploymentCheck check = new DeploymentCheck(opened);
        List<Problem> problems = check.problems(points, plain);
        if (!problems.isEmpty()) {
            opened.close();
        }
        if (check.isComplete() || !problems.isEmpty()) {
            points.clear();
            plain.clear();
        }
        return problems;
    }
}
