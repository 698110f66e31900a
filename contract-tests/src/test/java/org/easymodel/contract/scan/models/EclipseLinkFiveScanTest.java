package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With EclipseLink 5 a model is the same schema, except where that line binds a type in another way. */
class EclipseLinkFiveScanTest {

    /** The columns that the lines bind in another way: EclipseLink 5 no longer serializes an Instant and a Year. */
    private static final Map<String, List<String>> OTHERWISE = Map.of(
            "columns.times", List.of("MOMENTS.INSTANT LOB_BIN, now TIMESTAMP", "MOMENTS.SOMEYEAR LOB_BIN, now INT32"));

    @TempDir
    private static Path directory;

    private static URLClassLoader five;
    private static Method scan;

    static Stream<Named<ScanModel>> models() {
        return ScanModels.on(Database.H2);
    }

    @BeforeAll
    static void load() throws IOException, ReflectiveOperationException {
        for (ScanModel model : ScanModels.all()) {
            ModelUnit.write(model, directory);
        }
        UnitPath.of(
                directory,
                ScanModels.all().stream()
                        .map(model -> ModelUnit.xml(model, model.classes()))
                        .toArray(UnitXml[]::new));
        five = EclipseLinkFive.loader();
        scan = five.loadClass(SeparateScan.class.getName()).getMethod("scan", String.class, String.class);
    }

    @AfterAll
    static void close() throws IOException {
        five.close();
    }

    @ParameterizedTest
    @MethodSource("models")
    void scan_withEclipseLinkFive_isTheSameOrListed(ScanModel model) throws ReflectiveOperationException {
        String text = (String) scan.invoke(null, directory.toString(), model.name());

        List<String> otherwise = OTHERWISE.getOrDefault(model.name(), List.of());
        assertThat(otherwise(ScannedModel.of(model).schema(), SchemaModel.parse(text)))
                .isEqualTo(otherwise);
        if (otherwise.isEmpty()) {
            assertThat(text).isEqualTo(ScannedModel.of(model).text());
        }
    }

    private static List<String> otherwise(SchemaModel four, SchemaModel five) {
        List<String> before = columns(four);
        List<String> after = columns(five);
        assertThat(after).hasSameSizeAs(before);
        return IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .mapToObj(i -> before.get(i) + ", now " + after.get(i).split(" ", 2)[1])
                .toList();
    }

    private static List<String> columns(SchemaModel schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .map(column -> table.name() + "." + column.name() + " " + column.type()))
                .toList();
    }
}
