package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.easymodel.migrate.Shop;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every logical type takes what EclipseLink binds for it, by the JDBC calls that it makes. */
class TypesTest {

    @TempDir
    Path revisions;

    private record Sample(String column, ColumnType type, Object value, int nullType) {}

    private static List<Sample> samples() {
        return List.of(
                new Sample("C_BOOL", ColumnType.of(Kind.BOOL), true, Types.BIT),
                new Sample("C_INT16", ColumnType.of(Kind.INT16), (short) 7, Types.SMALLINT),
                new Sample("C_INT32", ColumnType.of(Kind.INT32), 7, Types.INTEGER),
                new Sample("C_INT64", ColumnType.of(Kind.INT64), 7L, Types.BIGINT),
                new Sample("C_FLOAT32", ColumnType.of(Kind.FLOAT32), 1.5f, Types.FLOAT),
                new Sample("C_FLOAT64", ColumnType.of(Kind.FLOAT64), 1.5d, Types.DOUBLE),
                new Sample("C_DECIMAL", ColumnType.decimal(8, 2), new BigDecimal("123456.78"), Types.DECIMAL),
                new Sample("C_DECIMAL38", ColumnType.decimal(38, 0), new BigDecimal("5"), Types.DECIMAL),
                new Sample("C_DECIMAL31", ColumnType.decimal(31, 5), new BigDecimal("5.5"), Types.DECIMAL),
                new Sample("C_DECIMAL2000", ColumnType.decimal(2000, 0), new BigDecimal("5"), Types.DECIMAL),
                new Sample("C_DECIMAL0", ColumnType.of(Kind.DECIMAL), new BigDecimal("5"), Types.DECIMAL),
                new Sample("C_STRING", ColumnType.string(50), "text", Types.VARCHAR),
                new Sample("C_STRING0", ColumnType.of(Kind.STRING), "text", Types.VARCHAR),
                new Sample("C_LONG", ColumnType.string(40_000), "long", Types.VARCHAR),
                new Sample("C_HUGE", ColumnType.string(20_000_000), "huge", Types.VARCHAR),
                new Sample("C_CHAR", ColumnType.of(Kind.CHAR, 1), "c", Types.CHAR),
                new Sample("C_CHAR36", ColumnType.of(Kind.CHAR, 36), "c", Types.CHAR),
                new Sample("C_CHAR300", ColumnType.of(Kind.CHAR, 300), "c", Types.CHAR),
                new Sample("C_DATE", ColumnType.of(Kind.DATE), Date.valueOf("2026-02-03"), Types.DATE),
                new Sample("C_TIME", ColumnType.of(Kind.TIME), Time.valueOf("10:11:12"), Types.TIME),
                new Sample("C_TIME3", ColumnType.of(Kind.TIME, 3), Time.valueOf("10:11:12"), Types.TIME),
                new Sample("C_TIME9", ColumnType.of(Kind.TIME, 9), Time.valueOf("10:11:12"), Types.TIME),
                new Sample(
                        "C_TS",
                        ColumnType.of(Kind.TIMESTAMP),
                        Timestamp.valueOf("2026-02-03 10:11:12.5"),
                        Types.TIMESTAMP),
                new Sample(
                        "C_TS3",
                        ColumnType.of(Kind.TIMESTAMP, 3),
                        Timestamp.valueOf("2026-02-03 10:11:12.5"),
                        Types.TIMESTAMP),
                new Sample(
                        "C_TS9",
                        ColumnType.of(Kind.TIMESTAMP, 9),
                        Timestamp.valueOf("2026-02-03 10:11:12.5"),
                        Types.TIMESTAMP),
                new Sample(
                        "C_TSTZ3",
                        ColumnType.of(Kind.TIMESTAMP_TZ, 3),
                        Timestamp.valueOf("2026-02-03 10:11:12.5"),
                        Types.TIMESTAMP),
                new Sample(
                        "C_TSTZ",
                        ColumnType.of(Kind.TIMESTAMP_TZ),
                        Timestamp.valueOf("2026-02-03 10:11:12.5"),
                        Types.TIMESTAMP),
                new Sample("C_UUID", ColumnType.of(Kind.UUID), new UUID(1, 2), Types.VARCHAR),
                new Sample("C_CLOB", ColumnType.of(Kind.LOB_TEXT), "a long text", Types.CLOB),
                new Sample("C_BLOB", ColumnType.of(Kind.LOB_BIN), new byte[] {1, 2, 3}, Types.BLOB),
                new Sample("C_NATIVE", ColumnType.ofDefinition("varchar(20)"), "native", Types.VARCHAR),
                new Sample(
                        "C_NATIVE_MORE",
                        ColumnType.ofDefinition("varchar(20) default 'it  is; \"so\"'"),
                        "native",
                        Types.VARCHAR));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_everyType_takesAndGivesItsValue(TestDatabase.Kind kind) throws SQLException {
        TestDatabase database = TestDatabase.fresh(kind);
        Column[] columns = samples().stream()
                .map(sample -> Column.nullable(sample.column(), sample.type()))
                .toArray(Column[]::new);
        MigrationManager manager = MigrationManager.of(Shop.model(Shop.table("T", columns)), revisions)
                .withConnections(database.source());
        manager.revision("Types");
        manager.upgrade();
        try (Connection connection = database.source().open()) {
            write(connection, kind);
            writeNulls(connection, kind);
            read(connection);
        }
    }

    /** The same columns one by one, in a table that has rows. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_everyTypeAdded_takesAndGivesItsValue(TestDatabase.Kind kind) throws SQLException {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager.of(Shop.model(Shop.table("T")), revisions).revision("Bare");
        MigrationManager.of(revisions).withConnections(database.source()).upgrade();
        database.run("INSERT INTO T (ID) VALUES (9)");
        Column[] columns = samples().stream()
                .map(sample -> Column.nullable(sample.column(), sample.type()))
                .toArray(Column[]::new);
        MigrationManager manager = MigrationManager.of(Shop.model(Shop.table("T", columns)), revisions)
                .withConnections(database.source());
        manager.revision("Types");
        manager.upgrade();
        try (Connection connection = database.source().open()) {
            write(connection, kind);
            read(connection);
        }
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT ID FROM T ORDER BY ID")).containsExactly("1", "9");
    }

    /** Values for rows that have none, and defaults, of every type that takes one. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_requiredColumns_areFilled(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        MigrationManager.of(Shop.model(Shop.table("T")), revisions).revision("Bare");
        MigrationManager.of(revisions).withConnections(database.source()).upgrade();
        database.run("INSERT INTO T (ID) VALUES (9)");
        var options = org.easymodel.migrate.RevisionOptions.none();
        List<Column> columns = new ArrayList<>();
        String[][] values = {
            {"BOOL", "true"},
            {"INT16", "1"},
            {"INT32", "-2"},
            {"INT64", "3"},
            {"FLOAT32", "1.5"},
            {"FLOAT64", "2.5"},
            {"DECIMAL(8,2)", "7.25"},
            {"STRING(50)", "it's $HOME; a 'text'"},
            {"CHAR(1)", "c"},
            {"DATE", "2026-02-03"},
            {"TIME", "10:11:12"},
            {"TIMESTAMP", "2026-02-03 10:11:12"},
            {"TIMESTAMP_TZ", "current_timestamp"},
            {"UUID", "00000000-0000-0001-0000-000000000002"},
            {"LOB_TEXT", "clob"}
        };
        for (String[] value : values) {
            String name = "F_" + value[0].replaceAll("[^A-Z0-9_]", "_");
            columns.add(Column.required(name, ColumnType.parse(value[0])));
            options = options.withDefault("T." + name + "=" + value[1]);
        }
        columns.add(Column.of(org.easymodel.schema.Identifier.of("D_TEXT"), ColumnType.string(20), false)
                .withDefaultValue(Optional.of("'a {b} c'")));
        MigrationManager manager = MigrationManager.of(
                        Shop.model(Shop.table("T", columns.toArray(Column[]::new))), revisions)
                .withConnections(database.source());
        manager.revision("Filled", options);
        manager.upgrade();
        assertThat(database.query("SELECT F_INT32, F_STRING_50_, D_TEXT FROM T"))
                .containsExactly("-2|it's $HOME; a 'text'|a {b} c");
    }

    /** Keys over every type that a key may have; a SQL type of the mapping stays the text that it is. */
    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_keysOfEveryType_areBuiltAndTakenBack(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        List<org.easymodel.schema.Table> tables = new ArrayList<>();
        for (Sample sample : samples()) {
            boolean unlimited = Set.of("C_LONG", "C_HUGE", "C_CLOB", "C_BLOB").contains(sample.column());
            if (!unlimited) {
                String name = "T_" + sample.column();
                Column key = Column.required("ID", sample.type());
                tables.add(Shop.of(
                        Shop.table(name).withColumns(List.of(key, Column.nullable("REF", sample.type()))),
                        Shop.unique("REF", "ID"),
                        Shop.index("REF"),
                        Shop.key("REF", name)));
            }
        }
        MigrationManager manager = MigrationManager.of(SchemaModel.of(tables, List.of()), revisions)
                .withConnections(database.source());
        manager.revision("Keys");
        manager.upgrade();
        assertThat(database.schema()).hasSizeGreaterThan(4 * tables.size());
        manager.downgrade("base");
        assertThat(database.schema()).isEmpty();
    }

    @Test
    void revision_typeAsSqlText_isWrittenAsItIs() {
        String changelog = MigrationManager.of(
                        Shop.model(Shop.table("T", Column.nullable("DOC", ColumnType.ofDefinition("text not null")))),
                        revisions)
                .revision("Native")
                .revision()
                .orElseThrow()
                .changelog();
        assertThat(changelog)
                .contains("sql: CREATE TABLE T (ID BIGINT NOT NULL, DOC TEXT NOT NULL, CONSTRAINT PK_T PRIMARY KEY"
                        + " (ID))\n")
                .doesNotContain("dbms");
    }

    private static void write(Connection connection, TestDatabase.Kind kind) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insert())) {
            insert.setLong(1, 1);
            int index = 2;
            for (Sample sample : samples()) {
                bind(insert, index++, sample.value(), kind);
            }
            insert.executeUpdate();
        }
    }

    /** As DatabasePlatform.setParameterValueInDatabaseCall of EclipseLink 4.0.9 does. */
    private static void bind(PreparedStatement insert, int index, Object value, TestDatabase.Kind kind)
            throws SQLException {
        if (value instanceof Boolean bool) {
            insert.setBoolean(index, bool);
        } else if (value instanceof String text) {
            insert.setString(index, text);
        } else if (value instanceof byte[] bytes) {
            insert.setBytes(index, bytes);
        } else if (value instanceof UUID uuid && kind == TestDatabase.Kind.POSTGRESQL) {
            insert.setObject(index, uuid, Types.OTHER);
        } else if (value instanceof UUID uuid) {
            insert.setString(index, uuid.toString());
        } else if (value instanceof Timestamp timestamp) {
            insert.setTimestamp(index, timestamp);
        } else {
            insert.setObject(index, value);
        }
    }

    private static void writeNulls(Connection connection, TestDatabase.Kind kind) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(insert())) {
            insert.setLong(1, 2);
            int index = 2;
            for (Sample sample : samples()) {
                int type = sample.nullType();
                if (kind == TestDatabase.Kind.POSTGRESQL) {
                    type = switch (type) {
                        case Types.BLOB -> Types.BINARY;
                        case Types.CLOB -> Types.VARCHAR;
                        case Types.VARCHAR -> sample.value() instanceof UUID ? Types.OTHER : Types.VARCHAR;
                        default -> type;
                    };
                }
                insert.setNull(index++, type);
            }
            insert.executeUpdate();
        }
    }

    private static String insert() {
        StringBuilder names = new StringBuilder("INSERT INTO T (ID");
        StringBuilder marks = new StringBuilder(") VALUES (?");
        samples().forEach(sample -> {
            names.append(", ").append(sample.column());
            marks.append(", ?");
        });
        return names.append(marks).append(")").toString();
    }

    private static void read(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM T WHERE ID = 1");
                ResultSet row = select.executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean("C_BOOL")).isTrue();
            assertThat(row.getObject("C_BOOL")).isEqualTo(true);
            assertThat(row.getBigDecimal("C_DECIMAL")).isEqualByComparingTo("123456.78");
            assertThat(row.getTimestamp("C_TS")).isEqualTo(Timestamp.valueOf("2026-02-03 10:11:12.5"));
            assertThat(row.getTimestamp("C_TSTZ")).isEqualTo(Timestamp.valueOf("2026-02-03 10:11:12.5"));
            assertThat(row.getObject("C_UUID").toString()).isEqualTo(new UUID(1, 2).toString());
            assertThat(row.getString("C_CLOB")).isEqualTo("a long text");
            assertThat(row.getBytes("C_BLOB")).containsExactly(1, 2, 3);
            assertThat(row.getString("C_NATIVE")).isEqualTo("native");
            assertThat(row.getBigDecimal("C_DECIMAL2000")).isEqualByComparingTo("5");
            assertThat(row.getString("C_HUGE")).isEqualTo("huge");
            assertThat(row.getString("C_CHAR300").strip()).isEqualTo("c");
            assertThat(row.getTime("C_TIME9")).isEqualTo(Time.valueOf("10:11:12"));
            assertThat(row.getTimestamp("C_TSTZ3")).isEqualTo(Timestamp.valueOf("2026-02-03 10:11:12.5"));
        }
    }
}
