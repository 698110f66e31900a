package org.easymodel.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.schema.Cardinality.MANY_TO_MANY;
import static org.easymodel.schema.Cardinality.MANY_TO_ONE;

import java.util.List;
import java.util.Optional;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;
import org.junit.jupiter.api.Test;

/** One schema of everything, in each language, letter by letter. */
class LanguagesTest {

    private static final ModelDiagram RENTALS = new Drawing()
            .table(Table.of(
                            TableName.of("edition"),
                            List.of(
                                    Column.required("isbn", ColumnType.string(20))
                                            .withComment(Optional.of("The number \"on\" the\n cover: 13 digits")),
                                    Column.required("print", ColumnType.of(Kind.INT32)),
                                    Column.required("kind", ColumnType.string(8))
                                            .withValues(Optional.of(new EnumValues(
                                                    EnumValues.Kind.TEXT, List.of("paper", "audio book", "it's"))))
                                            .withDefaultValue(Optional.of("'paper'")),
                                    Column.nullable("state", ColumnType.of(Kind.INT16))
                                            .withValues(Optional.of(
                                                    new EnumValues(EnumValues.Kind.POSITION, List.of("NEW", "SOLD"))))
                                            .withDefaultValue(Optional.of("0"))
                                            .withComment(Optional.of("Where it is.")),
                                    Column.nullable("grade", ColumnType.of(Kind.INT32))
                                            .withValues(Optional.of(
                                                    new EnumValues(EnumValues.Kind.NUMBER, List.of("10", "20")))),
                                    Column.nullable("price", ColumnType.decimal(8, 2))
                                            .withDefaultValue(Optional.of("-1.50")),
                                    Column.nullable("details", ColumnType.ofDefinition("jsonb  not null"))))
                    .withPrimaryKey(Optional.of(
                            new PrimaryKey(Identifier.of("pk_edition"), Drawing.identifiers(List.of("print", "isbn")))))
                    .withUniqueKeys(List.of(
                            new UniqueKey(Identifier.of("uk_edition"), Drawing.identifiers(List.of("kind", "price")))))
                    .withIndexes(List.of(
                            Index.of(Identifier.of("ix_a"), Drawing.identifiers(List.of("price", "kind")), false),
                            new Index(
                                    Identifier.of("ix_b"),
                                    List.of(
                                            IndexPart.descending(Identifier.of("price")),
                                            IndexPart.ofExpression("lower(`kind`)")
                                                    .withOperatorClass("text_ops")),
                                    true,
                                    Optional.of("state = 'it''s'"),
                                    Optional.of("gin"))))
                    .withComment(Optional.of("What is for sale.")))
            .table(Table.of(
                            TableName.parse("stock.copy"),
                            List.of(
                                    Column.required("id", ColumnType.of(Kind.INT64))
                                            .withIdentity(true),
                                    Column.required("code", ColumnType.of(Kind.UUID)),
                                    Column.nullable("print", ColumnType.of(Kind.INT32)),
                                    Column.nullable("isbn", ColumnType.string(20)),
                                    Column.nullable("copy_of_id", ColumnType.of(Kind.INT64))))
                    .withPrimaryKey(Optional.of(new PrimaryKey(Identifier.of("pk_copy"), List.of(Identifier.of("id")))))
                    .withUniqueKeys(
                            List.of(new UniqueKey(Identifier.of("uk_copy_code"), List.of(Identifier.of("code")))))
                    .withForeignKeys(List.of(
                            new ForeignKey(
                                    Identifier.of("fk_copy_edition"),
                                    Drawing.identifiers(List.of("print", "isbn")),
                                    TableName.of("edition"),
                                    Drawing.identifiers(List.of("print", "isbn")),
                                    ForeignKey.OnDelete.SET_NULL),
                            new ForeignKey(
                                    Identifier.of("fk_copy_copy"),
                                    List.of(Identifier.of("copy_of_id")),
                                    TableName.parse("stock.copy"),
                                    List.of(Identifier.of("id")),
                                    ForeignKey.OnDelete.CASCADE))))
            .entity("Edition", "edition")
            .entity("Copy", "stock.copy")
            .heir("SignedCopy", "Copy", "stock.copy")
            .owner("stock.copy", "edition", MANY_TO_ONE, "edition", null)
            .side("edition", "alike", MANY_TO_MANY, "edition", null)
            .diagram()
            .withTitle("Rentals, the \"new\" ones");

