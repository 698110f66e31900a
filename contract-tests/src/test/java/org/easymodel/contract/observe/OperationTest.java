package org.easymodel.contract.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.RepositoriesBuilder;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.observe.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of each operation, and to whom. */
class OperationTest {

    private final List<Operation> told = new CopyOnWriteArrayList<>();

    private RepositoriesBuilder stations() {
        return EasyRepositories.builder()
                .memory()
                .name("weather")
                .entities(Station.class, Reading.class, Device.class)
                .onOperation(told::add);
    }

    private Operation last() {
        return told.get(told.size() - 1);
    }

    @Test
    void eachVerb_tellsRowsAndStatements() {
        try (EasyRepositories easy = stations().open()) {
            BlockingRepository<Station> stations = easy.blocking(Station.class);
            stations.insertMaps(List.of(
                    Map.of("name", "A", "readings", List.of(Map.of("value", 1), Map.of("value", 2))),
                    Map.of("name", "B")));
            assertThat(last()).satisfies(operation -> {
                assertThat(operation.unit()).isEqualTo("weather");
                assertThat(operation.entity()).isEqualTo("Station");
                assertThat(operation.verb()).isEqualTo("insertMaps");
                assertThat(operation.rows()).isEqualTo(2);
                assertThat(operation.statements()).isGreaterThanOrEqualTo(4);
                assertThat(operation.attempts()).isEqualTo(1);
                assertThat(operation.ran()).isPositive();
                assertThat(operation.queued()).isZero();
                assertThat(operation.outcome()).isEqualTo("ok");
            });
            stations.select().include("readings").list();
            assertThat(last().rows()).isEqualTo(2);
            assertThat(last().statements()).isEqualTo(2);
            stations.count();
            assertThat(last().verb()).isEqualTo("select");
            assertThat(last().rows()).as("one number").isEqualTo(1);
            easy.blocking(Reading.class).updateWhere(Map.of("station.name", "A"), Map.of("value", 7));
            assertThat(last()).extracting(Operation::entity, Operation::rows).containsExactly("Reading", 2L);
            assertThat(stations.find(-1)).isEmpty();
            assertThat(last().rows()).isZero();
            assertThat(told).hasSize(5);
        }
    }

    @Test
    void asynchronousVerb_waitedForItsThread() {
        try (EasyRepositories easy = stations().open()) {
            easy.repository(Station.class).count().toCompletableFuture().join();
            assertThat(last().queued()).isPositive();
            easy.blocking(Station.class).count();
            assertThat(last().queued()).isZero();
        }
    }

    @Test
    void failure_isToldWithItsCode() {
        try (EasyRepositories easy = stations().open()) {
            BlockingRepository<Station> stations = easy.blocking(Station.class);
            stations.insert(new Station("A"));
            Station twin = new Station("A");
            assertThatThrownBy(() -> stations.insert(twin)).isInstanceOf(ConstraintViolatedException.class);
            assertThat(last().failure()).containsInstanceOf(ConstraintViolatedException.class);
            assertThat(last().outcome()).matches("EM-\\d{4}");
            assertThat(last().rows()).isZero();
        }
    }

    @Test
    void verbsOfATransaction_areToldEach() {
        try (EasyRepositories easy = stations().open()) {
            easy.repository(Station.class)
                    .transaction(tx -> tx.repository(Station.class)
                            .insert(new Station("A"))
                            .thenCompose(station -> tx.repository(Station.class).count()))
                    .toCompletableFuture()
                    .join();
            assertThat(told).extracting(Operation::verb).containsExactly("insert", "select");
            assertThat(told)
                    .allSatisfy(operation -> assertThat(operation.statements()).isPositive());
        }
    }

    @Test
    void observerThatThrows_changesNothing() {
        RepositoriesBuilder builder = EasyRepositories.builder()
                .memory()
                .entities(Station.class, Reading.class, Device.class)
                .onOperation(operation -> {
                    throw new IllegalStateException("on purpose");
                })
                .onOperation(told::add);
        try (EasyRepositories easy = builder.open();
                Logged log = new Logged("org.easymodel.operations", Level.WARNING)) {
            assertThat(easy.blocking(Station.class).count()).isZero();
            assertThat(told).hasSize(1);
            assertThat(log.lines()).singleElement().asString().contains("observer");
        }
    }

    @Test
    void log_hasALineForEach() {
        try (EasyRepositories easy = stations().open();
                Logged log = new Logged("org.easymodel.operations", Level.FINE)) {
            easy.blocking(Station.class).count();
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .matches("weather: Station\\.select ok, 1 rows, 1 statements, \\d+\\.\\d ms");
        }
    }

    @Test
    void micrometer_isGivenEach() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try (EasyRepositories easy = stations().open()) {
            easy.blocking(Station.class).count();
            easy.blocking(Station.class).count();
            Timer timer = registry.get("easymodel.operation")
                    .tags("unit", "weather", "entity", "Station", "verb", "select", "outcome", "ok")
                    .timer();
            assertThat(timer.count()).isEqualTo(2);
            assertThat(registry.get("easymodel.operation.statements")
                            .tags("unit", "weather", "entity", "Station", "verb", "select", "outcome", "ok")
                            .summary()
                            .totalAmount())
                    .isEqualTo(2);
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    @Test
    void flightRecorder_isGivenEach(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("easy.jfr");
        try (EasyRepositories easy = stations().open();
                Recording recording = new Recording()) {
            recording.enable("org.easymodel.Operation");
            recording.start();
            easy.repository(Station.class).count().toCompletableFuture().join();
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals("org.easymodel.Operation"))
                .toList();
        assertThat(Files.size(file)).isPositive();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getString("entity")).isEqualTo("Station");
            assertThat(event.getString("verb")).isEqualTo("select");
            assertThat(event.getInt("statements")).isEqualTo(1);
            assertThat(event.getDuration("ran")).isGreaterThan(Duration.ZERO);
        });
    }
}
