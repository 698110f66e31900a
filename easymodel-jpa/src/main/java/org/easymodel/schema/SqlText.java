package org.easymodel.schema;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that a mapping gives as text. What stands in quotes, a literal or a delimited name, is left as it is. */
final class SqlText {

    private static final Pattern PIECE = Pattern.compile("'[^']*'?|\"[^\"]*\"?|[^'\"]+");

    private SqlText() {}

    /** Without white space at the ends, and with one space where there is more. */
    static String collapsed(String sql) {
        return outsideOfQuotes(sql.strip(), piece -> piece.replaceAll("\\s+", " "));
    }

    /** Collapsed and in upper case. */
    static String folded(String sql) {
        return outsideOfQuotes(collapsed(sql), piece -> piece.toUpperCase(Locale.ROOT));
    }

    private static String outsideOfQuotes(String sql, UnaryOperator<String> change) {
        return PIECE.matcher(sql)
                .replaceAll(piece -> Matcher.quoteReplacement(
                        isQuoted(piece.group()) ? piece.group() : change.apply(piece.group())));
    }

    private static boolean isQuoted(String piece) {
        return piece.charAt(0) == '\'' || piece.charAt(0) == '"';
    }
}
