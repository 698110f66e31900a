package org.easymodel.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.Check;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "price >= 0 ~ PRICE",
                "STATE IN ('NEW','PRICE') ~ STATE",
                "LENGTH(CODE) >= 3 ~ CODE",
                "lower (\"eMail\") = 'it''s x' || \"eMail\" ~ \"eMail\"",
                "A<>B AND NOT (C) ~ A, B, AND, C",
                "\"ORDER\" > 1 ~ \"ORDER\"",
                "AT > DATE '2026-01-01' ~ AT",
                "straße_1 = größe$ ~ STRASSE_1, GRÖSSE$",
                "A = 'open ~ A, OPEN"
            })
    void of_check_namesEveryWordThatMayBeAColumn(String condition, String names) {
        Set<Identifier> expected =
                Arrays.stream(names.split(",")).map(Identifier::of).collect(Collectors.toSet());
        assertThat(SqlWords.of(new Check(Identifier.of("CK"), condition))).isEqualTo(expected);
    }

    @Test
    void of_index_namesWhatIsInTextOnly() {
        Index index = Shop.where(Shop.indexOf("IX", "A DESC", "(lower(B))", "C USING d"), "E > 0");
        assertThat(SqlWords.of(index)).containsExactlyInAnyOrder(Identifier.of("B"), Identifier.of("E"));
        assertThat(SqlWords.of(Shop.indexOf("IX", "A"))).isEmpty();
    }
}
