package org.easymodel.liquibase;

import java.math.BigInteger;
import java.util.Optional;
import org.easymodel.migrate.TypeConversion;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;

/**
 * A change of type as SQL of one database: how a value of the new type is made of an old one, and which old values have
 * none. The conditions are neither true nor false for empty values, so that those fit always.
 */
record ConversionText(TypeConversion conversion, Dialect dialect) {

    private static final int UUID_LETTERS = 36;

    private ColumnType from() {
        return conversion.from();
    }

    private ColumnType to() {
        return conversion.to();
    }

    /** Whether the database has the same type for both. */
    boolean isNothing() {
        return TypeText.sql(from(), dialect).equals(TypeText.sql(to(), dialect));
    }

    /** The value of the new type. */
    String value(String column) {
        if (isText(from())) {
            return fromText(column);
        } else if (isText(to())) {
            return toText(column);
        } else if (to().kind() == Kind.BOOL) {
            return "CASE WHEN " + column + " = 1 THEN TRUE WHEN " + column + " = 0 THEN FALSE END";
        } else if (from().kind() == Kind.BOOL) {
            return "CASE WHEN " + column + " THEN 1 WHEN NOT " + column + " THEN 0 END";
        }
        return cast(column, to());
    }

    private String fromText(String column) {
        return switch (to().kind()) {
            case BOOL ->
                "CASE WHEN LOWER(" + text(column) + ") = 'true' THEN TRUE WHEN LOWER(" + text(column)
                        + ") = 'false' THEN FALSE END";
            case UUID -> dialect == Dialect.DERBY ? "LOWER(" + text(column) + ")" : cast(column, to());
            case STRING, CHAR, LOB_TEXT -> isPadded() ? "RTRIM(" + column + ")" : column;
            default -> cast(text(column), to());
        };
    }

    /** The value as text, without regard to how much text there may be. */
    private String toText(String column) {
        return switch (from().kind()) {
            case BOOL ->
                dialect == Dialect.DERBY
                        ? "CAST(" + column + " AS VARCHAR(5))"
                        : "CASE WHEN " + column + " THEN 'true' WHEN NOT " + column + " THEN 'false' END";
            case DATE ->
                dialect == Dialect.DERBY ? "CAST(" + column + " AS CHAR(10))" : "CAST(" + column + " AS VARCHAR(10))";
            case UUID -> dialect == Dialect.DERBY ? column : "CAST(" + column + " AS VARCHAR(36))";
            default -> dialect == Dialect.DERBY ? "RTRIM(CHAR(" + column + "))" : "CAST(" + column + " AS VARCHAR(50))";
        };
    }

    /** Derby and H2 read no other value out of text without a limit. */
    private String text(String column) {
        return TypeText.sql(from(), dialect).equals("CLOB")
                ? "CAST(" + column + " AS VARCHAR" + (dialect == Dialect.DERBY ? "(32672))" : ")")
                : column;
    }

    /** Derby and H2 store text of fixed length with its blanks; PostgreSQL takes them off by itself. */
    private boolean isPadded() {
        return dialect != Dialect.POSTGRESQL && from().kind() == Kind.CHAR && to().kind() != Kind.CHAR;
    }

    /** Whether the database must be told how the new value is made. */
    boolean needsValue() {
        return !conversion.isWithinFamily() || dialect == Dialect.H2 && isPadded();
    }

    private String cast(String value, ColumnType type) {
        return "CAST(" + value + " AS " + TypeText.sql(type, dialect) + ")";
    }

    /** The condition of the values that have no counterpart; empty if all have one. */
    Optional<String> misfits(String column) {
        if (isNothing()) {
            return Optional.empty();
        }
        return switch (conversion.effect()) {
            case FREE, REWRITE, NONE -> Optional.empty();
            case CUT -> Optional.of(column + " <> CAST(CAST(" + column + " AS DATE) AS TIMESTAMP)");
            case NARROWING -> Optional.of(narrowing(column));
        };
    }

    private String narrowing(String column) {
        if (isText(from())) {
            return isText(to()) ? longer(column) : unreadable(column);
        } else if (isText(to())) {
            return "LENGTH(" + toText(column) + ") > " + length(to());
        } else if (to().kind() == Kind.BOOL) {
            return column + " NOT IN (0, 1)";
        } else if (from().kind() == to().kind() && from().kind() != Kind.DECIMAL) {
            return column + " <> " + cast(column, to());
        }
        return outOfRange(column);
    }

    private String longer(String column) {
        String length = "LENGTH(" + (from().kind() == Kind.CHAR ? "RTRIM(" + column + ")" : column) + ")";
        boolean cuts = length(to()) < length(from());
        String longer = length + " > " + length(to());
        if (to().kind() != Kind.CHAR || from().kind() == Kind.CHAR) {
            return longer;
        }
        String padded = length + " > LENGTH(RTRIM(" + column + "))";
        return cuts ? longer + " OR " + padded : padded;
    }

