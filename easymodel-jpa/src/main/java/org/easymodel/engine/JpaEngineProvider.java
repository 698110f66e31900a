package org.easymodel.engine;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.easymodel.spi.Engine;
import org.easymodel.spi.EngineProvider;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.UnitDefinition;
import org.easymodel.spi.UnitSetup;

/** Opens the engine on whatever persistence provider the unit has. */
public final class JpaEngineProvider implements EngineProvider {

    /** For {@link ServiceLoader}. */
    public JpaEngineProvider() {}

    @Override
    public Engine open(UnitSetup setup) {
        return JpaEngine.open(support(setup.factory()).unit(setup.factory()), setup);
    }

    @Override
    public Engine open(UnitDefinition unit) {
        PersistenceSupport support = ServiceLoader.load(
                        PersistenceSupport.class, JpaEngineProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> Problems.noSupport(List.of()));
        EntityManagerFactory factory = support.create(unit);
        try {
            return new OwnUnit(JpaEngine.open(support.unit(factory), UnitSetup.of(factory, unit.observers())), factory);
        } catch (RuntimeException | Error e) {
            factory.close();
            throw e;
        }
    }

    @Override
    public Class<?> entity(Class<?> repository) {
        return TypedRepository.entity(repository);
    }

    private static PersistenceSupport support(EntityManagerFactory factory) {
        List<String> known = new ArrayList<>();
        for (PersistenceSupport support :
                ServiceLoader.load(PersistenceSupport.class, JpaEngineProvider.class.getClassLoader())) {
            if (support.supports(factory)) {
                return support;
            }
            known.add(support.provider());
        }
        throw Problems.noSupport(known);
    }
}
