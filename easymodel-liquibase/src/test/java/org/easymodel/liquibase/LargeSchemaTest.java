package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.Column;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many columns, long chains and circles of foreign keys. */
class LargeSchemaTest {

    @TempDir
    Path revisions;

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions).withConnections(database.source());
    }

    private static void assertSchema(TestDatabase database, SchemaModel model) {
        assertThat(SchemaReader.difference(SchemaReader.expected(model), database.schema()))
                .isEmpty();
    }

    private static SchemaModel wide(int columns) {
        return model(table(
                "WIDE",
                IntStream.range(0, columns).mapToObj(each -> number("C" + each)).toArray(Column[]::new)));
    }

    /** Derby takes 1012 columns, but then drops none of them. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_tableOfAThousandColumns_isMadeGrowsAndGoes(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager first = manager(wide(1000), database);
        first.revision("Wide");
        first.upgrade();
        MigrationManager second = manager(wide(1010), database);
        second.revision("Wider");
        second.upgrade();
        assertSchema(database, wide(1010));
        second.downgrade("-1");
        assertSchema(database, wide(1000));
        second.downgrade("-1");
        assertThat(database.schema()).isEmpty();
    }

    /** Each table leads to the one before it in name, in a circle, and to itself. */
    private static SchemaModel circle(int tables) {
        List<Table> all = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            String next = "T" + (i == 0 ? tables - 1 : i - 1);
            all.add(of(table("T" + i, big("NEXT_ID"), big("OWN_ID")), key("NEXT_ID", next), key("OWN_ID", "T" + i)));
        }
        return SchemaModel.of(all, List.of());
    }

    @Test
    void between_fiveHundredTablesInACircle_makesAllTablesBeforeTheFirstForeignKey() {
        SchemaModel circle = circle(500);
        List<Change> up = SchemaDiff.between(SchemaModel.empty(), circle).plan();
        assertThat(up.subList(0, 500)).allMatch(change -> change instanceof Change.CreateTable);
        assertThat(up.subList(500, 1500)).allMatch(change -> change instanceof Change.AddForeignKey);
        WrittenRevision written = MigrationManager.of(circle, revisions).revision("Circle");
        assertThat(written.revision().orElseThrow().steps()).hasSize(1500);
        assertThat(MigrationManager.of(circle, revisions).check().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_tablesInACircle_areMadeAndGo(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel circle = circle(60);
        MigrationManager manager = manager(circle, database);
        manager.revision("Circle");
        manager.upgrade();
        assertSchema(database, circle);
        manager.downgrade("base");
        assertThat(database.schema()).isEmpty();
    }
}
