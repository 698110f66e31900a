package org.easymodel.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.easymodel.schema.Cardinality.MANY_TO_MANY;
import static org.easymodel.schema.Cardinality.MANY_TO_ONE;
import static org.easymodel.schema.Cardinality.ONE_TO_MANY;

import java.util.List;
import java.util.stream.IntStream;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams of a part of the model. */
class PartTest {

    private static final ModelDiagram LIBRARY = new Drawing()
            .table("author")
            .table("book", "author_id")
            .key("author", "author_id")
            .table("book_text")
            .key("book", "id")
            .table("book_word", List.of(), "book_id", "word")
            .key("book", "book_id")
            .table("tag")
            .table("book_tag", List.of("book_id", "tag_id"))
            .key("book", "book_id")
            .key("tag", "tag_id")
            .table("review", "book_id")
            .key("book", "book_id")
            .table("rental.loan", "book_id")
            .entity("Author", "author")
            .entity("Book", "book", "book_text", "book_word", "book_tag")
            .entity("Tag", "tag", "book_tag")
            .entity("Review", "review")
            .owner("book", "author", MANY_TO_ONE, "author", "author_id")
            .side("author", "books", ONE_TO_MANY, "book", "author")
            .side("book", "tags", MANY_TO_MANY, "tag", null)
            .side("tag", "books", MANY_TO_MANY, "book", "tags")
            .owner("review", "book", MANY_TO_ONE, "book", "book_id")
            .owner("rental.loan", "book", MANY_TO_ONE, "book", "book_id")
            .diagram();

    @Test
    void only_anEntity_hasItsOwnTables_andNoLineToOthers() {
        assertThat(LIBRARY.only("Book").mermaid()).endsWith("""
                erDiagram
                    "BOOK" {
                        int64 ID PK
                        int64 AUTHOR_ID FK "required"
                    }
                    "BOOK_TEXT" {
                        int64 ID PK,FK
                    }
                    "BOOK_WORD" {
                        int64 BOOK_ID FK "required"
                        int64 WORD "required"
                    }
                    "BOOK" ||--|| "BOOK_TEXT" : "ID"
                    "BOOK" ||--o{ "BOOK_WORD" : "BOOK_ID"
                """);
    }

    @Test
    void only_severalEntities_hasTheirRelationships() {
        ModelDiagram part = LIBRARY.only("Author", "Review", "Tag", "BOOK");

        assertThat(Drawing.tables(part)).containsExactly("AUTHOR", "BOOK", "BOOK_TEXT", "BOOK_WORD", "REVIEW", "TAG");
        assertThat(Drawing.lines(part))
                .contains("\"BOOK\" }o--o{ \"TAG\" : \"many-to-many\"")
                .hasSize(5);
        assertThat(part.mermaid()).contains("BOOK[] books").contains("TAG[] tags");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rental.loan", "RENTAL.LOAN"})
    void only_aTable_isThatTable(String name) {
        assertThat(Drawing.tables(LIBRARY.only(name))).containsExactly("RENTAL.LOAN");
    }

    @Test
    void around_anEntity_hasWhatOneRelationshipLeadsTo() {
        assertThat(Drawing.tables(LIBRARY.around("Author"))).containsExactly("AUTHOR", "BOOK");
        assertThat(Drawing.tables(LIBRARY.around("review", 1))).containsExactly("BOOK", "REVIEW");
    }

    @Test
    void around_withDistance_goesFurther() {
        assertThat(Drawing.tables(LIBRARY.around("Author", 0))).containsExactly("AUTHOR");
        assertThat(Drawing.tables(LIBRARY.around("Author", 2)))
                .containsExactly(
                        "AUTHOR", "BOOK", "BOOK_TAG", "BOOK_TEXT", "BOOK_WORD", "REVIEW", "TAG", "RENTAL.LOAN");
        assertThat(LIBRARY.around("Author", Integer.MAX_VALUE).mermaid()).isEqualTo(LIBRARY.mermaid());
    }

    @Test
    void choices_addUp_andLeaveTheFirstAsItWas() {
        ModelDiagram author = LIBRARY.only("Author").withTitle("Parts");
        ModelDiagram both = author.around("rental.loan").only(List.of("Tag"));

        assertThat(Drawing.tables(author)).containsExactly("AUTHOR");
        assertThat(Drawing.tables(both)).containsExactly("AUTHOR", "BOOK", "TAG", "RENTAL.LOAN");
        assertThat(both.mermaid()).startsWith("---\ntitle: \"Parts\"\n");
    }

    @Test
    void only_anEntityWithoutTable_hasThoseOfItsHeirs() {
        ModelDiagram zoo = new Drawing()
                .table("dog")
                .table("cat")
                .table("cage")
                .entity("Animal", "animal")
                .heir("Dog", "Animal", "dog")
                .heir("Cat", "Animal", "cat")
                .entity("Cage", "cage")
                .diagram();

        assertThat(Drawing.tables(zoo.only("Animal"))).containsExactly("CAT", "DOG");
    }

    @Test
    void part_hasItsKeysAndReferencesOnly_inEveryLanguage() {
        ModelDiagram part = LIBRARY.only("Tag", "book_tag");

        assertThat(part.plantUml()).endsWith("""
                t_TAG ||--o{ t_BOOK_TAG : TAG_ID
                @enduml
                """).doesNotContain("t_BOOK ");
        assertThat(part.dbml())
                .endsWith("\nRef \"FK_BOOK_TAG1\": \"BOOK_TAG\".\"TAG_ID\" > \"TAG\".\"ID\"\n")
                .doesNotContain("\"BOOK\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bok", "", " ", "a.b.c", "rental.", "loan", "\"book\""})
    void unknownNames_areRefused_withThoseThatThereAre(String name) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LIBRARY.only("Book", name))
                .withMessage("EM-1501 ModelDiagram: the model has no entity and no table '" + name
                        + "'. It has Author, Book, Review, Tag, RENTAL.LOAN.");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LIBRARY.around(name))
                .withMessageStartingWith("EM-1501 ModelDiagram: ");
    }

    @Test
    void unknownNames_inALargeModel_areRefusedWithTheFirstNames() {
        Drawing large = new Drawing();
        IntStream.range(0, 50).forEach(i -> large.table("t" + (10 + i)));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> large.diagram().only("x"))
                .withMessageMatching("EM-1501 .* It has T10, T11, .*, T49 and 10 more\\.");
    }

    @Test
    void unknownNames_inAnEmptyModel_areRefused() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> ModelDiagram.of(SchemaModel.empty()).only("Book"))
                .withMessage("EM-1501 ModelDiagram: the model has no entity and no table 'Book'. It is empty.");
    }

    @Test
    void noName_isRefused() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LIBRARY.only())
                .withMessage(
                        "EM-1502 ModelDiagram.only: no entity is named. Name one at least, or leave the call out for "
                                + "the whole model.");
    }

    @Test
    void negativeDistance_isRefused() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> LIBRARY.around("Book", -1))
                .withMessage(
                        "EM-1503 ModelDiagram.around: the distance is -1. Give the number of relationships to follow: "
                                + "0 for the entity alone, 1 for its neighbours.");
    }
}
