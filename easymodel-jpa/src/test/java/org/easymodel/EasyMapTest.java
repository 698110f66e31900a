package org.easymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EasyMapTest {

    @Test
    void of_pairs_keepsOrderAndNulls() {
        assertThat(EasyMap.of("b", 1, "a", null).toString()).isEqualTo("{b=1, a=null}");
        assertThat(EasyMap.of()).isEmpty();
        assertThatThrownBy(() -> EasyMap.of("a", 1).put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void of_brokenPairs_isRefused() {
        assertThatThrownBy(() -> EasyMap.of("a"))
                .hasMessage("EM-1301 EasyMap.of: the last key has no value. Give keys and values in turn.");
        assertThatThrownBy(() -> EasyMap.of("a", 1, 2, 3))
                .hasMessage("EM-1302 EasyMap.of: the key of pair 1 is no text. Give keys and values in turn.");
        assertThatThrownBy(() -> EasyMap.of("a", 1, "a", 3))
                .hasMessage("EM-1303 EasyMap.of: the key 'a' occurs twice. Name it once.");
    }
}
