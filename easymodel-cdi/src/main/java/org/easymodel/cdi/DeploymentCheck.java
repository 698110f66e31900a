package org.easymodel.cdi;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.persistence.Entity;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;
import org.easymodel.spi.EngineProvider;
import org.easymodel.spi.PersistenceUnitNames;

/**
 * What can be known to be wrong with injected interfaces while the application is deployed. No unit is opened for it: where a
 * unit must be open to know, the first injection tells.
 *
 * @param factories the beans of the application that are factories of units
 */
record DeploymentCheck(Collection<Bean<?>> factories) {

    List<Problem> problems(Collection<TypedPoint> points) {
        EngineProvider engine = OpenUnits.provider(OpenUnits.class.getClassLoader());
        List<Problem> problems = new ArrayList<>();
        points.stream()
                .filter(TypedPoint::isInjected)
                .sorted(Comparator.comparing(TypedPoint::place))
                .forEach(point -> check(point, engine, problems));
        return problems.stream().distinct().toList();
    }

    private void check(TypedPoint point, EngineProvider engine, List<Problem> problems) {
        if (point.type() instanceof ParameterizedType || point.repository().getTypeParameters().length > 0) {
            problems.add(Problems.genericInterface(point.place(), point.repository()));
            return;
        }
        problems.addAll(refusals(() -> checkEntity(point, engine.entity(point.repository()), problems)));
        checkUnit(point, problems);
    }

    private void checkEntity(TypedPoint point, Class<?> entity, List<Problem> problems) {
        if (!entity.isAnnotationPresent(Entity.class) && !PersistenceUnitNames.mayMapByFile()) {
            problems.add(Problems.noEntity(point.repository(), entity));
        }
    }

    private void checkUnit(TypedPoint point, List<Problem> problems) {
        Set<String> ofType = point.unitsOfType();
        if (ofType.size() > 1) {
            problems.add(Problems.unitsAbove(point.repository(), ofType));
            return;
        }
        Optional<String> unit = point.unit().or(point::unitOfType);
        if (!unit.equals(point.unitOfType().or(() -> unit))) {
            problems.add(Problems.otherUnit(
                    point.place(),
                    unit.orElseThrow(),
                    point.repository(),
                    point.unitOfType().orElseThrow()));
            return;
        }
        problems.addAll(refusals(() -> unit.ifPresentOrElse(this::checkNamed, this::checkOnly)));
    }

    private void checkNamed(String unit) {
        if (factories.stream().noneMatch(bean -> TypedPoint.unit(bean.getQualifiers())
                .filter(unit::equals)
                .isPresent())) {
            UnitFactories.requireOnClassPath(unit);
        }
    }

    /** A server may have a reference, which need not be there before the application is. */
    private void checkOnly() {
        boolean plain = factories.stream()
                .anyMatch(bean -> bean.getQualifiers().stream().anyMatch(Default.class::isInstance));
        if (!plain && !Surroundings.isServer()) {
            UnitFactories.onlyOnClassPath();
        }
    }

    private static List<Problem> refusals(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }
}
