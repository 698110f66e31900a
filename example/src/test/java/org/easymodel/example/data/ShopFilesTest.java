package org.easymodel.example.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopFilesTest {

    @ParameterizedTest
    @CsvSource({
        "users.csv, 500, 500",
        "profiles.csv, 370, 430",
        "categories.csv, 60, 60",
        "products.csv, 2000, 2000",
        "tags.csv, 40, 40",
        "product_tags.csv, 4300, 4700",
        "orders.csv, 5000, 5000",
        "order_items.csv, 12000, 13000",
        "reviews.csv, 3000, 3000"
    })
    void holdAsManyRowsAsPromised(String name, int least, int most) {
        assertThat(ShopFiles.file(name).size()).isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({
        "users.csv, username",
        "users.csv, email",
        "profiles.csv, username",
        "categories.csv, slug",
        "categories.csv, name",
        "products.csv, sku",
        "products.csv, name",
        "tags.csv, name",
        "orders.csv, number"
    })
    void keysAreUnique(String name, String column) {
        assertThat(ShopFiles.texts(name, column)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"product_tags.csv, sku, tag", "order_items.csv, order_number, sku", "reviews.csv, sku, username"})
    void pairsAreUnique(String name, String first, String second) {
        assertThat(ShopFiles.pairs(name, first, second)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "profiles.csv, username, users.csv, username",
        "products.csv, category_slug, categories.csv, slug",
        "product_tags.csv, sku, products.csv, sku",
        "product_tags.csv, tag, tags.csv, name",
        "orders.csv, username, users.csv, username",
        "order_items.csv, order_number, orders.csv, number",
        "order_items.csv, sku, products.csv, sku",
        "reviews.csv, sku, products.csv, sku",
        "reviews.csv, username, users.csv, username"
    })
    void referencesResolve(String name, String column, String targetName, String targetColumn) {
        Set<String> targets = new HashSet<>(ShopFiles.texts(targetName, targetColumn));
        assertThat(targets).containsAll(new HashSet<>(ShopFiles.texts(name, column)));
    }

    @Test
    void categoriesFormATreeOfThreeLevelsWithParentsFirst() {
        Map<String, Integer> depths = new HashMap<>();
        for (CsvRow row : ShopFiles.rows("categories.csv")) {
            int depth = row.optional("parent_slug")
                    .map(parent ->
                            assertThat(depths).containsKey(parent).actual().get(parent) + 1)
                    .orElse(1);
            depths.put(row.text("slug"), depth);
        }
        assertThat(new HashSet<>(depths.values())).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void everyOrderHasOneToFiveItems() {
        Collection<Long> counts = frequencies("order_items.csv", "order_number").values();
        assertThat(counts).hasSize(5_000).allMatch(count -> count >= 1 && count <= 5);
    }

    @Test
    void usersHaveKnownRolesAndSometimesAPhone() {
        List<CsvRow> users = ShopFiles.rows("users.csv");
        assertThat(users).extracting(row -> row.text("role")).containsOnly("customer", "staff", "admin");
        assertThat(users)
                .allSatisfy(row -> assertThat(row.instant("registered_at")).isNotNull());
        assertThat(users).anyMatch(row -> row.optional("phone").isEmpty());
        assertThat(users).anyMatch(row -> row.optional("phone").isPresent());
    }

    @Test
    void profilesExerciseTheReader() {
        List<String> texts = ShopFiles.texts("profiles.csv", "bio");
        assertThat(ShopFiles.rows("profiles.csv"))
                .allSatisfy(row -> assertThat(row.date("birth_date")).isNotNull());
        for (String special : List.of(",", "\"", "\n", "ä", "é")) {
            assertThat(texts).anyMatch(text -> text.contains(special));
        }
    }

    @Test
    void productsHavePricesWithTwoDecimals() {
        assertThat(ShopFiles.rows("products.csv")).allSatisfy(row -> {
            assertThat(row.decimal("price")).isPositive().hasScaleOf(2);
            assertThat(row.whole("stock")).isNotNegative();
            assertThat(row.text("description")).doesNotContain("{", "}");
        });
        assertThat(ShopFiles.rows("products.csv"))
                .extracting(row -> row.flag("active"))
                .contains(true, false);
    }

    @Test
    void ordersComeInTheOrderOfTimeAndAfterTheRegistration() {
        Map<String, CsvRow> users = byKey("users.csv", "username");
        List<CsvRow> orders = ShopFiles.rows("orders.csv");
        assertThat(orders).extracting(row -> row.text("status")).containsOnly("open", "paid", "sent", "cancelled");
        assertThat(orders).extracting(row -> row.instant("placed_at")).isSorted();
        assertThat(orders).extracting(row -> row.text("number")).isSorted();
        assertThat(orders).allSatisfy(row -> assertThat(row.instant("placed_at"))
                .isAfter(users.get(row.text("username")).instant("registered_at")));
    }

    @Test
    void itemsHaveAQuantityAndAPrice() {
        assertThat(ShopFiles.rows("order_items.csv")).allSatisfy(row -> {
            assertThat(row.whole("quantity")).isBetween(1, 8);
            assertThat(row.decimal("unit_price")).isGreaterThan(BigDecimal.ZERO).hasScaleOf(2);
        });
    }

    @Test
    void reviewsRateFromOneToFive() {
        List<CsvRow> reviews = ShopFiles.rows("reviews.csv");
        assertThat(reviews).extracting(row -> row.whole("rating")).containsOnly(1, 2, 3, 4, 5);
        assertThat(reviews).extracting(row -> row.instant("written_at")).isSorted();
        assertThat(reviews).allSatisfy(row -> {
            assertThat(row.text("title")).doesNotContain("{", "}");
            assertThat(row.text("comment")).doesNotContain("{", "}");
        });
    }

    @Test
    void someUsersAndProductsAreFarMoreActiveThanOthers() {
        assertThat(frequencies("orders.csv", "username").values()).anyMatch(count -> count > 80);
        assertThat(frequencies("order_items.csv", "sku").values()).anyMatch(count -> count > 60);
    }

    private static Map<String, Long> frequencies(String name, String column) {
        return ShopFiles.texts(name, column).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static Map<String, CsvRow> byKey(String name, String column) {
        return ShopFiles.file(name).rows().collect(Collectors.toMap(row -> row.text(column), Function.identity()));
    }
}
