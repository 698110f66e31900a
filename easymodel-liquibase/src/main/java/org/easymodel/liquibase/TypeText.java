package org.easymodel.liquibase;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.easymodel.schema.ColumnType;

/**
 * The text of a logical type for each database, and the one that a changelog uses for all of them: a word that Liquibase
 * translates, or a property where it would translate wrongly.
 *
 * <p>The types are those that EclipseLink binds: {@code BYTEA} for bytes on PostgreSQL, not {@code OID}; text of 36
 * letters for a UUID on Derby, which has no such type; {@code BOOLEAN} on Derby too, since its driver takes
 * {@code setBoolean} there.
 */
final class TypeText {

    private static final int DERBY_LONGEST_VARCHAR = 32_672;
    private static final int DERBY_PRECISION = 31;

    private TypeText() {}

    /** The type as SQL of a database. */
    static String sql(ColumnType type, Dialect dialect) {
        return switch (type.kind()) {
            case BOOL -> "BOOLEAN";
            case INT16 -> "SMALLINT";
            case INT32 -> "INTEGER";
            case INT64 -> "BIGINT";
            case FLOAT32 -> "REAL";
            case FLOAT64 -> "DOUBLE PRECISION";
            case DECIMAL -> decimal(type, dialect);
            case STRING -> string(type, dialect);
            case CHAR -> "CHAR(" + Math.max(type.size(), 1) + ")";
            case DATE -> "DATE";
            case TIME -> "TIME" + (dialect == Dialect.DERBY ? "" : precision(type));
            case TIMESTAMP -> "TIMESTAMP" + (dialect == Dialect.DERBY ? "" : precision(type));
            case TIMESTAMP_TZ ->
                dialect == Dialect.DERBY ? "TIMESTAMP" : "TIMESTAMP" + precision(type) + " WITH TIME ZONE";
            case UUID -> dialect == Dialect.DERBY ? "CHAR(36)" : "UUID";
            case LOB_TEXT -> dialect == Dialect.POSTGRESQL ? "TEXT" : "CLOB";
            case LOB_BIN -> dialect == Dialect.POSTGRESQL ? "BYTEA" : "BLOB";
            case NATIVE -> type.definition();
        };
    }

    /** The type as a changelog writes it. */
    static String logical(ColumnType type) {
        return switch (type.kind()) {
            case INT32 -> "INT";
            case FLOAT64 -> "DOUBLE";
            case UUID -> "UUID";
            case LOB_TEXT -> "CLOB";
            default -> isSame(type) ? sql(type, Dialect.H2) : "${" + property(type) + "}";
        };
    }

    /** The properties that {@link #logical} refers to: databases by type text; empty if it refers to none. */
    static Map<String, String> properties(ColumnType type) {
        return logical(type).startsWith("${")
                ? Arrays.stream(Dialect.values())
                        .collect(Collectors.groupingBy(
                                dialect -> sql(type, dialect),
                                LinkedHashMap::new,
                                Collectors.mapping(Dialect::dbms, Collectors.joining(", "))))
                : Map.of();
    }

    /** The name of the property of a type. */
    static String property(ColumnType type) {
        return "type_"
                + type.toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("_$", "");
    }

    private static boolean isSame(ColumnType type) {
        Function<Dialect, String> text = dialect -> sql(type, dialect);
        return Arrays.stream(Dialect.values()).map(text).distinct().count() == 1;
    }

    private static String decimal(ColumnType type, Dialect dialect) {
        if (type.size() == 0) {
            return dialect == Dialect.DERBY ? "DECIMAL(15)" : "DECIMAL(38)";
        }
        int precision = dialect == Dialect.DERBY ? Math.min(type.size(), DERBY_PRECISION) : type.size();
        return "DECIMAL(" + precision + ", " + Math.min(type.scale(), precision) + ")";
    }

    private static String string(ColumnType type, Dialect dialect) {
        int size = type.size() == 0 ? 255 : type.size();
        return dialect == Dialect.DERBY && size > DERBY_LONGEST_VARCHAR ? "CLOB" : "VARCHAR(" + size + ")";
    }

    private static String precision(ColumnType type) {
        return type.size() == 0 ? "" : "(" + type.size() + ")";
    }
}
