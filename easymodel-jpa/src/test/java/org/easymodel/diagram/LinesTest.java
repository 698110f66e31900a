package org.easymodel.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.schema.Cardinality.MANY_TO_MANY;
import static org.easymodel.schema.Cardinality.MANY_TO_ONE;
import static org.easymodel.schema.Cardinality.ONE_TO_MANY;
import static org.easymodel.schema.Cardinality.ONE_TO_ONE;

import java.util.List;
import java.util.Optional;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;

/** Which lines a schema has, and what stands at their ends. */
class LinesTest {

    @Test
    void constraint_withoutRelationship_isALine() {
        assertThat(new Drawing()
                        .table("author")
                        .table("book", "author_id?")
                        .key("author", "author_id")
                        .lines())
                .containsExactly("\"AUTHOR\" |o--o{ \"BOOK\" : \"AUTHOR_ID\"");
    }

    @Test
    void constraint_andBothSidesOfItsRelationship_areOneLine() {
        assertThat(new Drawing()
                        .table("author")
                        .table("book", "author_id")
                        .key("author", "author_id")
                        .owner("book", "author", MANY_TO_ONE, "author", "author_id")
                        .side("author", "books", ONE_TO_MANY, "book", "author")
                        .lines())
                .containsExactly("\"AUTHOR\" ||--o{ \"BOOK\" : \"AUTHOR_ID\"");
    }

    @Test
    void constraint_ofUniqueColumns_isOneToOne() {
        assertThat(new Drawing()
                        .table("author")
                        .table("profile", "author_id")
                        .key("author", "author_id")
                        .unique("author_id")
                        .lines())
                .containsExactly("\"AUTHOR\" ||--o| \"PROFILE\" : \"AUTHOR_ID\"");
    }

    @Test
    void constraint_ofColumnsUniqueForSomeRowsOnly_isManyToOne() {
        Table book = Table.of(
                        TableName.of("book"),
                        List.of(Column.required("author_id", ColumnType.of(ColumnType.Kind.INT64))))
                .withIndexes(List.of(new Index(
                        Identifier.of("ix"),
                        List.of(IndexPart.of(Identifier.of("author_id"))),
                        true,
                        Optional.of("author_id > 3"),
                        Optional.empty())));

        assertThat(new Drawing()
                        .table("author")
                        .table(book)
                        .key("author", "author_id")
                        .lines())
                .containsExactly("\"AUTHOR\" ||--o{ \"BOOK\" : \"AUTHOR_ID\"");
    }

    @Test
    void compositeKey_isOneLine_optionalIfAnyColumnIs() {
        assertThat(new Drawing()
                        .table("edition", List.of("isbn", "number"))
                        .table("copy", "edition_isbn", "edition_number?")
                        .key("edition", "edition_isbn", "edition_number")
                        .owner("copy", "edition", MANY_TO_ONE, "edition", null)
                        .side("edition", "copies", ONE_TO_MANY, "copy", "edition")
                        .lines())
                .containsExactly("\"EDITION\" |o--o{ \"COPY\" : \"EDITION_ISBN, EDITION_NUMBER\"");
    }

    @Test
    void compositeKeys_toOneTable_eachTakeTheirOwnRelationship() {
        assertThat(new Drawing()
                        .table("edition", List.of("isbn", "number"))
                        .table("copy", "old_isbn", "old_number", "new_isbn", "new_number")
                        .key("edition", "new_isbn", "new_number")
                        .key("edition", "old_isbn", "old_number")
                        .owner("copy", "old", ONE_TO_ONE, "edition", null)
                        .owner("copy", "newer", MANY_TO_ONE, "edition", null)
                        .lines())
                .containsExactly(
                        "\"EDITION\" ||--o{ \"COPY\" : \"NEW_ISBN, NEW_NUMBER\"",
                        "\"EDITION\" ||--o| \"COPY\" : \"OLD_ISBN, OLD_NUMBER\"");
    }

    @Test
    void compositeKey_withoutConstraint_isNamedAfterItsAttribute() {
        assertThat(new Drawing()
                        .table("edition", List.of("isbn", "number"))
                        .table("copy", "edition_isbn", "edition_number")
                        .owner("copy", "edition", MANY_TO_ONE, "edition", null)
                        .lines())
                .containsExactly("\"EDITION\" |o--o{ \"COPY\" : \"edition\"");
    }

