package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values of every type on their way to every type that they may become, and back; and values that have no counterpart. */
class ConversionTest {

    /** Old type, new type, a value that goes over, what it is then; and values that do not. */
    private static final String[][] CASES = {
        {"STRING(50)", "STRING(200)", "'abcdef'", "abcdef"},
        {"STRING(50)", "STRING(6)", "'abcdef'", "abcdef", "'abcdefg'", "'abcdef '"},
        {"STRING", "STRING(255)", "'a'", "a"},
        {"STRING(50)", "LOB_TEXT", "'abcdef'", "abcdef"},
        {"LOB_TEXT", "STRING(6)", "'abcdef'", "abcdef", "'abcdefg'"},
        {"STRING(40000)", "STRING(6)", "'abcdef'", "abcdef", "'abcdefg'"},
        {"STRING(40000)", "LOB_TEXT", "'abcdef'", "abcdef"},
        {"CHAR(3)", "STRING(3)", "'ab'", "ab"},
        {"CHAR(3)", "STRING(2)", "'ab'", "ab", "'abc'"},
        {"CHAR(3)", "CHAR(5)", "'ab'", "ab"},
        {"CHAR(5)", "CHAR(2)", "'ab'", "ab", "'abc'"},
        {"STRING(10)", "CHAR(3)", "'abc'", "abc", "'abcd'", "'a '"},
        {"STRING(3)", "CHAR(3)", "'abc'", "abc", "'a '"},
        {"INT16", "INT32", "-32768", "-32768"},
        {"INT32", "INT64", "2147483647", "2147483647"},
        {"INT64", "INT32", "-2147483648", "-2147483648", "5000000000", "-2147483649"},
        {"INT32", "INT16", "32767", "32767", "32768"},
        {"INT32", "DECIMAL(12,2)", "2147483647", "2147483647"},
        {"INT32", "DECIMAL(5,2)", "-999", "-999", "1000"},
        {"INT64", "FLOAT64", "9007199254740992", "9007199254740992", "9007199254740993"},
        {"INT32", "FLOAT64", "2147483647", "2147483647"},
        {"INT32", "FLOAT32", "16777216", "16777216", "16777217"},
        {"INT32", "STRING(20)", "-42", "-42"},
        {"INT64", "STRING(3)", "-42", "-42", "4242"},
        {"INT32", "BOOL", "1", "true", "2"},
        {"INT32", "LOB_TEXT", "42", "42"},
        {"DECIMAL(8,2)", "DECIMAL(10,2)", "123456.78", "123456.78"},
        {"DECIMAL(8,2)", "DECIMAL(12,4)", "-123456.78", "-123456.78"},
        {"DECIMAL(8,2)", "DECIMAL(5,2)", "-999.99", "-999.99", "1000", "123456.78"},
        {"DECIMAL(8,2)", "DECIMAL(8,1)", "123456.7", "123456.7", "123456.78", "-0.01"},
        {"DECIMAL(8,2)", "DECIMAL(4,1)", "999.9", "999.9", "1000.5", "99.95"},
        {"DECIMAL(8,2)", "DECIMAL(2,2)", "0.99", "0.99", "1.00"},
        {"DECIMAL(8,2)", "INT32", "123456", "123456", "1.5"},
        {"DECIMAL(12,0)", "INT32", "2147483647", "2147483647", "2147483648"},
        {"DECIMAL(8,2)", "STRING(20)", "-123456.78", "-123456.78"},
        {"DECIMAL(8,2)", "STRING(4)", "1.25", "1.25", "12.25"},
        {"DECIMAL(8,2)", "FLOAT64", "123456.75", "123456.75"},
        {"FLOAT32", "FLOAT64", "1.25", "1.25"},
        {"FLOAT64", "FLOAT32", "1.25", "1.25", "1.1", "1e300", "1e-300"},
        {"FLOAT64", "INT32", "42", "42", "1.5", "3e9"},
        {"FLOAT64", "INT64", "42", "42", "1.5", "1e17"},
        {"FLOAT64", "DECIMAL(8,2)", "1.25", "1.25", "1.255", "1e7"},
        {"STRING(20)", "INT32", "'42'", "42", "'x'", "''", "'-'", "'4-2'", "'4 2'", "' 42'", "'1.5'", "'2147483648'"},
        {"STRING(30)", "INT64", "'-9223372036854775808'", "-9223372036854775808", "'9223372036854775808'", "'1e5'"},
        {"STRING(20)", "INT16", "'-7'", "-7", "'32768'"},
        {"LOB_TEXT", "INT32", "'42'", "42", "'x'"},
        {"STRING(20)", "DECIMAL(8,2)", "'-123456.78'", "-123456.78", "'1.234'", "'1.'", "'.5'", "'1.2.3'", "'1234567'"},
        {"STRING(20)", "DECIMAL(8,0)", "'12345678'", "12345678", "'1.2'", "'123456789'"},
        {"STRING(20)", "BOOL", "'true'", "true", "'yes'", "''"},
        {"STRING(40)", "UUID", "'00000000-0000-0001-0000-000000000002'", "00000000-0000-0001-0000-000000000002", "'x'"},
        {"UUID", "STRING(40)", "'00000000-0000-0001-0000-000000000002'", "00000000-0000-0001-0000-000000000002"},
        {"BOOL", "INT32", "TRUE", "1"},
        {"BOOL", "STRING(5)", "FALSE", "false"},
        {"BOOL", "STRING(4)", "TRUE", "true", "FALSE"},
        {"DATE", "TIMESTAMP", "'2026-01-31'", "2026-01-31 00:00:00"},
        {"DATE", "STRING(10)", "'2026-01-31'", "2026-01-31"},
        {"TIMESTAMP", "DATE", "'2026-01-31 00:00:00'", "2026-01-31", "'2026-01-31 10:11:12'"},
        {"TIMESTAMP(3)", "TIMESTAMP(6)", "'2026-01-31 10:11:12'", "2026-01-31 10:11:12"},
        {"LOB_BIN", "LOB_BIN(10)", "bytes", "0102"},
        {"NATIVE(\"VARCHAR(20)\")", "STRING(50)", "'a'", "a"},
        {"NATIVE(\"INTEGER\")", "INT64", "7", "7"}
    };

