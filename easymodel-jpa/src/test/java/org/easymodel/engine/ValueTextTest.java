package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValueTextTest {

    private static final ZonedDateTime MOMENT = ZonedDateTime.of(2026, 1, 31, 8, 30, 15, 0, ZoneOffset.UTC);

    private static Object read(Class<?> type, String text) {
        return ValueText.read(type, text).orElseThrow().apply(MOMENT);
    }

    @Test
    void read_texts_areValuesOfTheType() {
        assertThat(read(String.class, "now")).isEqualTo("now");
        assertThat(read(int.class, "-5")).isEqualTo(-5);
        assertThat(read(Long.class, "5")).isEqualTo(5L);
        assertThat(read(Short.class, "5")).isEqualTo((short) 5);
        assertThat(read(byte.class, "5")).isEqualTo((byte) 5);
        assertThat(read(BigInteger.class, "5")).isEqualTo(BigInteger.valueOf(5));
        assertThat(read(BigDecimal.class, "5.50")).isEqualTo(new BigDecimal("5.50"));
        assertThat(read(double.class, "5.5")).isEqualTo(5.5);
        assertThat(read(Float.class, "5.5")).isEqualTo(5.5f);
        assertThat(read(boolean.class, "true")).isEqualTo(true);
        assertThat(read(Boolean.class, "false")).isEqualTo(false);
        assertThat(read(char.class, "x")).isEqualTo('x');
        assertThat(read(DayOfWeek.class, "FRIDAY")).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(read(LocalDate.class, "2026-01-31")).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(read(Duration.class, "PT5M")).isEqualTo(Duration.ofMinutes(5));
        assertThat(read(UUID.class, "00000000-0000-4000-8000-000000000007"))
                .isEqualTo(UUID.fromString("00000000-0000-4000-8000-000000000007"));
    }

    @Test
    void read_now_isTheMoment() {
        Map<Class<?>, Object> moments = Map.ofEntries(
                Map.entry(Instant.class, Instant.parse("2026-01-31T08:30:15Z")),
                Map.entry(LocalDate.class, LocalDate.of(2026, 1, 31)),
                Map.entry(LocalDateTime.class, LocalDateTime.of(2026, 1, 31, 8, 30, 15)),
                Map.entry(LocalTime.class, LocalTime.of(8, 30, 15)),
                Map.entry(OffsetDateTime.class, MOMENT.toOffsetDateTime()),
                Map.entry(OffsetTime.class, OffsetTime.of(8, 30, 15, 0, ZoneOffset.UTC)),
                Map.entry(ZonedDateTime.class, MOMENT),
                Map.entry(Year.class, Year.of(2026)),
                Map.entry(Date.class, Date.from(MOMENT.toInstant())),
                Map.entry(Calendar.class, GregorianCalendar.from(MOMENT)),
                Map.entry(java.sql.Date.class, java.sql.Date.valueOf("2026-01-31")),
                Map.entry(java.sql.Time.class, java.sql.Time.valueOf("08:30:15")),
                Map.entry(java.sql.Timestamp.class, java.sql.Timestamp.valueOf("2026-01-31 08:30:15")));

        assertThat(moments)
                .allSatisfy((type, value) -> assertThat(read(type, "now")).isEqualTo(value));
        assertThat(ValueText.fixed(Instant.class, "now")).isEmpty();
    }

    @Test
    void read_otherTexts_areNone() {
        assertThat(ValueText.read(int.class, "five")).isEmpty();
        assertThat(ValueText.read(int.class, "5.5")).isEmpty();
        assertThat(ValueText.read(byte.class, "500")).isEmpty();
        assertThat(ValueText.read(double.class, "NaN")).isEmpty();
        assertThat(ValueText.read(boolean.class, "yes")).isEmpty();
        assertThat(ValueText.read(LocalDate.class, "31.1.2026")).isEmpty();
        assertThat(ValueText.read(DayOfWeek.class, "friday")).isEmpty();
        assertThat(ValueText.read(DayOfWeek.class, "now")).isEmpty();
        assertThat(ValueText.read(byte[].class, "x")).isEmpty();
    }

    @Test
    void read_dates_areNeverShared() {
        assertThat(read(Date.class, "2026-01-31T08:30:15Z"))
                .isEqualTo(Date.from(MOMENT.toInstant()))
                .isNotSameAs(read(Date.class, "2026-01-31T08:30:15Z"));
    }
}