    @Test
    void compositeKey_thatOnlyTheRelationshipKnows_isOneLineWithItsColumns() {
        assertThat(new Drawing()
                        .table("edition", List.of("isbn", "number"))
                        .table("copy", "edition_isbn", "edition_number?")
                        .owner("copy", "edition", MANY_TO_ONE, "edition", "edition_isbn, edition_number")
                        .side(
                                "edition",
                                "copies",
                                ONE_TO_MANY,
                                "copy",
                                false,
                                "edition",
                                "edition_isbn, edition_number")
                        .lines())
                .containsExactly("\"EDITION\" |o--o{ \"COPY\" : \"EDITION_ISBN, EDITION_NUMBER\"");
    }

    @Test
    void compositeKeys_thatShareAColumn_areTwoLines() {
        assertThat(new Drawing()
                        .table("edition", List.of("isbn", "number"))
                        .table("copy", "isbn", "old_number", "new_number")
                        .key("edition", "isbn", "new_number")
                        .owner("copy", "old", MANY_TO_ONE, "edition", "isbn, old_number")
                        .owner("copy", "newer", MANY_TO_ONE, "edition", "isbn, new_number")
                        .lines())
                .containsExactly(
                        "\"EDITION\" ||--o{ \"COPY\" : \"ISBN, NEW_NUMBER\"",
                        "\"EDITION\" ||--o{ \"COPY\" : \"ISBN, OLD_NUMBER\"");
    }

    @Test
    void keysOfTwoRelationships_toOneTable_areTwoLines() {
        assertThat(new Drawing()
                        .table("user")
                        .table("post", "author_id", "editor_id?")
                        .key("user", "author_id")
                        .owner("post", "author", MANY_TO_ONE, "user", "author_id")
                        .owner("post", "editor", MANY_TO_ONE, "user", "editor_id")
                        .side("user", "postsAsAuthor", ONE_TO_MANY, "post", false, "author", "author_id")
                        .side("user", "postsAsEditor", ONE_TO_MANY, "post", false, "editor", "editor_id")
                        .lines())
                .containsExactly(
                        "\"USER\" ||--o{ \"POST\" : \"AUTHOR_ID\"", "\"USER\" |o--o{ \"POST\" : \"EDITOR_ID\"");
    }

    @Test
    void keyOfTheInverseOnly_isALine() {
        assertThat(new Drawing()
                        .table("order")
                        .table("item", "order_id")
                        .side("order", "items", ONE_TO_MANY, "item", false, null, "order_id")
                        .lines())
                .containsExactly("\"ORDER\" ||--o{ \"ITEM\" : \"ORDER_ID\"");
    }

    @Test
    void toMany_withJoinColumn_takesTheConstraintOfTheOtherTable() {
        assertThat(new Drawing()
                        .table("order")
                        .table("item", "order_id?")
                        .key("order", "order_id")
                        .side("order", "items", ONE_TO_MANY, "item", null)
                        .lines())
                .containsExactly("\"ORDER\" |o--o{ \"ITEM\" : \"ORDER_ID\"");
    }

    @Test
    void selfReference_isOneLine() {
        assertThat(new Drawing()
                        .table("category", "parent_id?")
                        .key("category", "parent_id")
                        .owner("category", "parent", MANY_TO_ONE, "category", "parent_id")
                        .side("category", "children", ONE_TO_MANY, "category", "parent")
                        .lines())
                .containsExactly("\"CATEGORY\" |o--o{ \"CATEGORY\" : \"PARENT_ID\"");
    }

    @Test
    void manyToMany_isDrawnOnceBesideItsLinkTable() {
        assertThat(library().lines())
                .containsExactly(
                        "\"BOOK\" ||--o{ \"BOOK_TAG\" : \"BOOK_ID\"",
                        "\"BOOK\" }o--o{ \"TAG\" : \"many-to-many\"",
                        "\"TAG\" ||--o{ \"BOOK_TAG\" : \"TAG_ID\"");
    }

    private static Drawing library() {
        return new Drawing()
                .table("book")
                .table("tag")
                .table("book_tag", List.of("book_id", "tag_id"))
                .key("book", "book_id")
                .key("tag", "tag_id")
                .side("book", "tags", MANY_TO_MANY, "tag", null)
                .side("tag", "books", MANY_TO_MANY, "book", "tags");
    }

    @Test
    void manyToMany_twiceBetweenTheSameTables_isToldApart() {
        assertThat(library().side("book", "topics", MANY_TO_MANY, "tag", null).lines())
                .contains(
                        "\"BOOK\" }o--o{ \"TAG\" : \"many-to-many (tags)\"",
                        "\"BOOK\" }o--o{ \"TAG\" : \"many-to-many (topics)\"")
                .hasSize(4);
    }

