package org.easymodel.eclipselink.naming;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

    @ParameterizedTest
    @CsvSource({
        "id, ID",
        "OrderItem, ORDER_ITEM",
        "createdAt, CREATED_AT",
        "isoURLCode2, ISO_URL_CODE2",
        "URLEntry, URL_ENTRY",
        "line2Text, LINE2_TEXT",
        "utf8String, UTF8_STRING",
        "aB, A_B",
        "ABC, ABC",
        "created_at, CREATED_AT",
        "Order_Item, ORDER_ITEM",
        "_hidden, _HIDDEN",
        "größeInMm, GRÖSSE_IN_MM",
        "имяКлиента, ИМЯ_КЛИЕНТА",
    })
    void of_javaName_isItsWords(String name, String snake) {
        assertThat(SnakeCase.of(name)).isEqualTo(snake);
    }

    @Property
    void of_anyName_addsUnderscoresOnly(
            @ForAll
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = '0', to = '9')
                    @StringLength(max = 12)
                    String name) {
        String snake = SnakeCase.of(name);

        assertThat(snake.replace("_", "")).isEqualToIgnoringCase(name);
        assertThat(snake).doesNotStartWith("_").doesNotEndWith("_").doesNotContain("__");
    }

    @Property
    void of_snakeCaseWithoutDigits_isItself(
            @ForAll @CharRange(from = 'A', to = 'Z') @CharRange(from = 'a', to = 'z') @StringLength(max = 12)
                    String name) {
        String snake = SnakeCase.of(name);

        assertThat(SnakeCase.of(snake)).isEqualTo(snake);
    }
}
