package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTypeTest {

    @Provide
    Arbitrary<ColumnType> columnTypes() {
        return RandomSchemas.columnTypes();
    }

    @Provide
    Arbitrary<String> definitions() {
        return RandomSchemas.definitions();
    }

    @Property
    void parse_textOfAnyType_isTheType(@ForAll("columnTypes") ColumnType type) {
        assertThat(ColumnType.parse(type.toString())).isEqualTo(type);
    }

    @Property
    void ofDefinition_ofItsOwnDefinition_isTheSame(@ForAll("definitions") String definition) {
        ColumnType type = ColumnType.ofDefinition(definition);

        assertThat(ColumnType.ofDefinition(type.definition())).isEqualTo(type);
        assertThat(ColumnType.ofDefinition(" " + definition + "\n")).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "STRING(50), STRING, 50, 0",
        "'DECIMAL(8,2)', DECIMAL, 8, 2",
        "DECIMAL(8), DECIMAL, 8, 0",
        "INT64, INT64, 0, 0",
        "TIMESTAMP(6), TIMESTAMP, 6, 0",
        "TIMESTAMP_TZ, TIMESTAMP_TZ, 0, 0",
    })
    void toString_ofType_leavesOutZeros(String text, ColumnType.Kind kind, int size, int scale) {
        assertThat(new ColumnType(kind, size, scale, "")).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "varchar(20), VARCHAR(20)",
                "| numeric ( 8 ,  2 ) |, |NUMERIC ( 8 , 2 )|",
                "|enum('a b',  'C')|, |ENUM('a b', 'C')|",
                "varchar(3) default  'x  y', VARCHAR(3) DEFAULT 'x  y'",
                "text collate \"de  DE\", TEXT COLLATE \"de  DE\"",
                "text default '\"' || 'abc', TEXT DEFAULT '\"' || 'abc'",
                "text default 'it''s', TEXT DEFAULT 'it''s'",
            })
    void ofDefinition_spacesAndLettersOutsideOfQuotes_areMadeAlike(String definition, String normal) {
        assertThat(ColumnType.ofDefinition(definition).definition()).isEqualTo(normal);
        assertThat(ColumnType.ofDefinition(definition)).hasToString("NATIVE(\"" + normal + "\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "BIGTEXT", "string(5)", "STRING(", "STRING(5", "DECIMAL(,2)", "NATIVE", "STRING(99999999999)"
            })
    void parse_textThatIsNoType_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnType.parse(text))
                .withMessage("Not a column type: " + text);
    }

    @Test
    void type_ofNegativeSize_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnType.decimal(5, -1))
                .withMessage("Size and scale are not negative, were 5 and -1");
    }

    @Test
    void type_withDefinitionOfAnotherKind_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ColumnType(ColumnType.Kind.INT64, 0, 0, "bigint"))
                .withMessage("Exactly a NATIVE type has a definition, was INT64");
    }

    @Test
    void ofDefinition_blank_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnType.ofDefinition("  "))
                .withMessage("Exactly a NATIVE type has a definition, was NATIVE");
    }
}