    @Test
    void manyToMany_whoseSidesDoNotNameEachOther_isDrawnOnce() {
        assertThat(new Drawing()
                        .table("book")
                        .table("tag")
                        .table("book_tag", List.of("book_id", "tag_id"))
                        .key("book", "book_id")
                        .key("tag", "tag_id")
                        .side("book", "tags", MANY_TO_MANY, "tag", null)
                        .side("tag", "books", MANY_TO_MANY, "book", null)
                        .lines())
                .contains("\"BOOK\" }o--o{ \"TAG\" : \"many-to-many\"")
                .hasSize(3);
    }

    @Test
    void manyToMany_overTwoLinkTables_isTwoLines() {
        assertThat(new Drawing()
                        .table("book")
                        .table("tag")
                        .table("book_tag", List.of("book_id", "tag_id"))
                        .key("book", "book_id")
                        .key("tag", "tag_id")
                        .table("tag_book", List.of("tag_id", "book_id"))
                        .key("book", "book_id")
                        .key("tag", "tag_id")
                        .side("book", "tags", MANY_TO_MANY, "tag", null)
                        .side("tag", "books", MANY_TO_MANY, "book", null)
                        .lines())
                .contains(
                        "\"BOOK\" }o--o{ \"TAG\" : \"many-to-many (books)\"",
                        "\"BOOK\" }o--o{ \"TAG\" : \"many-to-many (tags)\"")
                .hasSize(6);
    }

    @Test
    void manyToMany_withItself_isDrawnOnce() {
        assertThat(new Drawing()
                        .table("user")
                        .side("user", "followers", MANY_TO_MANY, "user", "following")
                        .side("user", "following", MANY_TO_MANY, "user", "followers")
                        .lines())
                .containsExactly("\"USER\" }o--o{ \"USER\" : \"many-to-many\"");
    }

    @Test
    void toOne_overJoinTable_isDrawnOnce() {
        assertThat(new Drawing()
                        .table("book")
                        .table("shelf")
                        .side("book", "shelf", MANY_TO_ONE, "shelf", null)
                        .side("shelf", "books", ONE_TO_MANY, "book", "shelf")
                        .lines())
                .containsExactly("\"SHELF\" |o--o{ \"BOOK\" : \"many-to-one\"");
    }

    @Test
    void toMany_overJoinTable_isDrawn() {
        assertThat(new Drawing()
                        .table("book")
                        .table("shelf")
                        .side("shelf", "books", ONE_TO_MANY, "book", null)
                        .lines())
                .containsExactly("\"SHELF\" |o--o{ \"BOOK\" : \"one-to-many\"");
    }

    @Test
    void oneToOne_overJoinTable_isDrawn() {
        assertThat(new Drawing()
                        .table("book")
                        .table("cover")
                        .side("book", "cover", ONE_TO_ONE, "cover", null)
                        .lines())
                .containsExactly("\"COVER\" |o--o| \"BOOK\" : \"one-to-one\"");
    }

    @Test
    void relationship_toATableThatIsNotThere_isLeftOut() {
        assertThat(new Drawing()
                        .table("book", "author_id")
                        .owner("book", "author", MANY_TO_ONE, "author", "author_id")
                        .side("book", "tags", MANY_TO_MANY, "tag", null)
                        .diagram()
                        .mermaid())
                .endsWith("""
                        erDiagram
                            "BOOK" {
                                int64 ID PK
                                int64 AUTHOR_ID "required"
                            }
                        """);
    }

    @Test
    void secondaryTable_hasExactlyOneRowForEach() {
        assertThat(new Drawing()
                        .table("book")
                        .table("book_text")
                        .key("book", "id")
                        .entity("Book", "book", "book_text")
                        .lines())
                .containsExactly("\"BOOK\" ||--|| \"BOOK_TEXT\" : \"ID\"");
    }

    @Test
    void secondaryTable_ofOneHeirOnly_hasOneRowOrNone() {
        assertThat(new Drawing()
                        .table("book")
                        .table("book_text")
                        .key("book", "id")
                        .entity("Book", "book")
                        .heir("EBook", "Book", "book", "book_text")
                        .lines())
                .containsExactly("\"BOOK\" ||--o| \"BOOK_TEXT\" : \"ID\"");
    }

