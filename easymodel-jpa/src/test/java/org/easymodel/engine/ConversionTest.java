package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConversionTest {

    @Test
    void to_withoutLoss_converts() {
        assertThat(Conversion.to(long.class, 5)).contains(5L);
        assertThat(Conversion.to(Integer.class, 5L)).contains(5);
        assertThat(Conversion.to(Integer.class, 3.0)).contains(3);
        assertThat(Conversion.to(BigDecimal.class, "12.50")).contains(new BigDecimal("12.50"));
        assertThat(Conversion.to(BigDecimal.class, 0.1)).contains(new BigDecimal("0.1"));
        assertThat(Conversion.to(double.class, new BigDecimal("0.1"))).contains(0.1);
        assertThat(Conversion.to(BigInteger.class, 7)).contains(BigInteger.valueOf(7));
        assertThat(Conversion.to(DayOfWeek.class, "MONDAY")).contains(DayOfWeek.MONDAY);
        assertThat(Conversion.to(UUID.class, "123e4567-e89b-12d3-a456-426614174000"))
                .isPresent();
        assertThat(Conversion.to(LocalDate.class, "2024-02-29")).contains(LocalDate.of(2024, 2, 29));
        assertThat(Conversion.to(Instant.class, "2024-02-29T10:00:00+02:00"))
                .contains(Instant.parse("2024-02-29T08:00:00Z"));
        assertThat(Conversion.to(Instant.class, OffsetDateTime.parse("2024-02-29T10:00:00Z")))
                .contains(Instant.parse("2024-02-29T10:00:00Z"));
        assertThat(Conversion.to(Duration.class, "PT1H")).contains(Duration.ofHours(1));
        assertThat(Conversion.to(String.class, new StringBuilder("x"))).contains("x");
        assertThat(Conversion.to(char.class, "x")).contains('x');
        assertThat(Conversion.to(Number.class, 5)).contains(5);
    }

    @Test
    void to_withLoss_isEmpty() {
        assertThat(Conversion.to(int.class, 3_000_000_000L)).isEmpty();
        assertThat(Conversion.to(int.class, 3.5)).isEmpty();
        assertThat(Conversion.to(byte.class, 300)).isEmpty();
        assertThat(Conversion.to(double.class, (1L << 53) + 1)).isEmpty();
        assertThat(Conversion.to(BigDecimal.class, Double.NaN)).isEmpty();
        assertThat(Conversion.to(BigDecimal.class, "twelve")).isEmpty();
        assertThat(Conversion.to(Long.class, "5")).isEmpty();
        assertThat(Conversion.to(boolean.class, "true")).isEmpty();
        assertThat(Conversion.to(String.class, 5)).isEmpty();
        assertThat(Conversion.to(DayOfWeek.class, "monday")).isEmpty();
        assertThat(Conversion.to(UUID.class, "1-1-1-1-1")).isEmpty();
        assertThat(Conversion.to(LocalDate.class, "2023-02-29")).isEmpty();
        assertThat(Conversion.to(char.class, "xy")).isEmpty();
    }

    @Property
    void to_thereAndBack_isTheSame(@ForAll long number) {
        assertThat(Conversion.to(BigDecimal.class, number).flatMap(each -> Conversion.to(long.class, each)))
                .contains(number);
    }
}
