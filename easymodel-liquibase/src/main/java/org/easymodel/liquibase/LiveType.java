package org.easymodel.liquibase;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;

/**
 * The type of a column in one spelling, whether a database tells it or a model writes it: {@code VARCHAR(50)}, {@code
 * DECIMAL(8,2)}, {@code TIMESTAMP(6)}. Immutable.
 *
 * @param word the type without its numbers
 * @param size length or precision; -1 if it has none
 * @param scale digits after the point; 0 if it has none
 */
record LiveType(String word, int size, int scale) {

    private static final Pattern TEXT = Pattern.compile(
            "([A-Z][A-Z0-9_ ]*?)\\s*(?:\\((\\d+)(?:\\s*,\\s*(\\d+))?\\))?( WITH TIME ZONE| WITHOUT TIME ZONE)?");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("BOOL", "BOOLEAN"),
            Map.entry("BIT", "BOOLEAN"),
            Map.entry("INT2", "SMALLINT"),
            Map.entry("INT", "INTEGER"),
            Map.entry("INT4", "INTEGER"),
            Map.entry("SERIAL", "INTEGER"),
            Map.entry("INT8", "BIGINT"),
            Map.entry("BIGSERIAL", "BIGINT"),
            Map.entry("FLOAT4", "REAL"),
            Map.entry("FLOAT8", "DOUBLE PRECISION"),
            Map.entry("DOUBLE", "DOUBLE PRECISION"),
            Map.entry("NUMERIC", "DECIMAL"),
            Map.entry("DEC", "DECIMAL"),
            Map.entry("CHARACTER VARYING", "VARCHAR"),
            Map.entry("CHARACTER", "CHAR"),
            Map.entry("BPCHAR", "CHAR"),
            Map.entry("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE"),
            Map.entry("CHARACTER LARGE OBJECT", "CLOB"),
            Map.entry("BINARY LARGE OBJECT", "BLOB"),
            Map.entry("TEXT", "CLOB"),
            Map.entry("BYTEA", "BLOB"));

    /** The type that a database tells of the column at which the rows stand. */
    static LiveType of(ResultSet column, Dialect dialect) throws SQLException {
        String name = column.getString("TYPE_NAME").toUpperCase(Locale.ROOT);
        int bracket = name.indexOf('(');
        String bare = (bracket < 0 ? name : name.substring(0, bracket) + name.substring(name.indexOf(')') + 1)).strip();
        String word = WORDS.getOrDefault(bare, bare);
        int size = column.getInt("COLUMN_SIZE");
        int digits = column.getInt("DECIMAL_DIGITS");
        return switch (word) {
            case "VARCHAR", "CHAR" ->
                size == Integer.MAX_VALUE ? new LiveType("CLOB", -1, 0) : new LiveType(word, size, 0);
            case "DECIMAL" -> new LiveType(word, size, digits);
            case "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" ->
                new LiveType(word, dialect == Dialect.DERBY ? -1 : digits, 0);
            default -> new LiveType(word, -1, 0);
        };
    }

    /** The type that SQL text means on a database; empty if it is none that every database has. */
    static Optional<LiveType> of(String sql, Dialect dialect) {
        Matcher text = TEXT.matcher(sql.toUpperCase(Locale.ROOT).strip());
        if (!text.matches()) {
            return Optional.empty();
        }
        String zone = text.group(4) != null && text.group(4).equals(" WITH TIME ZONE") ? " WITH TIME ZONE" : "";
        String word = WORDS.getOrDefault(text.group(1) + zone, text.group(1) + zone);
        int size = text.group(2) == null ? -1 : Integer.parseInt(text.group(2));
        int scale = text.group(3) == null ? 0 : Integer.parseInt(text.group(3));
        return switch (word) {
            case "BOOLEAN",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "REAL",
                    "DOUBLE PRECISION",
                    "DATE",
                    "UUID",
                    "CLOB",
                    "BLOB" -> Optional.of(new LiveType(word, -1, 0));
            case "VARCHAR", "CHAR", "DECIMAL" ->
                size < 0 ? Optional.empty() : Optional.of(new LiveType(word, size, scale));
            case "TIME" -> Optional.of(new LiveType(word, digits(size, dialect, dialect == Dialect.H2 ? 0 : 6), 0));
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE" ->
                Optional.of(new LiveType(word, digits(size, dialect, 6), 0));
            default -> Optional.empty();
        };
    }

    private static int digits(int size, Dialect dialect, int usual) {
        return dialect == Dialect.DERBY ? -1 : size < 0 ? usual : size;
    }

    /** Whether the database has what a model means; a type of the mapping's own that nobody knows is believed. */
    boolean is(ColumnType type, Dialect dialect) {
        return of(TypeText.sql(type, dialect), dialect).map(this::equals).orElse(true);
    }

    /** The neutral type. */
    ColumnType logical() {
        return switch (word) {
            case "BOOLEAN" -> ColumnType.of(ColumnType.Kind.BOOL);
            case "SMALLINT" -> ColumnType.of(ColumnType.Kind.INT16);
            case "INTEGER" -> ColumnType.of(ColumnType.Kind.INT32);
            case "BIGINT" -> ColumnType.of(ColumnType.Kind.INT64);
            case "REAL" -> ColumnType.of(ColumnType.Kind.FLOAT32);
            case "DOUBLE PRECISION" -> ColumnType.of(ColumnType.Kind.FLOAT64);
            case "DECIMAL" -> ColumnType.decimal(size, scale);
            case "VARCHAR" -> ColumnType.string(size);
            case "CHAR" -> ColumnType.of(ColumnType.Kind.CHAR, size);
            case "DATE" -> ColumnType.of(ColumnType.Kind.DATE);
            case "TIME" -> ColumnType.of(ColumnType.Kind.TIME, Math.max(size, 0));
            case "TIMESTAMP" -> ColumnType.of(ColumnType.Kind.TIMESTAMP, size == 6 ? 0 : Math.max(size, 0));
            case "TIMESTAMP WITH TIME ZONE" ->
                ColumnType.of(ColumnType.Kind.TIMESTAMP_TZ, size == 6 ? 0 : Math.max(size, 0));
            case "UUID" -> ColumnType.of(ColumnType.Kind.UUID);
            case "CLOB" -> ColumnType.of(ColumnType.Kind.LOB_TEXT);
            case "BLOB" -> ColumnType.of(ColumnType.Kind.LOB_BIN);
            default -> ColumnType.ofDefinition(word);
        };
    }

    /** Whether JDBC metadata says that a column may be empty. */
    static boolean isNullable(ResultSet column) throws SQLException {
        return column.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
    }
}