    @Test
    void joinedInheritance_isALineAndARow_andItsRelationshipsAreThoseOfTheParent() {
        assertThat(new Drawing()
                        .table("person")
                        .table("animal", "owner_id?")
                        .table("dog")
                        .key("animal", "id")
                        .entity("Person", "person")
                        .entity("Animal", "animal")
                        .heir("Dog", "Animal", "dog", "animal")
                        .owner("animal", "owner", MANY_TO_ONE, "person", "owner_id")
                        .owner("dog", "owner", MANY_TO_ONE, "person", "owner_id")
                        .side("person", "animals", ONE_TO_MANY, "animal", "owner")
                        .diagram()
                        .mermaid())
                .endsWith("""
                        erDiagram
                            "ANIMAL" {
                                int64 ID PK
                                int64 OWNER_ID FK
                                PERSON owner "relationship"
                            }
                            "DOG" {
                                int64 ID PK,FK
                                entity Dog "extends Animal"
                            }
                            "PERSON" {
                                int64 ID PK
                                ANIMAL[] animals "relationship"
                            }
                            "ANIMAL" ||--o| "DOG" : "ID"
                            "PERSON" |o--o{ "ANIMAL" : "OWNER_ID"
                        """);
    }

    @Test
    void joinedInheritance_whoseNotesNameTheTableOfTheRootFirst_isTheSame() {
        Drawing lastFirst = new Drawing()
                .table("animal")
                .table("dog")
                .key("animal", "id")
                .table("puppy")
                .key("dog", "id")
                .entity("Animal", "animal")
                .heir("Dog", "Animal", "dog", "animal")
                .heir("Puppy", "Dog", "puppy", "animal", "dog");
        Drawing rootFirst = new Drawing()
                .table("animal")
                .table("dog")
                .key("animal", "id")
                .table("puppy")
                .key("dog", "id")
                .entity("Animal", "animal")
                .heir("Dog", "Animal", "animal", "dog")
                .heir("Puppy", "Dog", "animal", "dog", "puppy");

        assertThat(rootFirst.diagram().mermaid())
                .isEqualTo(lastFirst.diagram().mermaid())
                .contains("entity Puppy \"extends Dog\"\n    }\n    \"ANIMAL\" ||--o| \"DOG\" : \"ID\"");
        assertThat(Drawing.tables(rootFirst.diagram().only("Dog"))).containsExactly("ANIMAL", "DOG");
    }

    @Test
    void inheritance_inACircle_endsSomewhere() {
        assertThat(new Drawing()
                        .table("a")
                        .heir("A", "B", "a")
                        .heir("B", "A", "a")
                        .diagram()
                        .mermaid())
                .endsWith("""
                                entity A "extends B"
                                entity B "extends A"
                            }
                        """);
    }

    @Test
    void tablePerClass_hasTheRelationshipsOfTheParentInEachTable() {
        assertThat(new Drawing()
                        .table("animal")
                        .table("feeding", "animal_id")
                        .entity("Animal", "animal")
                        .entity("Event", "event")
                        .heir("Feeding", "Event", "feeding")
                        .owner("event", "animal", MANY_TO_ONE, "animal", "animal_id")
                        .owner("feeding", "animal", MANY_TO_ONE, "animal", "animal_id")
                        .diagram()
                        .mermaid())
                .contains("        ANIMAL animal \"relationship\"\n        entity Feeding \"extends Event\"\n")
                .endsWith("    \"ANIMAL\" ||--o{ \"FEEDING\" : \"ANIMAL_ID\"\n");
    }

    @Test
    void keyInATableOfTheParent_isFoundThere() {
        assertThat(new Drawing()
                        .table("person")
                        .table("animal", "owner_id")
                        .table("dog")
                        .entity("Animal", "animal")
                        .heir("Dog", "Animal", "dog", "animal")
                        .owner("dog", "owner", MANY_TO_ONE, "person", "owner_id")
                        .lines())
                .containsExactly("\"PERSON\" ||--o{ \"ANIMAL\" : \"OWNER_ID\"");
    }

    @Test
    void singleTableInheritance_isARow_andASharedRelationshipIsOne() {
        assertThat(new Drawing()
                        .table("person")
                        .table("animal", "owner_id")
                        .entity("Animal", "animal")
                        .heir("Dog", "Animal", "animal")
                        .heir("Cat", "Animal", "animal")
                        .owner("animal", "owner", MANY_TO_ONE, "person", "owner_id")
                        .owner("animal", "owner", MANY_TO_ONE, "person", "owner_id")
                        .side("animal", "friends", MANY_TO_MANY, "person", null)
                        .side("animal", "friends", MANY_TO_MANY, "person", null)
                        .diagram()
                        .mermaid())
                .endsWith("""
                        erDiagram
                            "ANIMAL" {
                                int64 ID PK
                                int64 OWNER_ID FK "required"
                                PERSON[] friends "relationship"
                                PERSON owner "relationship"
                                entity Cat "extends Animal"
                                entity Dog "extends Animal"
                            }
                            "PERSON" {
                                int64 ID PK
                            }
                            "ANIMAL" }o--o{ "PERSON" : "many-to-many"
                            "PERSON" ||--o{ "ANIMAL" : "OWNER_ID"
                        """);
    }
}
