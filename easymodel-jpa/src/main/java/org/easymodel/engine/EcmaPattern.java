package org.easymodel.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import org.easymodel.constraints.TextRule;

/**
 * Says a regular expression of Java in the dialect of JSON Schema, ECMA-262 in its Unicode mode. Only what means the same in
 * both is said.
 */
final class EcmaPattern {

    private static final String ESCAPED = "\\\\(?:[dDwWsStnrf^$\\\\.*+?()\\[\\]{}|/]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})";
    private static final String IN_SET = "(?:" + ESCAPED + "|\\\\-|[^\\\\\\[\\]&])";
    private static final String SET = "\\[\\^?" + IN_SET + "+\\]";
    private static final String GROUP = "\\((?:\\?(?:[:=!]|<[=!])|(?!\\?))";
    private static final String QUANTIFIER = "(?:[*+?]|\\{\\d+(?:,\\d*)?\\})\\??(?!\\+)";
    private static final String LETTER = "[^\\\\\\[\\](){}*+?]";

    /** Without named groups, back references, possessive quantifiers and sets within sets. */
    private static final Pattern COMMON = Pattern.compile(
            "(?:" + ESCAPED + "|\\\\[bB]|" + SET + "|" + GROUP + "|\\)|" + QUANTIFIER + "|" + LETTER + ")*+");

    /** A class of letters at one end of a range is an error in one and a literal hyphen in the other. */
    private static final Pattern RANGE_OF_CLASS = Pattern.compile("\\\\[dDwWsS]-[^\\]]|-\\\\[dDwWsS]");

    private EcmaPattern() {}

    /** An expression that a text matches as a whole; empty if it cannot be said so. */
    static Optional<String> of(TextRule rule) {
        String expression = rule.expression();
        boolean common = rule.flags().isEmpty()
                && COMMON.matcher(expression).matches()
                && !RANGE_OF_CLASS.matcher(expression).find();
        return common ? Optional.of("^(?:" + expression + ")$") : Optional.empty();
    }
}
