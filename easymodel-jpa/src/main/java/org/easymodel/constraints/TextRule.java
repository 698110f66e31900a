package org.easymodel.constraints;

import java.util.List;

/**
 * A regular expression that a whole text must match. Immutable.
 *
 * @param expression in the syntax of {@link java.util.regex.Pattern}
 * @param flags the names of the constants of {@code jakarta.validation.constraints.Pattern.Flag}, sorted, such as {@code
 *     CASE_INSENSITIVE}
 */
public record TextRule(String expression, List<String> flags) {

    public TextRule {
        flags = flags.stream().distinct().sorted().toList();
    }
}
