package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.observe.Logged;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.observe.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking for the numbers of new rows is no select that is sent again and again for want of an include. */
class SequenceCallsTest {

    private static final int ROWS = 1500;

    @ParameterizedTest
    @EnumSource(Database.class)
    void manyNewRows_areNoAlarm(Database database) {
        List<Operation> told = new CopyOnWriteArrayList<>();
        Map<String, String> properties = database.properties("numbers" + java.util.UUID.randomUUID());
        try (Logged log = new Logged("org.easymodel.operations", Level.WARNING);
                EasyRepositories easy = EasyRepositories.builder()
                        .url(properties.get("jakarta.persistence.jdbc.url"))
                        .user(properties.getOrDefault("jakarta.persistence.jdbc.user", ""))
                        .password(properties.getOrDefault("jakarta.persistence.jdbc.password", ""))
                        .entities(Category.class)
                        .onOperation(told::add)
                        .createAll()
                        .open()) {
            easy.blocking(Category.class)
                    .insertMaps(IntStream.range(0, ROWS)
                            .mapToObj(i -> Map.of("name", "C" + i))
                            .toList());
            assertThat(told).singleElement().satisfies(operation -> assertThat(operation.statements())
                    .isGreaterThan(1));
            assertThat(log.lines()).isEmpty();
        }
    }
}
