package org.easymodel.query;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextPatternTest {

    @Test
    void parse_wildcards_areThoseOfSql() {
        assertThat(TextPattern.parse("*@x.?rg").like()).isEqualTo("%@x._rg");
        assertThat(TextPattern.parse("50%_!*").like()).isEqualTo("50!%!_!!%");
    }

    @Test
    void parse_escapedWildcards_areLiteral() {
        assertThat(TextPattern.parse("a\\*b\\?").text()).isEqualTo("a*b?");
        assertThat(TextPattern.parse("C:\\temp").text()).isEqualTo("C:\\temp");
        assertThat(TextPattern.parse("C:\\\\*").like()).isEqualTo("C:\\%");
        assertThat(TextPattern.parse("\\\\server").text()).isEqualTo("\\\\server");
    }

    @Property
    void parse_textWithoutWildcards_isItself(@ForAll String text) {
        String plain = text.replace("*", "").replace("?", "");
        assertThat(TextPattern.parse(plain))
                .isEqualTo(new TextPattern(TextPattern.of(false, plain, false).like(), plain, true));
    }
}
