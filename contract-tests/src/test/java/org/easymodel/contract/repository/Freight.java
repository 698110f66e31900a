package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.eclipse.persistence.jpa.JpaHelper;

/** The haulage company on one database, opened once for all tests. */
final class Freight {

    private static final Map<Database, Freight> OPEN = new EnumMap<>(Database.class);

    private static final List<String> ENTITIES = List.of("Wagon", "Load", "Shipment", "Driver", "Vehicle", "Depot");

    final EntityManagerFactory factory;
    final EasyRepositories easy;
    final SqlTap tap = new SqlTap();

    private Freight(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("freight"));
        properties.put("eclipselink.ddl-generation", "create-tables");
        factory = UnitPath.of(Path.of("src/test/units/freight")).call(() -> {
            EntityManagerFactory opened = Persistence.createEntityManagerFactory("freight", properties);
            opened.createEntityManager().close();
            return opened;
        });
        JpaHelper.getServerSession(factory).getEventManager().addListener(tap);
        easy = EasyRepositories.on(factory);
    }

    static synchronized Freight on(Database database) {
        return OPEN.computeIfAbsent(database, Freight::new);
    }

    <E> BlockingRepository<E> rows(Class<E> entity) {
        return easy.blocking(entity);
    }

    void empty() {
        write(em -> {
            em.createQuery("update Wagon w set w.nextId = null").executeUpdate();
            em.createQuery("update Depot d set d.managerId = null").executeUpdate();
            em.createQuery("update Vehicle v set v.depotId = null").executeUpdate();
            em.flush();
            ENTITIES.forEach(entity -> em.createQuery("select e from " + entity + " e")
                    .getResultList()
                    .forEach(em::remove));
        });
        tap.reset();
    }

    void write(Consumer<EntityManager> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                work.accept(em);
                em.getTransaction().commit();
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    long count(String entity) {
        try (EntityManager em = factory.createEntityManager()) {
            return em.createQuery("select count(e) from " + entity + " e", Long.class)
                    .getSingleResult();
        }
    }

    /** Runs a call that sends no statement. */
    <R> R silently(Supplier<R> call) {
        tap.reset();
        R result = call.get();
        assertThat(tap.statements()).isEmpty();
        return result;
    }
}
