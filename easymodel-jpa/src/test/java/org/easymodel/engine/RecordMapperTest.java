package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordMapperTest {

    record Stats(String categoryName, int books, BigDecimal value) {}

    record Short(String name) {}

    record Strict(int books) {
        Strict {
            if (books > 1) {
                throw new IllegalArgumentException();
            }
        }
    }

    @Test
    void map_columns_findTheirComponents() {
        List<String> labels = List.of("value", "category.name", "books");
        assertThat(RecordMapper.of("x", Stats.class, labels).map(new Object[] {1.5, "a", 2L}))
                .isEqualTo(new Stats("a", 2, new BigDecimal("1.5")));
        assertThat(RecordMapper.of("x", Short.class, labels).map(new Object[] {1, "a", 2}))
                .isEqualTo(new Short("a"));
    }

    @Test
    void of_componentWithoutColumn_isRefused() {
        assertThatThrownBy(() -> RecordMapper.of("Book.groupBy", Short.class, List.of("nam")))
                .hasMessage(
                        "EM-1235 Book.groupBy: the record Short has a component 'name' without a column. The columns are nam."
                                + " Did you mean 'nam'?");
    }

    @Test
    void map_valuesThatDoNotFit_areRefused() {
        RecordMapper<Strict> mapper = RecordMapper.of("Book.groupBy", Strict.class, List.of("books"));
        assertThatThrownBy(() -> mapper.map(new Object[] {null}))
                .hasMessage(
                        "EM-1236 Book.groupBy: the component 'books' is primitive and a row has no value for it. Declare it as Integer.");
        assertThatThrownBy(() -> mapper.map(new Object[] {"x"}))
                .hasMessage(
                        "EM-1237 Book.groupBy: the component 'books' is of type int, and the column of type String does not convert to it without loss.");
        assertThatThrownBy(() -> mapper.map(new Object[] {2L}))
                .hasMessage("EM-1238 Book.groupBy: the record Strict refused the values of a row.")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
