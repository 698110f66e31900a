package org.easymodel.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void to_slips_areFound() {
        List<String> names = List.of("author", "id", "isbn", "title");
        assertThat(Nearest.to("autor", names)).contains("author");
        assertThat(Nearest.to("titel", names)).contains("title");
        assertThat(Nearest.to("Title", names)).contains("title");
        assertThat(Nearest.to("ix", names)).contains("id");
        assertThat(Nearest.to("publisher", names)).isEmpty();
    }

    @Property
    void distance_isSymmetricAndZeroForTheSame(
            @ForAll @AlphaChars @StringLength(max = 8) String left,
            @ForAll @AlphaChars @StringLength(max = 8) String right) {
        assertThat(Nearest.distance(left, right)).isEqualTo(Nearest.distance(right, left));
        assertThat(Nearest.distance(left, left)).isZero();
    }
}
