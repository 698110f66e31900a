package org.easymodel.eclipselink.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingStrategyTest {

    @ParameterizedTest
    @CsvSource({
        "snake, OrderItem, ORDER_ITEM",
        "snake, Outer$OrderItem, ORDER_ITEM",
        "snake-plural, OrderItem, ORDER_ITEMS",
        "snake-plural, Category, CATEGORIES",
        "snake-plural, ContactPerson, CONTACT_PEOPLE",
        "snake-plural, News, NEWS",
        "package-prefix, OrderItem, NAMING_ORDER_ITEM",
    })
    void table_ofAnEntity_isNamedByTheStrategy(String strategy, String entity, String table) {
        assertThat(NamingStrategy.of("shop", strategy).table(entity, getClass()))
                .isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource({
        "snake, ORDER_ITEM_SIDE_NOTES",
        "snake-plural, ORDER_ITEM_SIDE_NOTES",
        "package-prefix, NAMING_ORDER_ITEM_SIDE_NOTES",
    })
    void collectionTable_isNamedAfterTheEntity(String strategy, String table) {
        assertThat(NamingStrategy.of("shop", strategy).collectionTable("OrderItem", getClass(), "sideNotes"))
                .isEqualTo(table);
    }
}
