package org.easymodel.cdi;

import jakarta.persistence.Entity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.EasyRepository;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.easymodel.spi.Engine;
import org.easymodel.spi.EngineProvider;
import org.easymodel.spi.PersistenceUnitNames;

/**
 * What is wrong with injected repositories, known while the application is deployed. Their units are opened for it, each once;
 * a server that shows no names of the component yet has them opened when the component starts, or by the first injection. A database that cannot be reached is
 * no fault of the application: the first injection tries again.
 */
final class DeploymentCheck {

    private static final Logger LOGGER = System.getLogger("org.easymodel.cdi");

    private final OpenUnits units;
    private final EngineProvider provider = OpenUnits.provider(OpenUnits.class.getClassLoader());
    private final boolean complete = Surroundings.isComplete();
    private final Map<Optional<String>, Optional<Engine>> opened = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    DeploymentCheck(OpenUnits units) {
        this.units = units;
    }

    /** Whether the units are opened too. */
    boolean isComplete() {
        return complete;
    }

    /** All of them, by the places of the points. What a unit could not infer is a warning of its own, and stops no start. */
    List<Problem> problems(Collection<TypedPoint> typed, Collection<EntityPoint> plain) {
        record Check(String place, Runnable run) {}
        Stream.concat(
                        typed.stream()
                                .filter(TypedPoint::isInjected)
                                .map(point -> new Check(point.place(), () -> check(point))),
                        plain.stream().map(point -> new Check(point.place(), () -> check(point))))
                .sorted(Comparator.comparing(Check::place))
                .forEach(check -> check.run().run());
        return problems.stream().distinct().toList();
    }

    private void check(EntityPoint point) {
        if (!(point.entity() instanceof Class<?> entity)) {
            collect(() -> {
                throw Problems.noEntityNamed(point.place());
            });
            return;
        }
        boolean mayBe = checkEntity(point.place(), entity);
        Optional<Engine> engine = open(point.unit());
        if (mayBe) {
            engine.ifPresent(each -> collect(() -> each.repository(EasyRepository.class, entity)));
        }
    }

    private void check(TypedPoint point) {
        if (point.type() instanceof ParameterizedType || point.repository().getTypeParameters().length > 0) {
            problems.add(Problems.genericInterface(point.place(), point.repository()));
            return;
        }
        int before = problems.size();
        collect(() -> checkEntity(point.repository().getName(), provider.entity(point.repository())));
        boolean mayBe = problems.size() == before;
        unit(point)
                .flatMap(this::open)
                .filter(engine -> mayBe)
                .ifPresent(each -> collect(() -> each.typed(point.repository())));
    }

    private boolean checkEntity(String place, Class<?> entity) {
        if (entity.isAnnotationPresent(Entity.class) || PersistenceUnitNames.mayMapByFile()) {
            return true;
        }
        problems.add(Problems.noEntity(place, entity));
        return false;
    }

    /** The unit of an interface, which may be the one that is not named; empty if it is not clear. */
    private Optional<Optional<String>> unit(TypedPoint point) {
        Set<String> ofType = point.unitsOfType();
        if (ofType.size() > 1) {
            problems.add(Problems.unitsAbove(point.repository(), ofType));
            return Optional.empty();
        }
        Optional<String> unit = point.unit().or(point::unitOfType);
        if (!unit.equals(point.unitOfType().or(() -> unit))) {
            problems.add(Problems.otherUnit(
                    point.place(),
                    unit.orElseThrow(),
                    point.repository(),
                    point.unitOfType().orElseThrow()));
            return Optional.empty();
        }
        return Optional.of(unit);
    }

    private Optional<Engine> open(Optional<String> unit) {
        if (!complete) {
            return Optional.empty();
        }
        if (!opened.containsKey(unit)) {
            List<Engine> engine = new ArrayList<>();
            collect(() -> engine.add(units.engine(unit.orElse(null))));
            opened.put(unit, engine.stream().findFirst());
        }
        return opened.get(unit);
    }

    private void collect(Runnable check) {
        try {
            check.run();
        } catch (DatabaseException e) {
            LOGGER.log(Level.WARNING, e.getMessage(), e);
        } catch (EasyModelException e) {
            problems.addAll(e.problems());
        }
    }
}
