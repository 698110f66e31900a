package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.easymodel.constraints.TextRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[A-Z]{2}",
                "a|b",
                "^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$",
                "(?:\\d{3}-)?\\d{4}",
                "(?=.*\\d)(?!.*\\s).{8,}",
                "(?<=a)b(?<!c)d",
                "\\bword\\b",
                "[\\w\\-.]+",
                "[^\\\\/]*?",
                "\\u00e4\\x41\\t",
                "(a(b))*",
                "\\{\\}",
            })
    void of_whatBothShare_isTheWholeText(String expression) {
        assertThat(Pattern.compile(expression)).isNotNull();
        assertThat(EcmaPattern.of(new TextRule(expression, List.of()))).contains("^(?:" + expression + ")$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)a",
                "(?>a)",
                "(?<name>a)",
                "a++",
                "a*+",
                "a?+",
                "a{2}+",
                "\\p{Alpha}",
                "\\Qa.b\\E",
                "\\Aa\\z",
                "\\h",
                "\\v",
                "\\R",
                "[a[bc]]",
                "[a-z&&[^b]]",
                "\\-",
                "\\@",
                "a}",
                "(a)\\1",
                "\\012",
                "[\\w-z]",
                "\\cA",
            })
    void of_whatOneOfThemLacks_isLeftOut(String expression) {
        assertThat(Pattern.compile(expression)).isNotNull();
        assertThat(EcmaPattern.of(new TextRule(expression, List.of()))).isEmpty();
    }

    @Test
    void of_flags_isLeftOut() {
        assertThat(EcmaPattern.of(new TextRule("a", List.of("CASE_INSENSITIVE"))))
                .isEmpty();
    }

    @Test
    void of_longExpression_doesNotOverflow() {
        String expression = "[a-z]".repeat(20_000);

        assertThat(EcmaPattern.of(new TextRule(expression, List.of()))).isPresent();
    }
}
