package org.easymodel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final TableName NAME = TableName.of("book");
    private static final Identifier ID = Identifier.of("id");
    private static final Identifier TITLE = Identifier.of("title");
    private static final Identifier NOWHERE = Identifier.of("nowhere");
    private static final Table BOOK = Table.of(
            NAME,
            List.of(
                    Column.required("title", ColumnType.string(80)),
                    Column.required("id", ColumnType.of(ColumnType.Kind.INT64))));

    @Test
    void columns_areSortedByName() {
        assertThat(BOOK.columns()).map(Column::name).containsExactly(ID, TITLE);
        assertThat(BOOK.column(TITLE)).contains(Column.required("title", ColumnType.string(80)));
        assertThat(BOOK.column(NOWHERE)).isEmpty();
    }

    @Test
    void keys_keepTheOrderOfTheirColumns() {
        PrimaryKey key = new PrimaryKey(Identifier.of("pk"), List.of(TITLE, ID));

        assertThat(BOOK.withPrimaryKey(Optional.of(key)).primaryKey()).contains(key);
    }

    @Test
    void copies_changeOnePartOnly() {
        Index index = Index.of(Identifier.of("ix"), List.of(TITLE), false);
        Check check = new Check(Identifier.of("ck"), "TITLE <> ''");

        Table copy = BOOK.withIndexes(List.of(index)).withChecks(List.of(check)).withName(TableName.of("volume"));

        assertThat(copy)
                .isEqualTo(new Table(
                        TableName.of("volume"),
                        BOOK.columns(),
                        Optional.empty(),
                        List.of(),
                        List.of(index),
                        List.of(),
                        List.of(check),
                        List.of(),
                        Optional.empty()));
    }

    @Test
    void table_withColumnTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(
                        NAME,
                        List.of(
                                Column.required("title", ColumnType.string(80)),
                                Column.nullable("TITLE", ColumnType.string(9)))))
                .withMessage("Table BOOK has the column TITLE twice");
    }

    @Test
    void table_withoutColumns_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(NAME, List.of()))
                .withMessage("Table BOOK has no columns");
    }

    @Test
    void table_withConstraintNameTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOK.withPrimaryKey(Optional.of(new PrimaryKey(Identifier.of("key"), List.of(ID))))
                        .withUniqueKeys(List.of(new UniqueKey(Identifier.of("KEY"), List.of(TITLE)))))
                .withMessage("Table BOOK has the constraint KEY twice");
    }

    @Test
    void table_withIndexTwice_isRefused() {
        Index index = Index.of(Identifier.of("ix"), List.of(TITLE), false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOK.withIndexes(List.of(index, index)))
                .withMessage("Table BOOK has the index IX twice");
    }

    @Test
    void table_withKeyOverMissingColumn_isRefused() {
        String message = "Table BOOK has a key over NOWHERE, which is none of its columns";

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BOOK.withPrimaryKey(Optional.of(new PrimaryKey(Identifier.of("pk"), List.of(NOWHERE)))))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BOOK.withUniqueKeys(List.of(new UniqueKey(Identifier.of("uk"), List.of(ID, NOWHERE)))))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOK.withIndexes(List.of(Index.of(Identifier.of("ix"), List.of(NOWHERE), false))))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOOK.withForeignKeys(List.of(foreignKey(List.of(NOWHERE), List.of(ID)))))
                .withMessage(message);
    }

    @Test
    void key_withoutColumns_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Index.of(Identifier.of("ix"), List.of(), false))
                .withMessage("IX has no columns");
    }

    @Test
    void key_withColumnTwice_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniqueKey(Identifier.of("uk"), List.of(ID, TITLE, ID)))
                .withMessage("UK names a column twice: [ID, TITLE, ID]");
    }

    @Test
    void foreignKey_withFewerTargetColumns_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> foreignKey(List.of(ID, TITLE), List.of(ID)))
                .withMessage("Foreign key FK has 2 columns for 1 target columns");
    }

    @Test
    void check_spacesOutsideOfLiterals_areCollapsed() {
        assertThat(new Check(Identifier.of("ck"), " TITLE  <>\n 'two  spaces' ").condition())
                .isEqualTo("TITLE <> 'two  spaces'");
    }

    private static ForeignKey foreignKey(List<Identifier> columns, List<Identifier> targets) {
        return new ForeignKey(
                Identifier.of("fk"), columns, TableName.of("author"), targets, ForeignKey.OnDelete.NO_ACTION);
    }
}
