package org.easymodel.example.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShopArgumentsTest {

    @Test
    void parse_known_setsThem() {
        ShopArguments arguments = ShopArguments.parse(List.of("--fresh", "--with-loyalty"));

        assertThat(arguments.fresh()).isTrue();
        assertThat(arguments.withLoyalty()).isTrue();
        assertThat(arguments.downgrade()).isFalse();
        assertThat(arguments.url()).isEmpty();
    }

    @Test
    void parse_unknown_namesTheKnown() {
        assertThatThrownBy(() -> ShopArguments.parse(List.of("--frehs")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The shop does not know '--frehs'. It knows --fresh, --with-loyalty and downgrade.");
    }

    @Test
    void shown_ofADatabase_hidesWhatMayBeSecret() {
        assertThat(new ShopDatabase("jdbc:postgresql://db/shop?user=jane&password=secret", false).shown())
                .isEqualTo("jdbc:postgresql://db/shop");
    }
}
