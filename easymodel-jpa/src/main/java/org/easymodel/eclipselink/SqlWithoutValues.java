package org.easymodel.eclipselink;

/**
 * A statement with a question mark in the place of every text and number that it writes out. Most values are parameters anyway;
 * statements of the application may write them into the text. What is quoted as a name stays;
 * comments go.
 */
final class SqlWithoutValues {

    private final String sql;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private SqlWithoutValues(String sql) {
        this.sql = sql;
    }

    static String of(String sql) {
        return new SqlWithoutValues(sql).text();
    }

    private String text() {
        while (at < sql.length()) {
            char next = sql.charAt(at);
            if (next == '\'') {
                replace(endOfText());
            } else if (sql.startsWith("--", at)) {
                at = lineEnd();
            } else if (sql.startsWith("/*", at)) {
                at = after("*/", at + 2);
            } else if (next == '"') {
                int end = after("\"", at + 1);
                out.append(sql, at, end);
                at = end;
            } else if (next == '$' && dollarTag() > 0) {
                String tag = sql.substring(at, dollarTag());
                replace(after(tag, at + tag.length()));
            } else if (isDigit(next)
                    || (next == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)) && !inName())) {
                number();
            } else {
                out.append(next);
                at++;
            }
        }
        return out.toString();
    }

    private void replace(int end) {
        out.append('?');
        at = end;
    }

    /** Part of a name, such as T1, or a number. */
    private void number() {
        int end = at;
        while (end < sql.length() && (isWord(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        if (inName()) {
            out.append(sql, at, end);
            at = end;
        } else {
            replace(end);
        }
    }

    private boolean inName() {
        return at > 0 && isWord(sql.charAt(at - 1));
    }

    /** Two quotes in a row are one in the text; in PostgreSQL's E'...' a backslash takes the next character with it. */
    private int endOfText() {
        boolean escapes = at > 0
                && (sql.charAt(at - 1) == 'E' || sql.charAt(at - 1) == 'e')
                && (at == 1 || !isWord(sql.charAt(at - 2)));
        int end = at + 1;
        while (end < sql.length()) {
            char each = sql.charAt(end);
            if (escapes && each == '\\') {
                end++;
            } else if (each == '\'') {
                if (end + 1 >= sql.length() || sql.charAt(end + 1) != '\'') {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return sql.length();
    }

    /** The end of {@code $$} or {@code $tag$}, with which a text of PostgreSQL begins and ends; 0 where there is none. */
    private int dollarTag() {
        if (inName()) {
            return 0;
        }
        int end = at + 1;
        while (end < sql.length()
                && sql.charAt(end) != '$'
                && isWord(sql.charAt(end))
                && !(end == at + 1 && isDigit(sql.charAt(end)))) {
            end++;
        }
        return end < sql.length() && sql.charAt(end) == '$' ? end + 1 : 0;
    }

    private int lineEnd() {
        int found = sql.indexOf('\n', at);
        return found < 0 ? sql.length() : found;
    }

    private int after(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static boolean isWord(char each) {
        return each == '_' || each == '$' || Character.isLetterOrDigit(each);
    }
}
