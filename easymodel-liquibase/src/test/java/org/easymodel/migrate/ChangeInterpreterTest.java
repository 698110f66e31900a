package org.easymodel.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.comment;
import static org.easymodel.migrate.Shop.constants;
import static org.easymodel.migrate.Shop.generators;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.row;
import static org.easymodel.migrate.Shop.sequence;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;
import static org.easymodel.migrate.Shop.using;
import static org.easymodel.migrate.Shop.where;
import static org.easymodel.migrate.Shop.with;
import static org.easymodel.migrate.Shop.withDefault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change touches what it is about, and leaves every other part as it was. */
class ChangeInterpreterTest {

    private static final TableName BOOK = TableName.of("BOOK");
    private static final Identifier STATE = Identifier.of("STATE");

    private static Column state(String name) {
        return withDefault(comment(constants(name, "NEW", "OLD"), "where it is"), "'NEW'");
    }

    private static Table book(String state) {
        return of(
                table("BOOK", state(state), number("PAGES")),
                comment("what we sell"),
                index(using(where(indexOf("IX", state + " DESC", "(lower(TITLE))"), "PAGES > 0"), "btree")));
    }

    @Test
    void renameColumn_ofTableWithDetails_keepsThem() {
        SchemaModel after = ChangeInterpreter.apply(
                model(book("STATE")),
                new Change.RenameColumn(
                        BOOK, STATE, Identifier.of("PLACE"), state("STATE").type()));
        assertThat(after).isEqualTo(model(book("PLACE")));
    }

    @Test
    void renameColumn_ofGeneratorTable_leadsItsRowsAlong() {
        Table before = generators("GENERATORS", "BOOK_SEQ");
        SchemaModel after = ChangeInterpreter.apply(
                model(before),
                new Change.RenameColumn(
                        before.name(),
                        Identifier.of("COUNTED"),
                        Identifier.of("LAST_ID"),
                        big("COUNTED").type()));
        assertThat(after.tables().get(0).generatorRows())
                .containsExactly(new GeneratorRow("BOOK_SEQ", Identifier.of("NAME"), Identifier.of("LAST_ID"), 0));
    }

    @Test
    void setDefault_ofColumnWithDetails_keepsThem() {
        SchemaModel after = ChangeInterpreter.apply(
                model(book("STATE")),
                new Change.SetDefault(BOOK, STATE, state("STATE").type(), Optional.of("'NEW'"), Optional.empty()));
        assertThat(after.table(BOOK).flatMap(table -> table.column(STATE)))
                .contains(state("STATE").withDefaultValue(Optional.empty()));
    }

    @Test
    void renameIndex_ofEveryKind_keepsItsParts() {
        Index index = book("STATE").indexes().get(0);
        SchemaModel after = ChangeInterpreter.apply(
                model(book("STATE")), new Change.RenameIndex(BOOK, index, Identifier.of("IX_NEW"), false));
        assertThat(after.table(BOOK).orElseThrow().indexes()).containsExactly(index.withName(Identifier.of("IX_NEW")));
    }

    /** What does not fit is a fault of the planner, and is found before anything is written. */
    static Stream<Change> misfits() {
        Table book =
                of(table("BOOK", text("A", 5), big("REF")), unique("A"), check("CK", "A <> ''"), key("REF", "BOOK"));
        UniqueKey byA = book.uniqueKeys().get(0);
        ForeignKey ref = book.foreignKeys().get(0);
        Index missing = indexOf("IX", "B");
        Identifier a = Identifier.of("A");
        return Stream.of(
                new Change.CreateTable(book),
                new Change.DropTable(table("OTHER")),
                new Change.RenameTable(TableName.of("OTHER"), a),
                new Change.RenameTable(BOOK, BOOK.name()),
                new Change.AddColumn(BOOK, text("A", 5)),
                new Change.DropColumn(BOOK, text("A", 5)),
                new Change.DropColumn(BOOK, text("ID", 5)),
                new Change.DropColumn(BOOK, big("REF")),
                new Change.DropColumn(BOOK, big("B")),
                new Change.DropColumn(TableName.of("SINGLE"), big("ID")),
                new Change.RenameColumn(
                        BOOK, a, Identifier.of("ID"), text("A", 5).type()),
                new Change.AddNotNull(BOOK, Identifier.of("B"), text("B", 5).type()),
                new Change.FillColumn(BOOK, Identifier.of("B"), "1"),
                new Change.AddUniqueKey(BOOK, byA),
                new Change.AddUniqueKey(BOOK, new UniqueKey(Identifier.of("CK"), List.of(a))),
                new Change.AddUniqueKey(BOOK, new UniqueKey(a, List.of(Identifier.of("B")))),
                new Change.DropUniqueKey(BOOK, new UniqueKey(byA.name(), List.of(Identifier.of("ID")))),
                new Change.CreateIndex(BOOK, missing, false, List.of()),
                new Change.DropIndex(BOOK, missing, false, List.of()),
                new Change.AddForeignKey(BOOK, ref),
                new Change.AddCheck(BOOK, book.checks().get(0), List.of(a)),
                new Change.RenamePrimaryKey(
                        BOOK, new PrimaryKey(Identifier.of("PK_BOOK"), List.of(a)), byA.name(), List.of()),
                new Change.AddGeneratorRow(BOOK, row("X", 0)),
                new Change.DropGeneratorRow(BOOK, row("X", 0)),
                new Change.ChangeGeneratorStart(BOOK, row("X", 0), 1),
                new Change.CreateSequence(sequence("S", 1, 1), List.of()),
                new Change.DropSequence(sequence("S", 1, 2), List.of()));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void apply_misfit_isRefused(Change change) {
        Table book =
                of(table("BOOK", text("A", 5), big("REF")), unique("A"), check("CK", "A <> ''"), key("REF", "BOOK"));
        Table single = table("SINGLE").withPrimaryKey(Optional.empty());
        SchemaModel schema = with(model(book, single), sequence("S", 1, 1));
        assertThatThrownBy(() -> ChangeInterpreter.apply(schema, change)).isInstanceOf(IllegalArgumentException.class);
    }
}
