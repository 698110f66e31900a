package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.contract.units.Golden.assertGolden;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our tables differ from those of EclipseLink in nothing but the improvements, each of which is kept for review. */
class DifferencesTest {

    static Stream<Named<ScanModel>> models() {
        return ScanModels.on(Database.H2);
    }

    @ParameterizedTest
    @MethodSource("models")
    void tables_ofTheChangelog_differByImprovementsOnly(ScanModel model) throws SQLException {
        List<Difference> differences = ModelTables.differences(model);

        assertThat(differences).allSatisfy(difference -> assertThat(Improvements.of(difference))
                .as("improvement behind '%s'", difference)
                .isPresent());
        assertGolden(
                "differences/" + model.name() + ".txt",
                differences.stream().map(DifferencesTest::line).sorted().collect(Collectors.joining()));
    }

    private static String line(Difference difference) {
        return Improvements.of(difference).map(Improvement::name).orElse("?") + " | " + difference + "\n";
    }
}