    @Test
    void mermaid() {
        assertThat(RENTALS.mermaid()).isEqualTo("""
                ---
                title: "Rentals, the \\"new\\" ones"
                config:
                    layout: elk
                ---
                erDiagram
                    "EDITION" {
                        int32 PRINT PK
                        string ISBN PK "The number #34;on#34; the cover#58; 13 digits"
                        jsonb DETAILS
                        int32 GRADE
                        string KIND "required"
                        decimal PRICE
                        int16 STATE "Where it is."
                        EDITION[] alike "relationship"
                    }
                    "STOCK.COPY" {
                        int64 ID PK
                        uuid CODE UK "required"
                        int64 COPY_OF_ID FK
                        string ISBN FK
                        int32 PRINT FK
                        EDITION edition "relationship"
                        entity SignedCopy "extends Copy"
                    }
                    "EDITION" }o--o{ "EDITION" : "many-to-many"
                    "EDITION" |o--o{ "STOCK.COPY" : "PRINT, ISBN"
                    "STOCK.COPY" |o--o{ "STOCK.COPY" : "COPY_OF_ID"
                """);
    }

    @Test
    void plantUml() {
        assertThat(RENTALS.plantUml()).isEqualTo("""
                @startuml
                title Rentals, the <U+0022>new<U+0022> ones
                hide circle
                hide methods
                set separator none
                entity "EDITION" as t_EDITION {
                    {field} * PRINT : int32 <<PK>>
                    {field} * ISBN : string(20) <<PK>>
                    --
                    {field} DETAILS : JSONB NOT NULL
                    {field} GRADE : int32
                    {field} * KIND : string(8)
                    {field} PRICE : decimal(8,2)
                    {field} STATE : int16
                    ..
                    {field} alike : EDITION[] <<relationship>>
                }
                note bottom of t_EDITION
                    What is for sale.
                    ISBN: The number <U+0022>on<U+0022> the cover: 13 digits
                    STATE: Where it is.
                end note
                entity "STOCK.COPY" as t_STOCK_COPY {
                    {field} * ID : int64 <<PK>>
                    --
                    {field} * CODE : uuid <<UK>>
                    {field} COPY_OF_ID : int64 <<FK>>
                    {field} ISBN : string(20) <<FK>>
                    {field} PRINT : int32 <<FK>>
                    ..
                    {field} edition : EDITION <<relationship>>
                }
                note bottom of t_STOCK_COPY
                    SignedCopy extends Copy
                end note
                t_EDITION }o--o{ t_EDITION : many-to-many
                t_EDITION |o--o{ t_STOCK_COPY : PRINT, ISBN
                t_STOCK_COPY |o--o{ t_STOCK_COPY : COPY_OF_ID
                @enduml
                """);
    }

    @Test
    void dbml() {
        assertThat(RENTALS.dbml()).isEqualTo("""
                Project "Rentals, the \\"new\\" ones" {
                }

                Enum "EDITION.KIND" {
                    "audio book"
                    "it's"
                    "paper"
                }

                Table "EDITION" {
                    "PRINT" int32 [not null]
                    "ISBN" string(20) [not null, note: 'The number "on" the cover: 13 digits']
                    "DETAILS" "JSONB NOT NULL"
                    "GRADE" int32 [note: '10, 20']
                    "KIND" "EDITION.KIND" [not null, default: `'paper'`]
                    "PRICE" decimal(8,2) [default: -1.5]
                    "STATE" int16 [default: 0, note: 'Where it is. 0 = NEW, 1 = SOLD']

                    indexes {
                        ("PRINT", "ISBN") [pk]
                        ("KIND", "PRICE") [unique, name: 'UK_EDITION']
                        ("PRICE", "KIND") [name: 'IX_A']
                        (`PRICE DESC`, `lower("kind")`) [unique, name: 'IX_B', note: 'where state = \\'it\\'\\'s\\', using gin, operator class text_ops']
                    }

                    Note: 'What is for sale.'
                }

                Table "STOCK"."COPY" {
                    "ID" int64 [pk, increment]
                    "CODE" uuid [not null, unique]
                    "COPY_OF_ID" int64
                    "ISBN" string(20)
                    "PRINT" int32

                    Note: 'SignedCopy extends Copy.'
                }

                Ref "FK_COPY_EDITION": "STOCK"."COPY".("PRINT", "ISBN") > "EDITION".("PRINT", "ISBN") [delete: set null]
                Ref "FK_COPY_COPY": "STOCK"."COPY"."COPY_OF_ID" > "STOCK"."COPY"."ID" [delete: cascade]
                """);
    }

