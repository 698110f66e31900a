package org.easymodel.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlWithoutValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT t1.ID FROM T1 t1 WHERE (t1.A = ?) | SELECT t1.ID FROM T1 t1 WHERE (t1.A = ?)",
                "where a = 'it''s 5' and b = 7 | where a = ? and b = ?",
                "where a in (1, 2.5, .5, 1e9) | where a in (?, ?, ?, ?)",
                "where \"5 o'clock\" = 'x' | where \"5 o'clock\" = ?",
                "where a = E'it\\'s' and b = 'x' | where a = E? and b = ?",
                "where a = $$it's$$ and b = $q$ 'x' $q$ | where a = ? and b = ?",
                "where a = $1 and b$2 = 3 | where a = $1 and b$2 = ?",
                "select 1 /* don't */ where a = 'x' | select ?  where a = ?",
                "where a = 'open | where a = ?",
                "where a = 'open\\ | where a = ?",
            })
    void texts_andNumbers_go(String sql, String expected) {
        assertThat(SqlWithoutValues.of(sql)).isEqualTo(expected);
    }

    @Test
    void comment_toTheEndOfTheLine_goes() {
        assertThat(SqlWithoutValues.of("select a -- don't\nfrom T where b = 'x'"))
                .isEqualTo("select a \nfrom T where b = ?");
    }

    @Property
    void text_ofAnyKind_isOneMark(@ForAll @StringLength(max = 40) String value) {
        assertThat(SqlWithoutValues.of("a = '" + value.replace("'", "''") + "' and b = 1"))
                .isEqualTo("a = ? and b = ?");
    }

    @Property
    void anything_ends(@ForAll String sql) {
        assertThat(SqlWithoutValues.of(sql)).hasSizeLessThanOrEqualTo(sql.length() + 1);
    }

    @Test
    void longText_isNoTrouble() {
        assertThat(SqlWithoutValues.of("a = '" + "''x".repeat(500_000) + "'")).isEqualTo("a = ?");
    }
}
