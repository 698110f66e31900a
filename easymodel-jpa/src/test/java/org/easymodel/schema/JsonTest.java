package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.of(true, false).asGeneric());
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).asGeneric(),
                        Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), inner)
                                .ofMaxSize(4)
                                .asGeneric()),
                0,
                3);
    }

    @Property(tries = 300)
    void parse_writtenValue_isTheValue(@ForAll("values") Object value) {
        assertThat(Json.parse(Json.compact(value))).isEqualTo(value);
        assertThat(Json.parse(Json.pretty(value))).isEqualTo(value);
        assertThat(Json.compact(Json.parse(Json.pretty(value)))).isEqualTo(Json.compact(value));
    }

    @Property
    void parse_anyText_isReadOrRefusedByPlace(@ForAll String text) {
        Throwable failure = catchThrowable(() -> Json.parse(text));

        if (failure != null) {
            assertThat(failure)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("Line \\d+, column \\d+: expected .*");
        }
    }

    @Test
    void compact_sortsKeysAndWritesNoSpace() {
        assertThat(Json.compact(Map.of("b", List.of(1, 2L, List.of()), "a", Map.of("z", true, "é", "ü"))))
                .isEqualTo("{\"a\":{\"z\":true,\"é\":\"ü\"},\"b\":[1,2,[]]}");
        assertThat(Json.compact(null)).isEqualTo("null");
    }

    @Test
    void pretty_indentsObjectsAndKeepsScalarsOnOneLine() {
        assertThat(Json.pretty(Map.of(
                        "empty",
                        Map.of(),
                        "none",
                        List.of(),
                        "names",
                        List.of("a", "b"),
                        "rows",
                        List.of(Map.of("n", 1)))))
                .isEqualTo("""
                        {
                          "empty": {},
                          "names": ["a", "b"],
                          "none": [],
                          "rows": [
                            {
                              "n": 1
                            }
                          ]
                        }
                        """);
    }

    @Test
    void compact_escapesWhatJsonAsksFor() {
        assertThat(Json.compact("\"\\\n\r\t\u0001\u001f\u007f/é"))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0001\\u001f\u007f/é\"");
    }

    @Test
    void parse_everyEscape_isUnderstood() {
        assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\"")).isEqualTo("\"\\/\b\f\n\r\téé");
    }

    @Test
    void parse_largestNumbers_areRead() {
        assertThat(Json.parse(" [9223372036854775807, -9223372036854775808, 0, -0] "))
                .isEqualTo(List.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L, 0L));
    }

    @Test
    void compact_valueThatCanonicalJsonLacks_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.compact(List.of(new BigDecimal("1.5"))))
                .withMessage("Canonical JSON has no java.math.BigDecimal");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = ';',
            value = {
                "||; Line 1, column 1: expected a value",
                "{; Line 1, column 2: expected '\"'",
                "{\"a\" 1}; Line 1, column 6: expected ':'",
                "{\"a\": 1; Line 1, column 8: expected '}'",
                "{\"a\": 1,}; Line 1, column 9: expected '\"'",
                "{\"a\": 1, \"a\": 2}; Line 1, column 14: expected a key that is not there yet, after 'a'",
                "[1 2]; Line 1, column 4: expected ']'",
                "[1,]; Line 1, column 4: expected a value",
                "\"abc; Line 1, column 5: expected '\"'",
                "\"\\x\"; Line 1, column 4: expected an escaped letter",
                "\"\\u12G4\"; Line 1, column 4: expected four hexadecimal digits",
                "trve; Line 1, column 1: expected a value",
                "nul; Line 1, column 1: expected a value",
                "-; Line 1, column 1: expected a value",
                "1.5; Line 1, column 2: expected the text ends",
                "01; Line 1, column 1: expected a value",
                "٣; Line 1, column 1: expected a value",
                "9223372036854775808; Line 1, column 1: expected a value",
                "1 2; Line 1, column 3: expected the text ends",
            })
    void parse_wrongText_isRefusedWithLineAndColumn(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text)).withMessage(message);
    }

    @Test
    void parse_wrongTextOnAThirdLine_isRefusedWithThatLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{\r\n  \"a\": 1,\r\n  \"b\": yes\r\n}"))
                .withMessage("Line 3, column 8: expected a value");
    }

    @Test
    void parse_lineBreakInsideAString_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("\"a\nb\""))
                .withMessage("Line 1, column 3: expected an escaped letter");
    }

    @Test
    void node_wrongKindOfValue_isRefusedByPath() {
        JsonNode root = JsonNode.root("{\"a\": {\"b\": [1]}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.child("a").text("b"))
                .withMessage("Expected a text at a.b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.child("a").child("b").each((key, value) -> {}))
                .withMessage("Expected an object at a.b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.list("a", JsonNode::text))
                .withMessage("Expected a list at a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> root.child("a").list("b", JsonNode::text))
                .withMessage("Expected a text at a.b[]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonNode.root("7").child("a"))
                .withMessage("Expected an object at the root");
    }

    @Test
    void node_absentValue_isEmpty() {
        JsonNode root = JsonNode.root("{\"n\": null}");

        assertThat(root.optionalText("n")).isEmpty();
        assertThat(root.flag("n")).isFalse();
        assertThat(root.child("n").isAbsent()).isTrue();
        assertThat(root.child("m").names()).isEmpty();
    }
}
