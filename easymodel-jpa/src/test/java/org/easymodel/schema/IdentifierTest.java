package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @Provide
    Arbitrary<Identifier> identifiers() {
        return RandomSchemas.identifiers();
    }

    @Provide
    Arbitrary<String> delimitedTexts() {
        return RandomSchemas.delimitedTexts();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "books, BOOKS, false, BOOKS",
                "Book_2, BOOK_2, false, BOOK_2",
                "| book |, BOOK, false, BOOK",
                "straße, STRASSE, false, STRASSE",
                "имя, ИМЯ, false, ИМЯ",
                "order, ORDER, true, \"ORDER\"",
                "User, USER, true, \"USER\"",
                "\"order\", order, true, \"order\"",
                "\"ORDER\", ORDER, true, \"ORDER\"",
                "`Order`, Order, true, \"Order\"",
                "\"BOOK\", BOOK, true, \"BOOK\"",
                "\"VALUE\", VALUE, true, \"VALUE\"",
                "value, VALUE, false, VALUE",
                "`BOOK`, BOOK, true, \"BOOK\"",
                "\"book\", book, true, \"book\"",
                "\"a.b\", a.b, true, \"a.b\"",
                "|\" a \"|, | a |, true, |\" a \"|",
                "a.b, A.B, true, \"A.B\"",
                "a b, A B, true, \"A B\"",
            })
    void of_nameAsAMappingWritesIt_isFoldedOrQuoted(String name, String text, boolean delimited, String sql) {
        Identifier identifier = Identifier.of(name);

        assertThat(identifier).isEqualTo(new Identifier(text, delimited)).hasToString(sql);
        assertThat(identifier.sql()).isEqualTo(sql);
    }

    @Property
    void of_sqlOfAnyIdentifier_isTheIdentifier(@ForAll("identifiers") Identifier identifier) {
        assertThat(Identifier.of(identifier.sql())).isEqualTo(identifier);
    }

    @Property
    void of_nameInOtherCase_isTheSame(@ForAll("identifiers") Identifier identifier) {
        if (!identifier.delimited()) {
            assertThat(Identifier.of(identifier.text().toUpperCase(Locale.ROOT)))
                    .isEqualTo(identifier);
        } else {
            assertThat(identifier.sql()).isEqualTo('"' + identifier.text() + '"');
        }
    }

    @Property
    void delimited_anyText_keepsItsLetters(@ForAll("delimitedTexts") String text) {
        assertThat(Identifier.of(Identifier.delimited(text).sql())).isEqualTo(Identifier.delimited(text));
    }

    @Test
    void of_composedAndDecomposedLetters_areOneName() {
        assertThat(Identifier.of("e\u0301tat")).isEqualTo(Identifier.of("\u00e9tat"));
        assertThat(Identifier.delimited("e\u0301tat")).isEqualTo(Identifier.delimited("\u00e9tat"));
        assertThat(new Identifier("e\u0301", true).text()).isEqualTo("\u00e9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "az-AZ", "lt-LT"})
    void of_nameWithI_isTheSameInEveryLocale(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(Identifier.of("title").sql()).isEqualTo("TITLE");
            assertThat(Identifier.of("distinct").sql()).isEqualTo("\"DISTINCT\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void of_emptyName_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.of(name))
                .withMessage("A database name is not empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "\"a", "a\"", "\"", "\"a\"b\"", "`a\"b`"})
    void of_nameWithDoubleQuoteInside_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.of(name))
                .withMessageStartingWith("A database name holds no double quote and no NUL: ");
    }

    @Test
    void delimited_nul_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.delimited("a\0b"))
                .withMessage("A database name holds no double quote and no NUL: a\0b");
    }

    @Test
    void identifiers_areOrderedByTextThenUndelimitedFirst() {
        List<Identifier> sorted = Stream.of(
                        Identifier.of("\"b\""), Identifier.of("b"), new Identifier("B", true), Identifier.of("a"))
                .sorted()
                .toList();

        assertThat(sorted).map(Identifier::sql).containsExactly("A", "B", "\"B\"", "\"b\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "value, VALUE, VALUE, \"VALUE\"",
                "function, FUNCTION, \"FUNCTION\", FUNCTION",
                "order, \"ORDER\", \"ORDER\", \"ORDER\"",
                "_hidden, _HIDDEN, \"_HIDDEN\", _HIDDEN",
                "title, TITLE, TITLE, TITLE",
            })
    void sql_ofADatabase_quotesWhatThatReserves(String name, String postgresql, String derby, String h2) {
        Identifier identifier = Identifier.of(name);

        assertThat(identifier.sql(ReservedWords.POSTGRESQL)).isEqualTo(postgresql);
        assertThat(identifier.sql(ReservedWords.DERBY)).isEqualTo(derby);
        assertThat(identifier.sql(ReservedWords.H2)).isEqualTo(h2);
    }
}
