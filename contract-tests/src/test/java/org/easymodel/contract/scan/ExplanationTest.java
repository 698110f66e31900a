package org.easymodel.contract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.junit.jupiter.api.Test;

/** The explanation of an entity of the shop, as a person reads it. */
class ExplanationTest {

    @Test
    void explain_ofOneEntity_saysWhyItsTableLooksSo() {
        assertThat(SchemaScan.explain("shop", "Review", Map.of())).isEqualTo("""
                Review (org.easymodel.example.shop.Review)
                  table REVIEW
                    CREATED_AT   TIMESTAMP     not null  Review.createdAt; the mapping says nullable = false
                    ID           INT64         not null  Review.id; it is part of the primary key
                    PRODUCT_ID   INT64         not null  Review.product; the mapping says optional = false
                    RATING       INT32         not null  Review.rating; int cannot be null
                    REVIEW_TEXT  STRING(1000)            Review.comment
                    TITLE        STRING(80)    not null  Review.title; the mapping says nullable = false
                    UPDATED_AT   TIMESTAMP     not null  Review.updatedAt; the mapping says nullable = false
                    USER_ID      INT64         not null  Review.userId; the mapping says nullable = false
                    WRITTEN_AT   TIMESTAMP     not null  Review.writtenAt; the mapping says nullable = false
                    primary key PK_REVIEW (ID): the id of Review
                    unique UK_REVIEW_ONCE (PRODUCT_ID, USER_ID): @UniqueConstraint
                    index IX_REVIEW_USER_ID (USER_ID): Review.userId is a key of User
                    foreign key FK_REVIEW_PRODUCT_ID (PRODUCT_ID) to PRODUCT(ID): Review.product
                  ids come from the sequence EASYMODEL_SEQ
                  product: many-to-one Product by PRODUCT_ID, because it is declared on Review
                  user: many-to-one User by USER_ID, inferred, because Review.userId has the name and the type of the key of User
                """);
    }

    @Test
    void explain_ofAll_hasEveryEntityOnce() {
        assertThat(SchemaScan.explain("shop", "", Map.of()).lines())
                .filteredOn(line -> !line.startsWith(" ") && !line.isEmpty())
                .map(line -> line.replaceAll(" .*", ""))
                .containsExactly(
                        "Category", "Order", "OrderItem", "Product", "ProductTag", "Profile", "Review", "Tag", "User");
    }
}
