package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.withDefault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Defaults of every type: with a new table, with a new column, changed, taken away and taken back. */
class DefaultsTest {

    /** Type, default, the value that a row has then; then another default and its value. */
    private static final String[][] DEFAULTS = {
        {"STRING(20)", "'it''s; \"NEW\"'", "it's; \"NEW\"", "''", ""},
        {"CHAR(1)", "'x'", "x", "'y'", "y"},
        {"INT16", "0", "0", "-1", "-1"},
        {"INT32", "7", "7", "8", "8"},
        {"INT64", "-5000000000", "-5000000000", "1", "1"},
        {"DECIMAL(8,2)", "1.50", "1.50", "2", "2.00"},
        {"FLOAT32", "1.5", "1.5", "2.5", "2.5"},
        {"FLOAT64", "1.25", "1.25", "2.5", "2.5"},
        {"BOOL", "TRUE", "true", "FALSE", "false"},
        {"DATE", "'2026-01-31'", "2026-01-31", "'2026-02-01'", "2026-02-01"},
        {"TIME", "'10:11:12'", "10:11:12", "'11:12:13'", "11:12:13"},
        {"TIMESTAMP", "'2026-01-31 10:11:12'", "2026-01-31 10:11:12", "'2026-02-01 10:11:12'", "2026-02-01 10:11:12"},
        {"TIMESTAMP(3)", "'2026-01-31 10:11:12'", "2026-01-31 10:11:12", "'2026-02-01 10:11:12'", "2026-02-01 10:11:12"
        },
        {
            "UUID",
            "'00000000-0000-0001-0000-000000000002'",
            "00000000-0000-0001-0000-000000000002",
            "'00000000-0000-0001-0000-000000000003'",
            "00000000-0000-0001-0000-000000000003"
        },
        {"LOB_TEXT", "'long'", "long", "'longer'", "longer"},
        {"NATIVE(\"VARCHAR(20)\")", "'native'", "native", "'other'", "other"}
    };

    @TempDir
    Path revisions;

    private void upgrade(TestDatabase database, SchemaModel model) {
        MigrationManager manager = MigrationManager.of(model, revisions).withConnections(database.source());
        manager.revision("Step");
        manager.upgrade();
    }

    private static List<Column> columns(BiFunction<Column, String[], Column> shape) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < DEFAULTS.length; i++) {
            Column plain = Column.nullable("D" + i, ColumnType.parse(DEFAULTS[i][0]));
            columns.add(shape.apply(plain, DEFAULTS[i]));
        }
        return columns;
    }

    private static SchemaModel with(List<Column> columns) {
        return model(table("T", columns.toArray(Column[]::new)));
    }

    /** A row that leaves all columns out has these values. */
    private static void assertGiven(TestDatabase database, int id, int value) {
        database.run("INSERT INTO T (ID) VALUES (" + id + ")");
        assertRow(database, id, value);
    }

    private static void assertRow(TestDatabase database, int id, int value) {
        for (int i = 0; i < DEFAULTS.length; i++) {
            String expected = value < 0 ? "null" : DEFAULTS[i][value];
            String found =
                    database.query("SELECT D" + i + " FROM T WHERE ID = " + id).get(0);
            assertThat(plain(found)).as(DEFAULTS[i][0]).isEqualTo(expected);
        }
    }

    /** The drivers write truth and fractions of seconds in their own ways. */
    private static String plain(String value) {
        return switch (value) {
            case "t", "TRUE" -> "true";
            case "f", "FALSE" -> "false";
            default -> value.replaceAll("(\\d\\d:\\d\\d:\\d\\d)\\.0+$", "$1").stripTrailing();
        };
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_defaults_areGivenChangedAndTakenBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, with(columns((column, row) -> withDefault(column, row[1]))));
        assertGiven(database, 1, 2);
        upgrade(database, with(columns((column, row) -> withDefault(column, row[3]))));
        assertGiven(database, 2, 4);
        assertRow(database, 1, 2);
        upgrade(database, with(columns((column, row) -> column)));
        assertGiven(database, 3, -1);
        MigrationManager manager = MigrationManager.of(revisions).withConnections(database.source());
        manager.downgrade("-1");
        assertGiven(database, 4, 4);
        manager.downgrade("-1");
        assertGiven(database, 5, 2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_newColumnsThatMustHaveAValue_fillTheRowsByTheirDefault(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        upgrade(database, with(List.of()));
        database.run("INSERT INTO T (ID) VALUES (1)");
        upgrade(database, with(columns((column, row) -> withDefault(column, row[1])
                .withNullable(false))));
        assertRow(database, 1, 2);
        assertGiven(database, 2, 2);
        MigrationManager.of(revisions).withConnections(database.source()).downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT * FROM T ORDER BY ID")).containsExactly("1", "2");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_momentsAsDefaults_areThoseOfTheInsert(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel bare = with(List.of());
        upgrade(database, bare);
        database.run("INSERT INTO T (ID) VALUES (1)");
        upgrade(
                database,
                with(List.of(
                        moment("M_TS", "TIMESTAMP", "CURRENT_TIMESTAMP"),
                        moment("M_TS3", "TIMESTAMP(3)", "CURRENT_TIMESTAMP"),
                        moment("M_TZ", "TIMESTAMP_TZ", "CURRENT_TIMESTAMP"),
                        moment("M_TZ3", "TIMESTAMP_TZ(3)", "CURRENT_TIMESTAMP"),
                        moment("M_DATE", "DATE", "CURRENT_DATE"),
                        moment("M_TIME", "TIME", "CURRENT_TIME"))));
        database.run("INSERT INTO T (ID) VALUES (2)");
        assertThat(database.query("SELECT ID FROM T WHERE M_TS IS NOT NULL AND M_TS3 IS NOT NULL AND M_TZ IS NOT NULL"
                        + " AND M_TZ3 IS NOT NULL AND M_DATE = CURRENT_DATE AND M_TIME IS NOT NULL ORDER BY ID"))
                .containsExactly("1", "2");
    }

    private static Column moment(String name, String type, String value) {
        return withDefault(Column.required(name, ColumnType.parse(type)), value);
    }
}
