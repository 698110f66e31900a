package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.Version;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.ConstraintViolatedException.Kind;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many rows go in few round trips, and what fails among them is told as if each went alone. */
@ParameterizedClass
@EnumSource(Database.class)
class BatchTest {

    @Entity(name = "Depot")
    public static class Depot extends EasyModel {

        @Column(unique = true, length = 10)
        private String name;
    }

    @Entity(name = "Crate")
    public static class Crate extends EasyModel {

        @Version
        private int version;

        @Column(unique = true, nullable = false)
        private String label;

        private int pieces;

        @References(Depot.class)
        private Long depotId;
    }

    private record World(EntityManagerFactory factory, EasyRepositories easy, RoundTrips trips) {}

    private static final Map<Database, World> OPEN = new EnumMap<>(Database.class);

    @Parameter
    private Database database;

    @TempDir
    private static Path directory;

    private World world;

    private static World open(Database database, Map<String, ?> further) {
        RoundTrips trips = new RoundTrips(database.properties("batch" + further.size()));
        Map<String, Object> properties = new HashMap<>(further);
        properties.put("jakarta.persistence.nonJtaDataSource", trips);
        properties.put("eclipselink.ddl-generation", "create-tables");
        EntityManagerFactory factory = UnitPath.of(
                        directory.resolve(database.name() + further.size()),
                        UnitXml.of("batch", List.of(Depot.class, Crate.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("batch", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        return new World(factory, EasyRepositories.on(factory), trips);
    }

    @BeforeEach
    void empty() {
        world = OPEN.computeIfAbsent(database, each -> open(each, Map.of()));
        world.easy().blocking(Crate.class).deleteEverything();
        world.easy().blocking(Depot.class).deleteEverything();
        world.trips().reset();
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(each -> each.easy().close());
        OPEN.clear();
    }

    private BlockingRepository<Crate> crates() {
        return world.easy().blocking(Crate.class);
    }

    private static List<Map<String, Object>> labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.<String, Object>of("label", "c" + i, "pieces", i))
                .toList();
    }

    @Test
    void manyRows_areInsertedAndChanged_inBatches() {
        List<Crate> rows = crates().insertMaps(labels(2500));
        assertThat(rows).hasSize(2500).allMatch(row -> row.version == 1);
        assertThat(world.trips().writes()).hasSize(3).allMatch(sent -> sent.startsWith("batch INSERT INTO "));
        world.trips().reset();
        crates().updateEach(rows.stream()
                .map(row -> Map.<String, Object>of("id", row.getId(), "pieces", row.pieces + 1))
                .toList());
        assertThat(world.trips().writes()).hasSize(3).allMatch(sent -> sent.startsWith("batch UPDATE "));
        assertThat(crates().select().sum("pieces")).isEqualTo(2500L * 2499 / 2 + 2500);
        assertThat(crates().count(Map.of("version", 2))).isEqualTo(2500);
        world.trips().reset();
        assertThat(crates().updateWhere(Map.of("version", 2), Map.of("pieces", increment(1))))
                .as("a statement for many rows counts them")
                .isEqualTo(2500);
    }

    @Test
    void oneTransaction_seesWhatItWroteBefore() {
        long seen = crates().transaction(tx -> {
            tx.repository(Crate.class).insertMaps(labels(5));
            tx.repository(Crate.class).insertMap(Map.of("label", "last"));
            long rows = tx.sql("select count(*) as n from CRATE", Map.of()).stream()
                    .mapToLong(row -> ((Number) row.get("n")).longValue())
                    .sum();
            return rows + tx.repository(Crate.class).count();
        });
        assertThat(seen).isEqualTo(12);
    }

    @Test
    void aRefusedRow_amongMany_isToldWithItsEntity() {
        Map<String, Object> depot = Map.of("name", "d");
        assertRefused(
                Kind.UNIQUE, "Crate", () -> crates().insertMaps(List.of(Map.of("label", "a"), Map.of("label", "a"))));
        assertRefused(Kind.NOT_NULL, "Crate", () -> crates().transaction(tx -> tx.entityManager(em -> {
            em.persist(new Crate());
            em.persist(new Crate());
            Depot behind = new Depot();
            behind.name = "behind";
            em.persist(behind);
            return 1;
        })));
        assertRefused(Kind.LENGTH, "Depot", () -> crates().transaction(tx -> tx.entityManager(em -> {
            for (int i = 0; i < 3; i++) {
                Depot wide = new Depot();
                wide.name = i + "0123456789";
                em.persist(wide);
            }
            return 1;
        })));
        assertThat(crates().count()).isZero();
        assertThat(world.easy().blocking(Depot.class).insertMap(depot).name).isEqualTo("d");
    }

    private static void assertRefused(Kind kind, String entity, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.entity()).isEqualTo(entity);
        });
    }

    @Test
    void aStaleRow_amongMany_isTold_andNothingIsWritten() {
        List<Crate> rows = crates().insertMaps(labels(20));
        for (int from : List.of(0, 10, 19)) {
            Long moved = rows.get(from).getId();
            assertThatThrownBy(() -> crates().transaction(tx -> tx.entityManager(em -> {
                        List<Crate> read = em.createQuery("select c from Crate c", Crate.class)
                                .getResultList();
                        crates().async()
                                .updateWhere(attribute("id").equalTo(moved), Map.of("label", "moved" + from))
                                .toCompletableFuture()
                                .join();
                        read.forEach(each -> each.pieces = -1);
                        return 1;
                    })))
                    .isInstanceOfSatisfying(ConcurrentChangeException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(ConcurrentChangeException.Kind.VERSION);
                        assertThat(failure.isRetryable()).isTrue();
                    });
        }
        assertThat(crates().count(Map.of("pieces", -1))).isZero();
        assertThat(crates().count(Map.of("label", "moved*"))).isEqualTo(3);
    }

    @Test
    void anApplicationThatSaysOtherwise_hasItsWay() {
        World plain = open(database, Map.of("eclipselink.jdbc.batch-writing", "None"));
        try (EasyRepositories easy = plain.easy()) {
            easy.blocking(Crate.class).insertMaps(labels(3));
            assertThat(plain.trips().writes()).hasSize(3).allMatch(sent -> sent.startsWith("single INSERT "));
        }
        World small = open(database, Map.of("eclipselink.jdbc.batch-writing.size", "2", "easymodel.retry.times", "0"));
        try (EasyRepositories easy = small.easy()) {
            easy.blocking(Crate.class).insertMaps(labels(4));
            assertThat(small.trips().writes()).hasSize(2).allMatch(sent -> sent.startsWith("batch INSERT "));
        }
    }
}
