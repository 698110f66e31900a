package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

    @Provide
    Arbitrary<TableName> tableNames() {
        return RandomSchemas.tableNames();
    }

    @Property
    void parse_sqlOfAnyName_isTheName(@ForAll("tableNames") TableName name) {
        assertThat(TableName.parse(name.sql())).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "book, , BOOK",
                "app.book, APP, BOOK",
                "app.order, APP, \"ORDER\"",
                "\"my.app\".\"my.book\", \"my.app\", \"my.book\"",
                "app.\"my.book\", APP, \"my.book\"",
                "\"my.app\".book, \"my.app\", BOOK",
                "\"my.book\", , \"my.book\"",
                "\"my.book.\", , \"my.book.\"",
            })
    void parse_nameWithOrWithoutSchema_isSplitOutsideOfQuotes(String sql, String schema, String table) {
        TableName name = TableName.parse(sql);

        assertThat(name.schema()).map(Identifier::sql).isEqualTo(Optional.ofNullable(schema));
        assertThat(name.name().sql()).isEqualTo(table);
    }

    @Test
    void of_nameWithDot_isOneDelimitedName() {
        assertThat(TableName.of("app.book").sql()).isEqualTo("\"APP.BOOK\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app.", ".book", "\"app\".", "\"app\"book", "\"app", "app.book.title"})
    void parse_textThatIsNoName_isRefused(String sql) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableName.parse(sql))
                .withMessage("Not the name of a table: " + sql);
    }
}
