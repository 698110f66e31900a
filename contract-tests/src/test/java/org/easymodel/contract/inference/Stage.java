package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.repository.SqlTap;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.PersistentUnit;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.server.Server;

/** A persistence unit on one database, with tables of its own, opened once for all tests that share it. */
final class Stage {

    private static final Path TRAPS = Path.of("src/test/units/traps");
    private static final Map<String, Stage> OPEN = new ConcurrentHashMap<>();

    final EntityManagerFactory factory;
    final PersistentUnit unit;
    final SqlTap tap = new SqlTap();

    private Stage(EntityManagerFactory factory) {
        this.factory = factory;
        this.unit = unit(factory);
        session().getEventManager().addListener(tap);
    }

    /** The shop, with rows of {@link ShopRows}. */
    static Stage shop(Database database) {
        return OPEN.computeIfAbsent("shop" + database, key -> {
            Stage stage = new Stage(open("shop", database, "inference_shop"));
            stage.write(ShopRows::insert);
            return stage;
        });
    }

    /** The entities of the package {@code traps}, without rows. */
    static Stage traps(Database database) {
        return OPEN.computeIfAbsent(
                "traps" + database,
                key -> new Stage(UnitPath.of(TRAPS).call(() -> open("traps", database, "inference_traps"))));
    }

    /** The entities of the package {@code harbour}, without rows. */
    static Stage harbour(Database database) {
        return OPEN.computeIfAbsent(
                "harbour" + database, key -> new Stage(UnitPath.of(TRAPS).call(() -> openHarbour(database))));
    }

    /** The entities of the package {@code gallery}, without rows. */
    static Stage gallery(Database database) {
        return OPEN.computeIfAbsent(
                "gallery" + database,
                key -> new Stage(UnitPath.of(TRAPS).call(() -> open("gallery", database, "inference_gallery"))));
    }

    /** EclipseLink 4.0.9 writes identity columns that PostgreSQL refuses, and reads them in words that H2 knows in one mode. */
    private static EntityManagerFactory openHarbour(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("inference_harbour"));
        if (database == Database.H2) {
            properties.computeIfPresent("jakarta.persistence.jdbc.url", (key, url) -> url + ";MODE=LEGACY");
        }
        properties.put("easymodel.migrate", "auto");
        EntityManagerFactory factory = Persistence.createEntityManagerFactory("harbour", properties);
        factory.createEntityManager().close();
        return factory;
    }

    private static EntityManagerFactory open(String unit, Database database, String name) {
        Map<String, String> properties = new HashMap<>(database.properties(name));
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put("eclipselink.logging.level", "OFF");
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(unit, properties);
        factory.createEntityManager().close();
        return factory;
    }

    static PersistentUnit unit(EntityManagerFactory factory) {
        return ServiceLoader.load(PersistenceSupport.class)
                .findFirst()
                .orElseThrow()
                .unit(factory);
    }

    Server session() {
        return JpaHelper.getServerSession(factory);
    }

    /** Runs work in a transaction. */
    void write(Consumer<EntityManager> work) {
        read(em -> {
            work.accept(em);
            return null;
        });
    }

    /** Runs work in a transaction, for its result. */
    <R> R read(Function<EntityManager, R> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                R result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    /** The sealed result of a query with these paths, outside of its persistence context. */
    <E> List<E> fetch(Class<E> type, String jpql, String... paths) {
        return read(em -> {
            TypedQuery<E> query = em.createQuery(jpql, type);
            unit.fetch(query, "e", List.of(paths));
            List<E> result = query.getResultList();
            unit.seal(result);
            return result;
        });
    }

    /** Runs a call that sends no statement. */
    <R> R silently(Supplier<R> call) {
        return counting(0, call);
    }

    /** Runs a call that sends exactly so many statements. */
    <R> R counting(int expected, Supplier<R> call) {
        tap.reset();
        R result = call.get();
        assertThat(tap.statements()).hasSize(expected);
        return result;
    }
}
