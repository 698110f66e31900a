package org.easymodel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.InstantRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcInstantConverterTest {

    private final UtcInstantConverter converter = new UtcInstantConverter();

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Europe/Berlin"})
    void convert_inAnyTimeZone_isUtc(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Instant inTheGapOfSpring = Instant.parse("2026-03-29T01:30:00.123456Z");
            LocalDateTime stored = LocalDateTime.parse("2026-03-29T01:30:00.123456");
            assertThat(converter.convertToDatabaseColumn(inTheGapOfSpring)).isEqualTo(stored);
            assertThat(converter.convertToEntityAttribute(stored)).isEqualTo(inTheGapOfSpring);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Property
    void convert_thereAndBack_isTheSame(
            @ForAll @InstantRange(min = "0001-01-01T00:00:00Z", max = "9999-12-31T23:59:59.999999Z") Instant instant) {
        assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(instant)))
                .isEqualTo(instant);
    }

    @Test
    void convert_null_isNull() {
        assertThat(converter.convertToDatabaseColumn(null)).isNull();
        assertThat(converter.convertToEntityAttribute(null)).isNull();
    }
}
