package org.easymodel.liquibase;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares default values, which every database writes in its own way. */
final class LiveDefault {

    private static final Pattern CAST =
            Pattern.compile("::(?:\"[^\"]+\"|[\\w .]+?)(?:\\(\\d+(?:,\\s*\\d+)?\\))?(?=\\)|,|$)");
    private static final Pattern TYPED =
            Pattern.compile("^(?:DATE|TIME|TIMESTAMP|UUID)\\s*(?='|U&')", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL =
            Pattern.compile("'.*'|[-+]?[0-9.]+(?:E[-+]?\\d+)?|TRUE|FALSE", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private LiveDefault() {}

    /** What a database tells, in the words of a model; empty if it is no default. */
    static Optional<String> told(@Nullable String text) {
        if (text == null || text.isBlank() || text.equalsIgnoreCase("NULL") || isNumbering(text)) {
            return Optional.empty();
        }
        String bare = bare(text);
        return bare.equalsIgnoreCase("NULL") ? Optional.empty() : Optional.of(bare);
    }

    private static boolean isNumbering(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith("AUTOINCREMENT") || upper.startsWith("GENERATED") || upper.startsWith("NEXTVAL(");
    }

    static boolean areEqual(Optional<String> expected, Optional<String> live) {
        if (expected.isEmpty() || live.isEmpty()) {
            return expected.map(text -> text.equalsIgnoreCase("NULL")).orElse(true) && live.isEmpty();
        }
        String one = bare(expected.get());
        String other = bare(live.get());
        if (one.equals(other)) {
            return true;
        }
        boolean literal = LITERAL.matcher(one).matches();
        if (!literal) {
            // An expression: databases rewrite it beyond recognition, but never into a literal.
            return !LITERAL.matcher(other).matches() || other.equalsIgnoreCase(one);
        }
        return unquoted(one).equals(unquoted(other))
                || one.equalsIgnoreCase(other) && !one.startsWith("'")
                || areEqualNumbers(unquoted(one), unquoted(other));
    }

    private static String bare(String text) {
        String bare = text.strip();
        if (!bare.startsWith("'") || bare.indexOf("::") > 0) {
            bare = CAST.matcher(bare).replaceAll("");
        }
        while (bare.startsWith("(") && bare.endsWith(")")) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return TYPED.matcher(bare).replaceFirst("");
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    private static boolean areEqualNumbers(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
