package org.easymodel.liquibase;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.schema.ColumnType;

/**
 * The text of a logical type for each database, and the word that Liquibase translates rightly for all of them.
 *
 * <p>The types are those that EclipseLink binds: {@code BYTEA} for bytes on PostgreSQL, where Liquibase makes {@code OID}
 * of a {@code BLOB}; text of 36 letters for a UUID on Derby, which has no such type; {@code BOOLEAN} on Derby too, since
 * its driver takes {@code setBoolean} there.
 */
final class TypeText {

    private static final int DERBY_LONGEST_CHAR = 254;
    private static final int DERBY_LONGEST_VARCHAR = 32_672;
    private static final int DERBY_PRECISION = 31;
    private static final int POSTGRES_LONGEST_VARCHAR = 10_485_760;
    private static final int POSTGRES_PRECISION = 1000;

    private static final int H2_DIGITS = 9;

    /** The digits of a second that a timestamp has where nobody says it; PostgreSQL has no more. */
    private static final int USUAL_PRECISION = 6;

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
            case CHAR -> character(type, dialect);
            case DATE -> "DATE";
            case TIME -> "TIME" + precision(type, dialect);
            case TIMESTAMP -> "TIMESTAMP" + precision(type, dialect);
            case TIMESTAMP_TZ ->
                "TIMESTAMP" + precision(type, dialect) + (dialect == Dialect.DERBY ? "" : " WITH TIME ZONE");
            case UUID -> dialect == Dialect.DERBY ? "CHAR(36)" : "UUID";
            case LOB_TEXT -> dialect == Dialect.POSTGRESQL ? "TEXT" : "CLOB";
            case LOB_BIN -> dialect == Dialect.POSTGRESQL ? "BYTEA" : "BLOB";
            case NATIVE -> type.definition();
        };
    }

    /** The type in the words of Liquibase; empty if it has none that is right on every database. */
    static Optional<String> logical(ColumnType type) {
        return switch (type.kind()) {
            case INT32 -> Optional.of("INT");
            // Liquibase makes a DOUBLE of a REAL on Derby; this is a REAL everywhere.
            case FLOAT32 -> Optional.of("FLOAT(23)");
            case FLOAT64 -> Optional.of("DOUBLE");
            case UUID -> Optional.of("UUID");
            case LOB_TEXT -> Optional.of("CLOB");
            case LOB_BIN -> Optional.of("LONGBLOB");
            case TIMESTAMP -> usual(type, "TIMESTAMP");
            case TIMESTAMP_TZ -> usual(type, "java.sql.Types.TIMESTAMP_WITH_TIMEZONE");
            case NATIVE -> Optional.empty();
            default -> isSame(type) ? Optional.of(sql(type, Dialect.H2)) : Optional.empty();
        };
    }

    private static Optional<String> usual(ColumnType type, String word) {
        return type.size() == 0 || type.size() == USUAL_PRECISION ? Optional.of(word) : Optional.empty();
    }

    private static boolean isSame(ColumnType type) {
        Function<Dialect, String> text = dialect -> sql(type, dialect);
        return Arrays.stream(Dialect.values()).map(text).distinct().count() == 1;
    }

    private static String decimal(ColumnType type, Dialect dialect) {
        if (type.size() == 0) {
            return "DECIMAL(" + decimalDigits(type, dialect) + ")";
        }
        int precision = decimalDigits(type, dialect);
        return "DECIMAL(" + precision + ", " + Math.min(type.scale(), precision) + ")";
    }

    /** How many digits a decimal number has there. */
    static int decimalDigits(ColumnType type, Dialect dialect) {
        int usual = dialect == Dialect.DERBY ? 15 : 38;
        return Math.min(type.size() == 0 ? usual : type.size(), largestPrecision(dialect));
    }

    private static int largestPrecision(Dialect dialect) {
        return switch (dialect) {
            case DERBY -> DERBY_PRECISION;
            case H2 -> Integer.MAX_VALUE;
            case POSTGRESQL -> POSTGRES_PRECISION;
        };
    }

    private static String character(ColumnType type, Dialect dialect) {
        int size = Math.max(type.size(), 1);
        return dialect == Dialect.DERBY && size > DERBY_LONGEST_CHAR ? string(type, dialect) : "CHAR(" + size + ")";
    }

    private static String string(ColumnType type, Dialect dialect) {
        int size = type.size() == 0 ? 255 : type.size();
        return switch (dialect) {
            case DERBY -> size > DERBY_LONGEST_VARCHAR ? "CLOB" : "VARCHAR(" + size + ")";
            case H2 -> "VARCHAR(" + size + ")";
            case POSTGRESQL -> size > POSTGRES_LONGEST_VARCHAR ? "TEXT" : "VARCHAR(" + size + ")";
        };
    }

    /** Derby takes no digits of the second, PostgreSQL at most six. */
    private static String precision(ColumnType type, Dialect dialect) {
        if (type.size() == 0 || dialect == Dialect.DERBY) {
            return "";
        }
        int largest = dialect == Dialect.H2 ? H2_DIGITS : USUAL_PRECISION;
        return "(" + Math.min(type.size(), largest) + ")";
    }
}
