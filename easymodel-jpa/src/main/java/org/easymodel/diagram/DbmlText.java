package org.easymodel.diagram;

import java.util.regex.Pattern;
import org.easymodel.schema.ColumnType;

/** Names and texts as DBML reads them. */
final class DbmlText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private DbmlText() {}

    /** A name, in double quotes. */
    static String name(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A text, in single quotes. */
    static String text(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A piece of SQL, in back quotes, which it cannot hold itself: those of MySQL become those of the standard. */
    static String expression(String sql) {
        return '`' + Words.line(sql).replace('`', '"') + '`';
    }

    /** A default value: a number, or a piece of SQL. */
    static String value(String sql) {
        String value = Words.line(sql);
        return NUMBER.matcher(value).matches() ? value : expression(value);
    }

    /** The type of a column with its sizes. */
    static String type(ColumnType type) {
        return type.kind() == ColumnType.Kind.NATIVE
                ? name(Words.line(type.definition()))
                : type.toString().toLowerCase(java.util.Locale.ROOT);
    }
}
