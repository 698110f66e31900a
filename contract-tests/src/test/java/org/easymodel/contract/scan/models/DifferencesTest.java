package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.contract.units.Golden.assertGolden;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our tables differ from those of EclipseLink in nothing but the improvements, each of which is kept for review. */
class DifferencesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/differences");

    /** Improvements that only models of {@link Pending} have. */
    private static final Set<String> SHOWN_BY_PENDING_MODELS = Set.of();

    static Stream<Named<ScanModel>> models() {
        return ScanModels.on(Database.H2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void tables_ofTheChangelog_differByImprovementsOnly(ScanModel model) throws SQLException {
        Pending.run(this, model, () -> compare(model));
    }

    private static void compare(ScanModel model) throws SQLException {
        SchemaFacts ours = ModelTables.ours(model);
        List<Difference> differences = ModelTables.theirs(model).differencesTo(ours);

        assertThat(differences).allSatisfy(difference -> assertThat(Improvements.of(difference, ours))
                .as("improvement behind '%s'", difference)
                .isPresent());
        assertGolden(
                "differences/" + model.name() + ".txt",
                differences.stream()
                        .map(difference -> line(difference, ours))
                        .sorted()
                        .collect(Collectors.joining()));
    }

    /** So no improvement is there that no model shows. */
    @Test
    void improvements_areShownByAModel() throws IOException {
        Set<String> shown = new TreeSet<>(SHOWN_BY_PENDING_MODELS);
        Set<String> compared = new TreeSet<>();
        try (DirectoryStream<Path> goldens = Files.newDirectoryStream(GOLDEN)) {
            for (Path golden : goldens) {
                compared.add(golden.getFileName().toString().replace(".txt", ""));
                for (String line : Files.readAllLines(golden)) {
                    assertThat(SHOWN_BY_PENDING_MODELS).doesNotContain(line.split(" \\| ")[0]);
                    shown.add(line.split(" \\| ")[0]);
                }
            }
        }

        assertThat(compared)
                .isEqualTo(models().map(Named::getPayload)
                        .filter(model -> !Pending.isPending(this, model))
                        .map(ScanModel::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(shown)
                .isEqualTo(Improvements.all().stream()
                        .map(Improvement::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void improvements_areThoseOfTheDocument() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/schema.md")).stream()
                .filter(line -> line.matches("\\| `[a-z-]+` \\| .*"))
                .toList();

        assertThat(documented)
                .isEqualTo(Improvements.all().stream()
                        .map(each -> "| `" + each.name() + "` | " + each.explanation() + " |")
                        .toList());
    }

    private static String line(Difference difference, SchemaFacts ours) {
        return Improvements.of(difference, ours).map(Improvement::name).orElse("?") + " | " + difference + "\n";
    }
}
