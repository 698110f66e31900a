package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.migrate.ShopChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that no row of the case matrix has, on every database: up, back and up again, with rows in the tables. */
class ShopChangesTest {

    @TempDir
    Path revisions;

    static Stream<Arguments> changes() {
        return ShopChanges.rows()
                .filter(row -> SchemaDiff.between(row.before(), row.after(), row.options())
                        .problems()
                        .isEmpty())
                .flatMap(row -> Stream.of(TestDatabase.Kind.values()).map(kind -> Arguments.of(row, kind)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void upgradeAndDowngrade_changeOfATeam_closesTheGapAndKeepsRows(Row row, TestDatabase.Kind kind) {
        MatrixRun.check(row, kind, revisions);
    }

    @Test
    void between_changesOfATeam_planWhatAPersonExpects() throws IOException {
        String plans = ShopChanges.rows().map(ShopChangesTest::plan).collect(Collectors.joining("\n"));
        try (var golden = getClass().getResourceAsStream("shop-changes.txt")) {
            assertThat(plans).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String plan(Row row) {
        SchemaDiff diff = SchemaDiff.between(row.before(), row.after(), row.options());
        return row.id() + "\n"
                + diff.changes().stream()
                        .map(each -> "  " + each.danger().text() + " "
                                + each.change().text() + " " + each.rules() + "\n")
                        .collect(Collectors.joining())
                + diff.problems().stream().map(each -> "  " + each + "\n").collect(Collectors.joining());
    }
}
