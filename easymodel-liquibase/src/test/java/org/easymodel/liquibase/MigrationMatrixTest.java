package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.Danger;
import org.easymodel.migrate.MigrationCasesTest;
import org.easymodel.migrate.MigrationCasesTest.Row;
import org.easymodel.migrate.RatedChange;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.migrate.TypeConversion;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the case matrix on every database: up, compared with a schema that was made in one go; back, compared with
 * the old one; and the rows compared at each stop.
 */
class MigrationMatrixTest {

    @TempDir
    Path revisions;

    private static boolean runs(Row row) {
        return row.id().startsWith("MC") && row.expected().stream().noneMatch(each -> each.startsWith("EM-"));
    }

    /** All of them, or those whose number begins with the property {@code matrix.rows}. */
    static Stream<Arguments> rows() {
        String chosen = System.getProperty("matrix.rows", "");
        return MigrationCasesTest.rows()
                .filter(row -> runs(row) && row.id().matches("(" + chosen + ").*"))
                .flatMap(row -> Stream.of(TestDatabase.Kind.values())
                        .filter(kind -> kind == TestDatabase.Kind.POSTGRESQL
                                || !MatrixNotes.POSTGRESQL_ONLY.contains(
                                        row.id().split(" ")[0]))
                        .map(kind -> Arguments.of(row, kind)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void upgradeAndDowngrade_rowOfTheMatrix_closesTheGapAndKeepsRows(Row row, TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        if (!row.before().tables().isEmpty() || !row.before().sequences().isEmpty()) {
            manager(row.before(), database).revision("Before");
            manager(row.before(), database).upgrade();
        }
        List<String> before = ColumnReader.read(database);
        SampleRows.fill(database, row.before());
        var rows = SampleRows.read(database, row.before());
        MigrationManager manager = manager(row.after(), database);
        WrittenRevision written = manager.revision("After", row.options());
        assertThat(written.revision().isEmpty()).isEqualTo(row.expected().isEmpty());
        if (written.revision().isEmpty()) {
            return;
        }
        upgrade(manager, database, row, rows);
        assertThat(ColumnReader.read(database)).isEqualTo(built(row.after(), kind));
        assertThat(DetailReader.difference(database, row.after())).isEmpty();
        assertKept(row, rows, SampleRows.read(database, row.after()));

        if (row.id().equals("MC009")) {
            database.run("DELETE FROM C");
        }
        manager.downgradeAcceptingLoss("-1");
        assertThat(withoutNotNull(ColumnReader.read(database), row)).isEqualTo(withoutNotNull(before, row));
        assertThat(DetailReader.difference(database, row.before())).isEmpty();
        if (losesNothing(row)) {
            assertThat(SampleRows.read(database, row.before())).isEqualTo(rows);
        }
        manager.upgrade();
        assertThat(ColumnReader.read(database)).isEqualTo(built(row.after(), kind));
        database.drop();
    }

    /** Where a guard stops it, the rows are as they were; without them it goes on. */
    private static void upgrade(
            MigrationManager manager, TestDatabase database, Row row, Map<String, List<Map<String, String>>> rows) {
        try {
            manager.upgrade();
        } catch (MigrationException e) {
            assertThat(e).hasMessageStartingWith("EM-3058 ");
            if (e.getMessage().contains(" 0 of ")) {
                assertThat(SampleRows.read(database, row.before())).isEqualTo(rows);
            }
            for (Table table : row.before().tables()) {
                database.run("DELETE FROM "
                        + (row.after().table(table.name()).isPresent()
                                ? table.name()
                                : row.after().tables().get(0).name()));
                rows.replace(table.name().sql(), List.of());
            }
            manager.upgrade();
        }
    }

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private static List<String> built(SchemaModel model, TestDatabase.Kind kind) {
        TestDatabase fresh = TestDatabase.fresh(kind);
        MigrationManager.of(model).withConnections(fresh.source()).createAll();
        List<String> lines = ColumnReader.read(fresh);
        fresh.drop();
        return lines;
    }

    private static List<RatedChange> changes(Row row) {
        return SchemaDiff.between(row.before(), row.after(), row.options()).changes();
    }

    private static Danger danger(Row row) {
        return changes(row).stream()
                .map(RatedChange::danger)
                .max(Comparator.naturalOrder())
                .orElse(Danger.SAFE);
    }

    /** What is in both schemas under the same names and of the same type has the same values, except where rows had none. */
    private static void assertKept(
            Row row, Map<String, List<Map<String, String>>> before, Map<String, List<Map<String, String>>> after) {
        boolean moved = changes(row).stream()
                .anyMatch(each -> each.change().operation().matches("Rename(Table|Column)|FillColumn"));
        for (Table table : moved ? List.<Table>of() : row.after().tables()) {
            Table old = row.before().table(table.name()).orElse(table);
            Set<String> common = table.columns().stream()
                    .filter(column -> old.column(column.name())
                            .filter(each -> each.type().equals(column.type()))
                            .isPresent())
                    .map(column -> column.name().text())
                    .collect(Collectors.toSet());
            assertThat(only(after.getOrDefault(table.name().sql(), List.of()), common))
                    .isEqualTo(only(before.getOrDefault(table.name().sql(), List.of()), common));
        }
    }

    private static List<String> only(List<Map<String, String>> rows, Set<String> columns) {
        List<String> lines = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Map<String, String> chosen = new TreeMap<>(row);
            chosen.keySet().retainAll(columns);
            lines.add(chosen.toString());
        }
        return lines.stream().sorted().toList();
    }

    private static boolean losesNothing(Row row) {
        return changes(row).stream()
                .noneMatch(
                        each -> each.change().operation().matches("Drop(Table|Column|Sequence|GeneratorRow)|FillColumn")
                                || each.change() instanceof Change.ModifyType modify
                                        && modify.conversion().effect() == TypeConversion.Effect.CUT);
    }

    /** A dropped column that had to have a value comes back as one that may be empty. */
    private static List<String> withoutNotNull(List<String> lines, Row row) {
        return losesNothing(row)
                ? lines
                : lines.stream().map(line -> line.replace(" not null", "")).toList();
    }

    @Test
    void matrix_everyRow_isRunOrNamedWithItsReason() {
        Map<String, String> unexplained = new TreeMap<>();
        for (MatrixCase row : MatrixCase.all()) {
            List<Row> here = MigrationCasesTest.rows()
                    .filter(each -> each.id().split(" ")[0].equals(row.id()))
                    .toList();
            String elsewhere = MatrixNotes.ELSEWHERE.get(row.id());
            int places = (here.isEmpty() ? 0 : 1)
                    + (elsewhere == null ? 0 : 1)
                    + (MatrixNotes.LEFT_OUT.containsKey(row.id()) ? 1 : 0);
            if (places != 1) {
                unexplained.put(row.id(), places + " places");
            }
            if (elsewhere != null && !hasMethod(elsewhere)) {
                unexplained.put(row.id(), "there is no " + elsewhere);
            }
            String danger = MatrixNotes.RATED_OTHERWISE.getOrDefault(row.id(), row.cell("danger"));
            here.stream().filter(MigrationMatrixTest::runs).forEach(each -> {
                if (!danger(each).text().equals(danger)) {
                    unexplained.put(each.id(), "rated " + danger(each).text() + ", not " + danger);
                }
            });
        }
        assertThat(unexplained).isEmpty();
    }

    /** Looks into the sources, since other modules are not on the class path. */
    private static boolean hasMethod(String place) {
        String[] parts = (place.contains(":") ? place : "easymodel-liquibase:" + place).split("[:#]");
        Path file = Path.of("..", parts[0], "src/test/java/org/easymodel", parts[1].replace('.', '/') + ".java");
        try {
            return Files.readString(file).contains(" void " + parts[2] + "(");
        } catch (IOException e) {
            return false;
        }
    }
}