    /** Where Derby has no digits of a second, nothing can be cut. */
    private static final String[][] DIGITS = {
        {
            "TIMESTAMP(6)",
            "TIMESTAMP(3)",
            "'2026-01-31 10:11:12.123'",
            "2026-01-31 10:11:12.123",
            "'2026-01-31 10:11:12.123456'"
        }
    };

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void statements_everyConversion_moveValuesThereAndBack(TestDatabase.Kind kind) throws SQLException {
        List<String> wrong = new ArrayList<>();
        List<String[]> cases = new ArrayList<>(List.of(CASES));
        if (kind != TestDatabase.Kind.DERBY) {
            cases.addAll(List.of(DIGITS));
        }
        try (Connection connection = TestDatabase.fresh(kind).source().open()) {
            for (int i = 0; i < cases.size(); i++) {
                String name = kind + " " + cases.get(i)[0] + " to " + cases.get(i)[1];
                try {
                    check(connection, kind, "T" + i, cases.get(i), name, wrong);
                } catch (SQLException e) {
                    wrong.add(name + ": " + e.getMessage());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(
            Connection connection, TestDatabase.Kind kind, String table, String[] row, String name, List<String> wrong)
            throws SQLException {
        Dialect dialect = Dialect.valueOf(kind.name());
        Column before = Column.nullable("C", ColumnType.parse(row[0]));
        Column after = Column.nullable("C", ColumnType.parse(row[1]));
        Change.ModifyType change = new Change.ModifyType(TableName.of(table), before, after, List.of());
        run(
                connection,
                SqlText.of(new Change.AddColumn(change.table(), before), dialect)
                                .get(0)
                                .replace("ALTER TABLE " + table + " ADD COLUMN", "CREATE TABLE " + table + " (ID INT,")
                        + ")");
        Optional<String> guard = Guard.of(change).map(each -> each.questions().get(dialect));
        for (int i = 4; i < row.length; i++) {
            run(connection, "INSERT INTO " + table + " VALUES (1, " + literal(row[i], kind) + ")");
            if (guard.isEmpty() || query(connection, guard.get(), false).equals("0")) {
                wrong.add(name + " lets pass " + row[i]);
            }
            if (change.conversion().effect() == org.easymodel.migrate.TypeConversion.Effect.NARROWING) {
                Change.ModifyType reversed =
                        (Change.ModifyType) change.reversal().orElseThrow();
                try {
                    for (String sql : SqlText.back(reversed, dialect)) {
                        run(connection, sql);
                    }
                    wrong.add(name + " goes back with " + row[i]);
                } catch (SQLException e) {
                    if (!e.getMessage().toUpperCase(Locale.ROOT).contains("EM_FITS")) {
                        wrong.add(name + " goes back with " + row[i] + ": " + e.getMessage());
                    }
                }
            }
            run(connection, "DELETE FROM " + table);
        }
        run(connection, "INSERT INTO " + table + " VALUES (1, " + literal(row[2], kind) + ")");
        run(connection, "INSERT INTO " + table + " VALUES (2, NULL)");
        String old = query(connection, "SELECT C FROM " + table + " WHERE ID = 1", isBytes(before));
        if (guard.isPresent() && !query(connection, guard.get(), false).equals("0")) {
            wrong.add(name + " stops " + row[2]);
        }
        for (String sql : SqlText.of(change, dialect)) {
            run(connection, sql);
        }
        String found = query(connection, "SELECT C FROM " + table + " WHERE ID = 1", isBytes(after));
        if (!found.equals(row[3])) {
            wrong.add(name + " gives " + found);
        }
        for (String sql : SqlText.back(change, dialect)) {
            run(connection, sql);
        }
        String back = query(connection, "SELECT C FROM " + table + " WHERE ID = 1", isBytes(before));
        if (!back.equals(old)) {
            wrong.add(name + " comes back as " + back + ", was " + old);
        }
        if (!query(connection, "SELECT COUNT(*) FROM " + table + " WHERE C IS NULL", false)
                .equals("1")) {
            wrong.add(name + " fills what is empty");
        }
    }

    private static boolean isBytes(Column column) {
        return column.type().kind() == Kind.LOB_BIN;
    }

    private static String literal(String value, TestDatabase.Kind kind) {
        return !value.equals("bytes")
                ? value
                : kind == TestDatabase.Kind.POSTGRESQL ? "'\\x0102'" : "CAST(X'0102' AS BLOB)";
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " [" + sql + "]", e.getSQLState(), e);
        }
    }

    private static String query(Connection connection, String sql, boolean bytes) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (bytes) {
                return java.util.HexFormat.of().formatHex(row.getBytes(1));
            }
            String text = row.getString(1);
            return switch (text) {
                case "TRUE", "t" -> "true";
                case "FALSE", "f" -> "false";
                default -> {
                    String plain = text.replaceAll("(\\d\\d:\\d\\d:\\d\\d)\\.0+$", "$1")
                            .stripTrailing();
                    yield plain.matches("-?[0-9.]+([eE][0-9+-]+)?") && plain.length() < 25
                            ? new java.math.BigDecimal(plain)
                                    .stripTrailingZeros()
                                    .toPlainString()
                            : plain;
                }
            };
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " [" + sql + "]", e.getSQLState(), e);
        }
    }
}
