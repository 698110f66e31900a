package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.liquibase.WrittenRevision;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A model of many entities, at a tenth of the size that is promised. The whole of it, with figures in {@code
 * contract-tests/target/large-model.txt}:
 *
 * <pre>{@code
 * mvn -B -q -ntp -pl contract-tests -am test -Dtest=LargeModelTest -Dlarge.entities=500 -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class LargeModelTest {

    private static final int ENTITIES = Integer.getInteger("large.entities", 50);

    @TempDir
    private Path directory;

    private final StringBuilder figures = new StringBuilder();

    @Test
    void model_ofManyEntities_isScannedAndWrittenWhole() throws IOException {
        LargeModel model = LargeModel.of(ENTITIES, directory.resolve("classes"));

        measured("first scan", model::scan);
        String text = measured("second scan", model::scan);
        SchemaModel schema = measured("reading the text", () -> SchemaModel.parse(text));
        WrittenRevision revision =
                measured("writing the revision", () -> MigrationManager.of(schema, directory.resolve("revisions"))
                        .revision("Create everything"));

        assertThat(schema.tables()).hasSize(ENTITIES + 1);
        assertThat(schema.tables().stream()
                        .mapToInt(table -> table.foreignKeys().size())
                        .sum())
                .isEqualTo(model.relationships());
        assertThat(schema.table(TableName.of("WIDE")).map(Table::columns).orElseThrow())
                .hasSize(model.columns() + 1);
        assertThat(revision.revision()).isPresent();
        figures.append(String.format(
                Locale.ROOT,
                "%d entities, %d relationships, a table of %d columns, text of %d characters%n",
                ENTITIES + 1,
                model.relationships(),
                model.columns() + 1,
                text.length()));
        Files.writeString(Path.of("target/large-model.txt"), figures);
    }

    private <R> R measured(String what, Supplier<R> work) {
        long start = System.nanoTime();
        R result = work.get();
        figures.append(String.format(Locale.ROOT, "%-22s %6d ms%n", what, (System.nanoTime() - start) / 1_000_000));
        return result;
    }
}
