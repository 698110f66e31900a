package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueSpellingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "TIMESTAMP; now(); CURRENT_TIMESTAMP",
                "TIMESTAMP; (Current_Timestamp); CURRENT_TIMESTAMP",
                "TIMESTAMP_TZ; current_timestamp(); CURRENT_TIMESTAMP",
                "DATE; current_date; CURRENT_DATE",
                "TIMESTAMP; localtimestamp; localtimestamp",
                "TIMESTAMP; '2000-01-01 00:00:00'; '2000-01-01 00:00:00'",
                "INT32; 1.0; 1",
                "INT64; (100); 100",
                "DECIMAL(8,2); 1.50; 1.5",
                "DECIMAL(8,2); -0.00; 0",
                "NATIVE(\"NUMERIC(8,2)\"); +7.00; 7",
                "NATIVE(\"VARCHAR(8)\"); 1.0; 1.0",
                "STRING(8); 1.0; 1.0",
                "STRING(8); 'now()'; 'now()'",
                "STRING(8); '(x)'; '(x)'",
                "BOOL; true; TRUE",
                "INT32; (1) + (2); (1) + (2)",
                "INT32; 1E3; 1E3",
                "STRING(8); upper('a'); upper('a')"
            })
    void of_text_isTheOneSpelling(String type, String text, String expected) {
        assertThat(ValueSpelling.of(text, ColumnType.parse(type))).isEqualTo(expected);
    }

    @Property
    void of_anyText_isStable(@ForAll String text) {
        ColumnType type = ColumnType.decimal(8, 2);
        assertThat(ValueSpelling.of(ValueSpelling.of(text, type), type)).isEqualTo(ValueSpelling.of(text, type));
    }

    @Property
    void of_anyNumber_isEqualToIt(@ForAll java.math.BigDecimal number) {
        String text = ValueSpelling.of(number.toPlainString(), ColumnType.decimal(38, 10));
        assertThat(new java.math.BigDecimal(text)).isEqualByComparingTo(number);
    }
}
