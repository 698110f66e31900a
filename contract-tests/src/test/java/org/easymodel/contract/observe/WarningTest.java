package org.easymodel.contract.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.easymodel.EasyRepositories;
import org.easymodel.RepositoriesBuilder;
import org.easymodel.failure.ConfigurationException;
import org.junit.jupiter.api.Test;

/** What the watch warns of: statements that a persistence context sends row by row, and slow ones. */
class WarningTest {

    private static final int STATIONS = 30;

    private static RepositoriesBuilder stations() {
        return EasyRepositories.builder().memory().entities(Station.class, Reading.class, Device.class);
    }

    private static EasyRepositories filled(RepositoriesBuilder builder) {
        EasyRepositories easy = builder.open();
        easy.blocking(Station.class)
                .insertMaps(IntStream.range(0, STATIONS)
                        .mapToObj(i -> Map.of(
                                "name",
                                "S" + i,
                                "readings",
                                List.of(Map.of("value", i, "device", Map.of("type", "t" + i)))))
                        .toList());
        return easy;
    }

    private static <R> R inContext(EasyRepositories easy, Function<EntityManager, R> work) {
        return easy.blocking(Station.class).transaction(tx -> tx.entityManager(work));
    }

    private static int readingsOf(Stream<Station> stations) {
        return stations.mapToInt(station -> station.getReadings().size()).sum();
    }

    @Test
    void relationship_loadedRowByRow_isToldOnce() {
        try (EasyRepositories easy = filled(stations());
                Logged log = new Logged("org.easymodel.operations", Level.WARNING)) {
            for (int i = 0; i < 2; i++) {
                int rows = inContext(
                        easy,
                        em -> readingsOf(em.createQuery("select s from Station s", Station.class)
                                .getResultStream()));
                assertThat(rows).isEqualTo(STATIONS);
            }
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("EM-2237 easymodel: Station.readings was loaded more than 20 times")
                    .contains("include(\"path\")");
        }
    }

    @Test
    void relationship_loadedWithTheRows_isNotTold() {
        try (EasyRepositories easy = filled(stations());
                Logged log = new Logged("org.easymodel.operations", Level.WARNING)) {
            inContext(
                    easy,
                    em -> readingsOf(em.createQuery("select s from Station s", Station.class)
                            .setHint("eclipselink.batch", "s.readings")
                            .getResultStream()));
            assertThat(readingsOf(easy.blocking(Station.class).select().include("readings.device").list().stream()))
                    .isEqualTo(STATIONS);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void fewLoads_andASettingOfZero_areSilent() {
        try (EasyRepositories easy = filled(stations().property("easymodel.repeated-selects", "0"));
                Logged log = new Logged("org.easymodel.operations", Level.WARNING)) {
            inContext(
                    easy,
                    em -> readingsOf(em.createQuery("select s from Station s", Station.class)
                            .getResultStream()));
            assertThat(log.lines()).isEmpty();
        }
        try (EasyRepositories easy = filled(stations());
                Logged log = new Logged("org.easymodel.operations", Level.WARNING)) {
            inContext(
                    easy,
                    em -> readingsOf(em.createQuery("select s from Station s", Station.class)
                            .setMaxResults(20)
                            .getResultStream()));
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void slowStatement_isToldWithoutValues() {
        try (EasyRepositories easy = filled(stations().property("easymodel.slow-statement", "1"));
                Logged log = new Logged("org.easymodel.sql", Level.WARNING)) {
            inContext(easy, em -> em.createNativeQuery(
                            "select count(*) from system_range(1, 2000) a, system_range(1, 2000) b"
                                    + " where a.x + b.x = 7 and 'secret' = 'secret'")
                    .getSingleResult());
            assertThat(log.lines()).anySatisfy(line -> assertThat(line)
                    .startsWith("EM-2236 easymodel: a statement took ")
                    .contains("from system_range(?, ?) a")
                    .doesNotContain("secret"));
        }
    }

    @Test
    void settingThatIsNoNumber_isRefused() {
        RepositoriesBuilder builder = stations().property("easymodel.slow-statement", "soon");
        assertThatThrownBy(builder::open)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("EM-2004 easymodel.slow-statement");
    }
}
