package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

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

/** One row of the case matrix on one database: up, back and up again, with rows in the tables. */
final class MatrixRun {

    private MatrixRun() {}

    static boolean runs(Row row) {
        return row.id().startsWith("MC") && row.expected().stream().noneMatch(each -> each.startsWith("EM-"));
    }

    /** The rows that a database can run: all of them, or those whose number begins with the property {@code matrix.rows}. */
    static Stream<Row> rows(TestDatabase.Kind kind) {
        String chosen = System.getProperty("matrix.rows", "");
        return MigrationCasesTest.rows()
                .filter(row -> runs(row) && row.id().matches("(" + chosen + ").*"))
                .filter(row -> kind == TestDatabase.Kind.POSTGRESQL
                        || !MatrixNotes.POSTGRESQL_ONLY.contains(row.id().split(" ")[0]));
    }

    static void check(Row row, TestDatabase.Kind kind, Path revisions) {
        TestDatabase database = TestDatabase.fresh(kind);
        if (!row.before().tables().isEmpty() || !row.before().sequences().isEmpty()) {
            manager(row.before(), revisions, database).revision("Before");
            manager(row.before(), revisions, database).upgrade();
        }
        List<String> before = ColumnReader.read(database);
        SampleRows.fill(database, row.before());
        var rows = SampleRows.read(database, row.before());
        MigrationManager manager = manager(row.after(), revisions, database);
        WrittenRevision written = manager.revision("After", row.options());
        assertThat(written.revision().isEmpty()).isEqualTo(row.expected().isEmpty());
        if (written.revision().isEmpty()) {
            return;
        }
        upgrade(manager, database, row, rows);
        List<String> built = BuiltSchema.of(row.after(), kind);
        assertThat(ColumnReader.read(database)).isEqualTo(built);
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
        assertThat(ColumnReader.read(database)).isEqualTo(built);
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

    private static MigrationManager manager(SchemaModel model, Path revisions, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private static List<RatedChange> changes(Row row) {
        return SchemaDiff.between(row.before(), row.after(), row.options()).changes();
    }

    static Danger danger(Row row) {
        return changes(row).stream()
                .map(RatedChange::danger)
                .max(Comparator.naturalOrder())
                .orElse(Danger.SAFE);
    }

    /** What is in both schemas under the same names and of the same type has the same values, except where rows had none. */
    private static void assertKept(
            Row row, Map<String, List<Map<String, String>>> before, Map<String, List<Map<String, String>>> after) {
        boolean moved = changes(row).stream()
                .anyMatch(each -> each.change().operation().matches("Rename(Table|Column)|FillColumn|Run(Sql|Java)"));
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
                .noneMatch(each -> each.change()
                                .operation()
                                .matches("Drop(Table|Column|Sequence|GeneratorRow)|FillColumn|Run(Sql|Java)")
                        || each.change() instanceof Change.ModifyType modify
                                && modify.conversion().effect() == TypeConversion.Effect.CUT);
    }

    /** A dropped column that had to have a value comes back as one that may be empty. */
    private static List<String> withoutNotNull(List<String> lines, Row row) {
        return losesNothing(row)
                ? lines
                : lines.stream().map(line -> line.replace(" not null", "")).toList();
    }
}
