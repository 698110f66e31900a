package org.easymodel.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CsvRowTest {

    private final CsvRow row = CsvFile.of(
                    "one.csv",
                    "name,nothing,count,price,active,at,day\nZoë,,-12,3.50,true,2024-05-31T08:15:30Z,2024-02-29\n")
            .rows()
            .findFirst()
            .orElseThrow();

    @Test
    void convertsFields() {
        assertThat(row.text("name")).isEqualTo("Zoë");
        assertThat(row.optional("name")).contains("Zoë");
        assertThat(row.optional("nothing")).isEmpty();
        assertThat(row.whole("count")).isEqualTo(-12);
        assertThat(row.decimal("price")).isEqualTo(new BigDecimal("3.50"));
        assertThat(row.flag("active")).isTrue();
        assertThat(row.instant("at")).isEqualTo(Instant.ofEpochSecond(1_717_143_330));
        assertThat(row.date("day")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void rejectsAnUnknownColumn() {
        rejects(
                () -> row.text("nane"),
                "the column 'nane' does not exist, there are [name, nothing, count, price, active, at, day]");
    }

    @Test
    void rejectsAnEmptyField() {
        rejects(() -> row.text("nothing"), "the column 'nothing' is empty");
        rejects(() -> row.whole("nothing"), "the column 'nothing' is empty");
    }

    @Test
    void rejectsFieldsOfAnotherKind() {
        rejects(() -> row.whole("price"), "the column 'price' is not a whole number: '3.50'");
        rejects(() -> row.decimal("name"), "the column 'name' is not a decimal number: 'Zoë'");
        rejects(() -> row.flag("count"), "the column 'count' is not true or false: '-12'");
        rejects(() -> row.instant("day"), "the column 'day' is not an instant: '2024-02-29'");
        rejects(() -> row.date("at"), "the column 'at' is not a date: '2024-05-31T08:15:30Z'");
    }

    @Test
    void describesItself() {
        assertThat(row).hasToString("one.csv, line 2: [Zoë, , -12, 3.50, true, 2024-05-31T08:15:30Z, 2024-02-29]");
    }

    private static void rejects(ThrowingCallable reading, String reason) {
        assertThatIllegalArgumentException().isThrownBy(reading::call).withMessage("one.csv, line 2: " + reason);
    }
}
