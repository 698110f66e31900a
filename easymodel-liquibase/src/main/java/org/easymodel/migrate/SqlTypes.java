package org.easymodel.migrate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;

/** Reads the SQL text that a mapping gives for a type, where it means a logical type on every database. */
final class SqlTypes {

    private static final Pattern SIZED =
            Pattern.compile("([A-Z]+(?: [A-Z]+)?) ?(?:\\( ?(\\d{1,9}) ?(?:, ?(\\d{1,9}) ?)?\\))?");

    private SqlTypes() {}

    /** The logical type that the SQL text means; the type itself if it is none, or means more. */
    static ColumnType logical(ColumnType type) {
        Matcher sized = SIZED.matcher(type.definition());
        if (type.kind() != Kind.NATIVE || !sized.matches()) {
            return type;
        }
        int size = sized.group(2) == null ? 0 : Integer.parseInt(sized.group(2));
        int scale = sized.group(3) == null ? 0 : Integer.parseInt(sized.group(3));
        boolean bare = size == 0;
        return switch (sized.group(1)) {
            case "VARCHAR", "CHARACTER VARYING" -> bare ? type : ColumnType.string(size);
            case "CHAR", "CHARACTER" -> ColumnType.of(Kind.CHAR, Math.max(size, 1));
            case "DECIMAL", "NUMERIC" -> bare ? type : ColumnType.decimal(size, scale);
            case "SMALLINT" -> ColumnType.of(Kind.INT16);
            case "INT", "INTEGER" -> ColumnType.of(Kind.INT32);
            case "BIGINT" -> ColumnType.of(Kind.INT64);
            case "REAL" -> ColumnType.of(Kind.FLOAT32);
            case "DOUBLE PRECISION" -> ColumnType.of(Kind.FLOAT64);
            case "BOOLEAN" -> ColumnType.of(Kind.BOOL);
            case "DATE" -> ColumnType.of(Kind.DATE);
            default -> type;
        };
    }
}