    private String outOfRange(String column) {
        boolean exact = from().kind() == Kind.INT16 || from().kind() == Kind.INT32 || from().kind() == Kind.INT64;
        return switch (to().kind()) {
            case INT16, INT32, INT64 -> {
                String range = column + " NOT BETWEEN " + smallest(to().kind()) + " AND " + largest(to().kind());
                if (from().kind() == Kind.FLOAT32 || from().kind() == Kind.FLOAT64) {
                    range = column + " NOT BETWEEN "
                            + (to().kind() == Kind.INT64
                                    ? "-9007199254740992 AND 9007199254740992"
                                    : smallest(to().kind()) + " AND " + largest(to().kind()));
                }
                yield exact || from().kind() == Kind.DECIMAL && scale(from()) == 0
                        ? range
                        : range + " OR " + column + " <> FLOOR(" + column + ")";
            }
            case DECIMAL -> ofDecimal(column, exact);
            default -> ofBroken(column, exact);
        };
    }

    private String ofDecimal(String column, boolean exact) {
        int whole = precision(to()) - scale(to());
        String tooLarge = "ABS(" + column + ") >= 1" + "0".repeat(whole);
        if (exact) {
            return tooLarge;
        } else if (from().kind() != Kind.DECIMAL) {
            return "CASE WHEN " + tooLarge + " THEN 1 WHEN " + column + " <> CAST(" + cast(column, to())
                    + " AS DOUBLE PRECISION) THEN 1 ELSE 0 END = 1";
        }
        boolean shorter = precision(from()) - scale(from()) > whole;
        boolean coarser = scale(from()) > scale(to());
        int room = Math.max(precision(from()) - scale(from()) + scale(to()), 1);
        String rounded = dialect == Dialect.DERBY
                ? cast(column, ColumnType.decimal(room, scale(to())))
                : "ROUND(" + column + ", " + scale(to()) + ")";
        String cut = column + " <> " + rounded;
        return shorter && coarser ? tooLarge + " OR " + cut : shorter ? tooLarge : cut;
    }

    /** A number that is binary has only so many digits. */
    private String ofBroken(String column, boolean exact) {
        boolean small = to().kind() == Kind.FLOAT32;
        String limit = small ? "16777216" : "9007199254740992";
        if (exact) {
            return column + " NOT BETWEEN -" + limit + " AND " + limit;
        } else if (from().kind() == Kind.DECIMAL) {
            return column + " <> CAST(" + cast(column, to()) + " AS " + TypeText.sql(from(), dialect) + ")";
        }
        return "CASE WHEN ABS(" + column + ") > 3.4E38 THEN 1 WHEN " + column + " <> 0 AND ABS(" + column
                + ") < 1.2E-38 THEN 1 WHEN " + column + " <> CAST(CAST(" + column
                + " AS REAL) AS DOUBLE PRECISION) THEN 1 ELSE 0 END = 1";
    }

    /** Texts that are no value of the new type. */
    private String unreadable(String column) {
        return switch (to().kind()) {
            case BOOL -> "LOWER(" + text(column) + ") NOT IN ('true', 'false')";
            case UUID ->
                dialect == Dialect.DERBY
                        ? text(column) + " NOT LIKE '________-____-____-____-____________' OR LENGTH(" + text(column)
                                + ") <> " + UUID_LETTERS
                        : isNot(column, "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
            case DECIMAL -> unreadable(column, precision(to()) - scale(to()), scale(to()));
            default -> {
                String form = unreadable(column, largest(to().kind()).length(), 0);
                yield "CASE WHEN " + form + " THEN 1 WHEN CAST(" + text(column) + " AS DECIMAL(20)) NOT BETWEEN "
                        + smallest(to().kind()) + " AND " + largest(to().kind()) + " THEN 1 ELSE 0 END = 1";
            }
        };
    }

    private String unreadable(String column, int whole, int fraction) {
        if (dialect != Dialect.DERBY) {
            return isNot(
                    column,
                    "^-?[0-9]{1," + Math.max(whole, 1) + "}" + (fraction == 0 ? "" : "([.][0-9]{1," + fraction + "})?")
                            + "$");
        }
        return DerbyDigits.areMissing(text(column), whole, fraction);
    }

    private String isNot(String column, String pattern) {
        return dialect == Dialect.H2
                ? "NOT REGEXP_LIKE(" + text(column) + ", '" + pattern + "')"
                : column + " !~ '" + pattern + "'";
    }

    private int precision(ColumnType decimal) {
        return TypeText.decimalDigits(decimal, dialect);
    }

    private int scale(ColumnType decimal) {
        return decimal.kind() == Kind.DECIMAL ? Math.min(decimal.scale(), precision(decimal)) : 0;
    }

    private static String largest(Kind kind) {
        int bits = kind == Kind.INT16 ? 15 : kind == Kind.INT32 ? 31 : 63;
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE).toString();
    }

    private static String smallest(Kind kind) {
        int bits = kind == Kind.INT16 ? 15 : kind == Kind.INT32 ? 31 : 63;
        return BigInteger.ONE.shiftLeft(bits).negate().toString();
    }

    private static int length(ColumnType type) {
        return switch (type.kind()) {
            case CHAR -> Math.max(type.size(), 1);
            case STRING -> type.size() == 0 ? 255 : type.size();
            default -> Integer.MAX_VALUE;
        };
    }

    private static boolean isText(ColumnType type) {
        return type.kind() == Kind.STRING || type.kind() == Kind.CHAR || type.kind() == Kind.LOB_TEXT;
    }
}
