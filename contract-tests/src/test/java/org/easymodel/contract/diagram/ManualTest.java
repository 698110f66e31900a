package org.easymodel.contract.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.contract.units.Golden.assertGolden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.easymodel.contract.diagram.manual.Author;
import org.easymodel.contract.diagram.manual.Book;
import org.easymodel.contract.diagram.manual.BookTag;
import org.easymodel.contract.diagram.manual.Review;
import org.easymodel.contract.diagram.manual.Tag;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the ancestor's manual: its diagram, with the ends of the lines put right. */
class ManualTest {

    private static final Path OF_THE_MANUAL = Path.of("src/test/resources/golden/manual-of-the-ancestor.mmd");

    @TempDir
    private Path directory;

    private ModelDiagram diagram;

    @BeforeEach
    void scan() {
        SchemaModel library = UnitPath.of(
                        directory,
                        UnitXml.of(
                                "library", List.of(Author.class, Book.class, Tag.class, BookTag.class, Review.class)))
                .call(() -> SchemaScan.schema("library", Map.of()));
        diagram = ModelDiagram.of(library).withTitle("EasyModel Table Schemas");
    }

    @Test
    void diagrams_areTheGoldenTexts() {
        assertGolden("manual.mmd", diagram.mermaid());
        assertGolden("manual.puml", diagram.plantUml());
        assertGolden("manual.dbml", diagram.dbml());
    }

    @Test
    void diagrams_areParsed() {
        Diagrams.check("manual", diagram, 5, 18);
        Diagrams.check("manual-around-review", diagram.around("review"), 2, 10);
    }

    /**
     * Ours are in the order of names where the manual's are in that of the classes; names are those of the database, in upper
     * case and quoted; and a number tells its size. That apart, these are all the differences.
     */
    @Test
    void diagram_isThatOfTheManual_withTheCardinalityPutRight() throws IOException {
        List<String> manual = lines(Files.readString(OF_THE_MANUAL));
        List<String> ours = lines(diagram.mermaid());

        // A book has one author or none, not an author one book or none: the column may be empty. Each table that holds
        // a key
        // is at the many end of its line.
        assertThat(without(manual, ours))
                .containsExactly(
                        "book ||--o{ author : \"author_id\"",
                        "book_tag ||--o{ book : \"book_id\"",
                        "book_tag ||--o{ tag : \"tag_id\"",
                        "review ||--o{ book : \"book_id\"");
        assertThat(without(ours, manual))
                .containsExactly(
                        // Both sides of a relationship are attributes, that to many as well.
                        "author: book[] books \"virtual\"",
                        "book: book_tag[] booktags \"virtual\"",
                        "book: review[] reviews \"virtual\"",
                        "tag: book_tag[] booktags \"virtual\"",
                        "author |o--o{ book : \"author_id\"",
                        "book ||--o{ book_tag : \"book_id\"",
                        "book ||--o{ review : \"book_id\"",
                        "tag ||--o{ book_tag : \"tag_id\"");
        assertThat(ours).contains("book }o--o{ tag : \"many-to-many\"");
    }

    /**
     * The lines of a diagram in small letters, each attribute with its table, whole numbers as the manual calls them; without
     * the reasons of what is inferred, which the manual does not tell.
     */
    private static List<String> lines(String diagram) {
        List<String> lines = new ArrayList<>();
        String table = "";
        for (String line : diagram.toLowerCase(Locale.ROOT).lines().toList()) {
            String text = line.strip()
                    .replaceFirst("^title: \"(.*)\"$", "title: $1")
                    .replaceFirst("^int(32|64) ", "number ")
                    .replaceFirst("^\"(\\w+)\" \\{", "$1 {")
                    .replaceFirst("^\"(\\w+)\" (\\S+) \"(\\w+)\" :", "$1 $2 $3 :");
            if (text.endsWith(" {")) {
                table = text.substring(0, text.length() - 1).strip() + ": ";
            } else if (text.equals("}")) {
                table = "";
            } else if (!text.startsWith("%% ")) {
                lines.add(table + text);
            }
        }
        return lines;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }
}
