package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Notes;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings are told with a revision, and stand in the way of nothing. */
class WarningsTest {

    private static final Problem ODD =
            new Problem("EM-1099", "Book.title", "it is stored in an unusual way.", "Look at it.");

    @TempDir
    Path revisions;

    private static SchemaModel noted(SchemaModel model) {
        return model.withNotes(Notes.none().withWarnings(List.of(ODD)));
    }

    private WrittenRevision revision(SchemaModel model) {
        return MigrationManager.of(model, revisions).revision("Step");
    }

    private static Column column(String name, String type) {
        return Column.nullable(name, ColumnType.parse(type));
    }

    @Test
    void revision_withWarnings_isWrittenAndTellsThem() {
        SchemaModel model = noted(model(table("BOOK", column("SOLD_AT", "TIMESTAMP_TZ"))));
        WrittenRevision written = revision(model);
        String folder = written.folder().orElseThrow().toString();
        assertThat(written.summary()).isEqualTo("Wrote " + folder + "\nsafe  CreateTable BOOK");
        assertThat(written.text())
                .isEqualTo(written.summary()
                        + "\nwarning: EM-1099 Book.title: it is stored in an unusual way. Look at it."
                        + "\nwarning: EM-3068 BOOK.SOLD_AT: Derby has no type with an offset; there the column is a"
                        + " TIMESTAMP, and the offset of a value is lost. Use Instant or LocalDateTime if the"
                        + " application runs on Derby.");
        assertThat(written).hasToString(written.text());

        MigrationManager manager = MigrationManager.of(model, revisions);
        assertThat(manager.check().isSound()).isTrue();
        assertThat(manager.detectChanges().isEmpty()).isTrue();
        assertThat(manager.detectChanges().text())
                .isEqualTo("The model is what the revisions add up to.\n"
                        + "warning: EM-1099 Book.title: it is stored in an unusual way. Look at it.");
        assertThat(revision(model).text())
                .isEqualTo("Nothing was written: the model is what the revisions add up to.\n"
                        + "warning: EM-1099 Book.title: it is stored in an unusual way. Look at it.");
    }

    @Test
    void check_modelAhead_tellsTheChangesWithoutWarnings() {
        MigrationManager manager =
                MigrationManager.of(noted(model(table("BOOK", column("SOLD_AT", "TIMESTAMP_TZ")))), revisions);
        assertThat(manager.check().text())
                .isEqualTo("EM-3050 model: it differs from the revisions. Write one for:\n  safe  CreateTable BOOK");
    }

    @Test
    void revision_typesThatDatabasesDoNotHave_areNamedOnce() {
        SchemaModel model = model(table(
                "BOOK",
                column("BIG", "DECIMAL(38)"),
                column("BIG_SCALE", "DECIMAL(40,10)"),
                column("FITS", "DECIMAL(31,2)"),
                column("LONG_TEXT", "STRING(32673)"),
                column("SHORT_TEXT", "STRING(32672)"),
                column("LETTERS", "CHAR(300)"),
                column("DOC", "NATIVE(\"JSONB\")"),
                column("PLAIN", "NATIVE(\"VARCHAR(20) DEFAULT 'x'\")"),
                column("CLOB", "LOB_TEXT"),
                column("AT_3", "TIMESTAMP_TZ(3)")));
        assertThat(revision(model).warnings())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactly(
                        "EM-3068 BOOK.AT_3",
                        "EM-3069 BOOK.BIG",
                        "EM-3069 BOOK.BIG_SCALE",
                        "EM-3071 BOOK.DOC",
                        "EM-3070 BOOK.LONG_TEXT");
        assertThat(revision(model).warnings()).isEmpty();
        SchemaModel more = model(model.tables().get(0).withColumns(and(model, column("MORE", "TIMESTAMP_TZ"))));
        assertThat(revision(more).warnings())
                .extracting(problem -> problem.code() + " " + problem.place())
                .containsExactly("EM-3068 BOOK.MORE");
    }

    private static List<Column> and(SchemaModel model, Column added) {
        List<Column> columns = new ArrayList<>(model.tables().get(0).columns());
        columns.add(added);
        return columns;
    }

    @Test
    void revision_moreColumnsThanADatabaseTakes_isWrittenWithAWarning() {
        SchemaModel model = model(table(
                "WIDE", IntStream.range(0, 1011).mapToObj(i -> number("C" + i)).toArray(Column[]::new)));
        assertThat(revision(model).warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "EM-3072 WIDE: it has 1012 columns, but Derby manages at most 1011. Divide the table if"
                                + " the application runs there.");
    }

    @Test
    void revision_refused_tellsTheProblemsOnly() {
        revision(model(table("BOOK", text("A", 5))));
        SchemaModel model = noted(model(table("BOOK", column("B", "TIMESTAMP_TZ"))));
        assertThatThrownBy(() -> revision(model))
                .hasMessageStartingWith("EM-3006 BOOK.A: ")
                .hasMessageNotContaining("EM-1099");
        DetectedChanges changes = MigrationManager.of(model, revisions).detectChanges();
        assertThat(changes.warnings()).extracting(Problem::code).containsExactly("EM-1099", "EM-3068");
    }
}
