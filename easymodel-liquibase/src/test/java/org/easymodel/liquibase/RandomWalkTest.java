package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.easymodel.migrate.DiffLaws;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From one random schema to the next on a real database, and all the way back. */
class RandomWalkTest {

    @TempDir
    Path revisions;

    static Stream<Arguments> walks() {
        return Stream.of(TestDatabase.Kind.values())
                .flatMap(kind -> Stream.of(1L, 2L, 3L).map(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void upgradeAndDowngrade_randomSchemas_closeTheGap(TestDatabase.Kind kind, long seed) {
        TestDatabase database = TestDatabase.fresh(kind);
        Random random = new Random(seed);
        List<SchemaModel> schemas = new ArrayList<>();
        SchemaModel before = SchemaModel.empty();
        while (schemas.size() < 4) {
            SchemaModel after = DiffLaws.schema(random);
            var options = DiffLaws.everything(before, after);
            SchemaDiff diff = SchemaDiff.between(before, after, options);
            if (diff.problems().isEmpty() && !diff.isEmpty()) {
                MigrationManager manager = MigrationManager.of(after, revisions).withConnections(database.source());
                manager.revision("Step " + schemas.size(), options);
                manager.upgrade();
                assertThat(SchemaReader.difference(SchemaReader.expected(after), database.schema()))
                        .isEmpty();
                assertThat(DetailReader.difference(database, after)).isEmpty();
                assertThat(manager.current()).hasSize(manager.revisions().size());
                schemas.add(after);
                before = after;
            }
        }
        MigrationManager manager = MigrationManager.of(revisions).withConnections(database.source());
        for (int i = 2; i >= 0; i--) {
            manager.downgradeAcceptingLoss("-1");
            assertThat(SchemaReader.difference(nullableAgain(schemas.get(i)), nullable(database.schema())))
                    .isEmpty();
            assertThat(DetailReader.difference(database, schemas.get(i))).isEmpty();
        }
        manager.downgradeAcceptingLoss("base");
        assertThat(database.schema()).isEmpty();
    }

    /** A dropped column that had to have a value comes back as one that may be empty. */
    private static List<String> nullableAgain(SchemaModel schema) {
        return nullable(SchemaReader.expected(schema));
    }

    private static List<String> nullable(List<String> lines) {
        return lines.stream().map(line -> line.replace(" not null", "")).toList();
    }
}