    @Test
    void dbml_ofManyToMany_isAReferenceOnlyWhereItsLinkTableIsNotShown() {
        ModelDiagram library = new Drawing()
                .table("book")
                .table("tag")
                .table("book_tag", List.of("book_id", "tag_id"))
                .key("book", "book_id")
                .key("tag", "tag_id")
                .side("book", "tags", MANY_TO_MANY, "tag", null)
                .diagram();

        assertThat(library.dbml()).doesNotContain("<>").contains("\"BOOK_TAG\".\"TAG_ID\" > \"TAG\".\"ID\"");
        assertThat(library.only("book", "tag").dbml()).endsWith("}\n\nRef: \"TAG\".\"ID\" <> \"BOOK\".\"ID\"\n");
    }

    @Test
    void dbml_ofALinkOfATableWithItself_hasBothKeysAndNoManyToMany() {
        ModelDiagram friends = new Drawing()
                .table("user")
                .table("friendship", List.of("user_id", "friend_id"))
                .key("user", "user_id")
                .key("user", "friend_id")
                .side("user", "friends", MANY_TO_MANY, "user", null)
                .diagram();

        assertThat(friends.dbml()).endsWith("""
                Ref "FK_FRIENDSHIP1": "FRIENDSHIP"."FRIEND_ID" > "USER"."ID"
                Ref "FK_FRIENDSHIP0": "FRIENDSHIP"."USER_ID" > "USER"."ID"
                """);
    }

    @Test
    void names_thatBecomeEqual_areCounted_andPlainOnesKeepTheirs() {
        ModelDiagram diagram = ModelDiagram.of(SchemaModel.of(
                List.of(
                        Table.of(
                                new TableName(Optional.of(Identifier.of("a")), Identifier.of("b")),
                                List.of(
                                        Column.nullable("\"x y\"", ColumnType.of(Kind.BOOL)),
                                        Column.nullable("\"x-y\"", ColumnType.of(Kind.BOOL)),
                                        Column.nullable("\"x_y\"", ColumnType.of(Kind.BOOL)),
                                        Column.nullable("\"x_y_2\"", ColumnType.of(Kind.BOOL)),
                                        Column.nullable("fk", ColumnType.of(Kind.BOOL)))),
                        Table.of(
                                TableName.of("\"A.B\""),
                                List.of(Column.nullable("\"\u2028\"", ColumnType.of(Kind.BOOL))))),
                List.of()));

        assertThat(diagram.mermaid()).endsWith("""
                erDiagram
                    "A.B" {
                        bool _
                    }
                    "A.B_2" {
                        bool _FK
                        bool x_y_3
                        bool x_y_4
                        bool x_y
                        bool x_y_2
                    }
                """);
        assertThat(diagram.plantUml())
                .contains("entity \"A.B\" as t_A_B {\n")
                .contains("entity \"A.B_2\" as t_A_B_2 {\n")
                .contains("{field} x y : bool\n    {field} x-y : bool\n    {field} x_y : bool\n");
        assertThat(diagram.dbml())
                .contains("Table \"A.B\" {\n    \"_\" bool\n")
                .contains("Table \"A\".\"B\" {\n    \"FK\" bool\n");
    }
}
