package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.DiffLaws;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.migrate.SchemaEdits;
import org.easymodel.schema.SchemaModel;

/**
 * Any schema with rows, any edit of it with other types and numbering: upgraded, the database is as if it had been made so;
 * taken back, it is as it was, and so are its rows, unless a step cuts or drops values. Where a guard stops it, the rows are
 * untouched.
 */
class RowLawsTest {

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void upgradeAndBack_onH2_keepsRows(@ForAll long seed) {
        check(TestDatabase.Kind.H2, seed);
    }

    /** The schemas are always the same: Derby itself fails at some tables with several indexes over one column. */
    @Property(tries = 6, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void upgradeAndBack_onDerby_keepsRows(@ForAll long seed) {
        check(TestDatabase.Kind.DERBY, seed);
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void upgradeAndBack_onPostgres_keepsRows(@ForAll long seed) {
        check(TestDatabase.Kind.POSTGRESQL, seed);
    }

    private static void check(TestDatabase.Kind kind, long seed) {
        Random random = new Random(seed);
        SchemaModel before = DiffLaws.schema(random);
        SchemaModel after = SchemaEdits.of(before, random);
        RevisionOptions options = DiffLaws.everything(before, after);
        SchemaDiff diff = SchemaDiff.between(before, after, options);
        Assume.that(!before.tables().isEmpty() && !diff.isEmpty());
        assertThat(diff.problems()).isEmpty();
        Path revisions = directory();
        TestDatabase database = TestDatabase.fresh(kind);
        try {
            check(database, before, after, options, diff, revisions);
        } finally {
            database.drop();
            delete(revisions);
        }
    }

    private static void check(
            TestDatabase database,
            SchemaModel before,
            SchemaModel after,
            RevisionOptions options,
            SchemaDiff diff,
            Path revisions) {
        MigrationManager.of(before, revisions).revision("Before");
        MigrationManager manager = MigrationManager.of(after, revisions).withConnections(database.source());
        manager.upgrade();
        List<String> schema = ColumnReader.read(database);
        SampleRows.fill(database, before);
        Map<String, List<Map<String, String>>> rows = SampleRows.read(database, before);
        manager.revision("After", options);
        if (!isUpgraded(manager)) {
            manager.downgradeAcceptingLoss("0001");
            assertThat(ColumnReader.read(database)).isEqualTo(schema);
            assertThat(SampleRows.read(database, before)).isEqualTo(rows);
            return;
        }
        assertThat(ColumnReader.read(database)).isEqualTo(BuiltSchema.of(after, database.kind()));
        assertThat(DetailReader.difference(database, after)).isEmpty();
        assertThat(manager.drift().isEmpty()).isTrue();
        manager.downgradeAcceptingLoss("-1");
        assertThat(ColumnReader.read(database)).isEqualTo(schema);
        assertThat(DetailReader.difference(database, before)).isEmpty();
        if (SchemaEdits.keepsValues(diff.changes())) {
            assertThat(SampleRows.read(database, before)).isEqualTo(rows);
        }
    }

    /** A guard may stop it where the rows are against it. */
    private static boolean isUpgraded(MigrationManager manager) {
        try {
            manager.upgrade();
            return true;
        } catch (MigrationException e) {
            assertThat(e).hasMessageStartingWith("EM-3058 ");
            return false;
        }
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("revisions");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
