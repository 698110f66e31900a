package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SortedTest {

    @Property
    void elements_inAnyOrder_standInOne(@ForAll List<List<Integer>> values) {
        List<List<Integer>> reversed = new ArrayList<>(values);
        java.util.Collections.reverse(reversed);

        assertThat(Sorted.elements(values, value -> value)).isEqualTo(Sorted.elements(reversed, value -> value));
    }

    @Test
    void elements_ofDifferentKinds_standByTheseKinds_nullLast() {
        List<Object> mixed = Arrays.asList(null, "15", 100, 20, "a");

        assertThat(Sorted.elements(List.of(10, 9, 100), value -> value)).containsExactly(9, 10, 100);
        assertThat(Sorted.elements(List.of(List.of(2), List.of(1, 5), List.of(1)), value -> value))
                .containsExactly(List.of(1), List.of(1, 5), List.of(2));
        assertThat(Sorted.elements(mixed, value -> value)).containsExactly(20, 100, "15", "a", null);
    }

    @Test
    void entries_standByTheirKeys() {
        assertThat(Sorted.entries(Map.of(2, "b", 1, "a", 3, "c")))
                .extracting(Map.Entry::getKey)
                .map(Integer.class::cast)
                .containsExactly(1, 2, 3);
    }
}
