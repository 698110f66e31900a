package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

    private static final TableName BOOK = TableName.of("book");

    @Provide
    Arbitrary<Identifier> identifiers() {
        return RandomSchemas.identifiers();
    }

    @Test
    void names_ofPlainTable_haveAPrefixEach() {
        List<Identifier> columns = List.of(Identifier.of("author_id"), Identifier.of("title"));

        assertThat(ConstraintNames.primaryKey(BOOK).sql()).isEqualTo("PK_BOOK");
        assertThat(ConstraintNames.foreignKey(BOOK, columns).sql()).isEqualTo("FK_BOOK_AUTHOR_ID_TITLE");
        assertThat(ConstraintNames.uniqueKey(BOOK, columns).sql()).isEqualTo("UK_BOOK_AUTHOR_ID_TITLE");
        assertThat(ConstraintNames.index(BOOK, columns).sql()).isEqualTo("IX_BOOK_AUTHOR_ID_TITLE");
    }

    @Test
    void name_ofReservedTable_needsNoQuotes() {
        assertThat(ConstraintNames.primaryKey(TableName.of("order")).sql()).isEqualTo("PK_ORDER");
    }

    @Test
    void name_ofDelimitedTable_keepsItsLetters() {
        assertThat(ConstraintNames.primaryKey(TableName.of("\"my book\"")).sql())
                .isEqualTo("\"PK_my book\"");
    }

    @Test
    void name_of63Bytes_isNotCut() {
        TableName table = TableName.of("T".repeat(60));

        assertThat(ConstraintNames.primaryKey(table).sql()).isEqualTo("PK_" + "T".repeat(60));
    }

    @Test
    void name_of64Bytes_endsWithItsHash() {
        String full = "PK_" + "T".repeat(61);

        assertThat(ConstraintNames.primaryKey(TableName.of("T".repeat(61))).sql())
                .isEqualTo("PK_" + "T".repeat(51) + "_"
                        + SchemaHash.sha256(full).substring(0, 8).toUpperCase(java.util.Locale.ROOT))
                .hasSize(63);
    }

    @Property
    void name_ofLongMultiByteName_isAtMost63BytesOfWholeLetters(@ForAll @IntRange(min = 1, max = 70) int length) {
        for (String letter : List.of("É", "表", "\uD83D\uDE00")) {
            String text = ConstraintNames.primaryKey(TableName.of(Identifier.delimited(letter.repeat(length))))
                    .text();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeLessThanOrEqualTo(63);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Property
    void name_ofAnyColumns_isStableAndShort(
            @ForAll("identifiers") Identifier table,
            @ForAll @Size(min = 1, max = 12) List<@From("identifiers") Identifier> columns) {
        Identifier name = ConstraintNames.index(TableName.of(table), columns);

        assertThat(name.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(name).isEqualTo(ConstraintNames.index(TableName.of(table), columns));
        assertThat(Identifier.of(name.sql())).isEqualTo(name);
    }

    @Test
    void names_thatDifferBehindTheCut_areDifferent() {
        Stream<Identifier> names =
                Stream.of("a", "b", "c").map(end -> ConstraintNames.primaryKey(TableName.of("T".repeat(80) + end)));

        assertThat(names).doesNotHaveDuplicates();
    }
}
