package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.OrderItem;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.Profile;
import org.easymodel.example.shop.Review;
import org.easymodel.example.shop.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** One statement for the rows and one for each path, however many rows there are, and none afterwards. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class FetchTest {

    @Parameter
    private Database database;

    private Stage shop;

    @BeforeEach
    void open() {
        shop = Stage.shop(database);
    }

    @ParameterizedTest
    @CsvSource({"e.sku like 'sku-1_', 10", "1 = 1, 100"})
    void fetch_ofProducts_takesOneStatementForEachPath(String condition, int rows) {
        List<Product> products = shop.counting(
                4,
                () -> shop.fetch(
                        Product.class,
                        "select e from Product e where " + condition + " order by e.id",
                        "category.parent",
                        "tags"));

        assertThat(products).hasSize(rows);
        shop.silently(() -> {
            for (Product product : products) {
                assertThat(product.getCategory().getSlug()).startsWith("leaf-");
                assertThat(product.getCategory().related("parent", Category.class))
                        .isPresent();
                assertThat(product.getTags()).hasSizeBetween(1, 2);
            }
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"e.slug = 'leaf-1', 1, 10", "e.slug like 'leaf-%', 10, 100"})
    void fetch_overToManyPaths_takesOneStatementForEachPath(String condition, int rows, int products) {
        List<Category> categories = shop.counting(
                4,
                () -> shop.fetch(
                        Category.class,
                        "select e from Category e where " + condition,
                        "products.orderItems",
                        "products.tags"));

        assertThat(categories).hasSize(rows);
        long found = shop.silently(() -> categories.stream()
                .flatMap(category -> category.relatedList("products", Product.class).stream())
                .peek(product -> assertThat((List<?>) shop.unit.get(product, "orderItems"))
                        .hasSize(1))
                .peek(product -> assertThat(product.getTags()).isNotEmpty())
                .count());
        assertThat(found).isEqualTo(products);
    }

    @Test
    void fetch_ofATree_takesOneStatementForEachLevel() {
        List<Category> roots = shop.counting(
                4,
                () -> shop.fetch(
                        Category.class,
                        "select e from Category e where e.parent is null",
                        "children.children",
                        "parent"));

        assertThat(roots).hasSize(1);
        List<Category> leaves = shop.silently(() -> roots.get(0).relatedList("children", Category.class));
        assertThat(leaves).hasSize(ShopRows.LEAVES).allSatisfy(leaf -> assertThat(
                        leaf.relatedList("children", Category.class))
                .isEmpty());
    }

    @Test
    void fetch_ofOneToOne_fromEitherSide_takesOneStatement() {
        List<User> users =
                shop.counting(2, () -> shop.fetch(User.class, "select e from User e order by e.id", "profile"));
        List<Profile> profiles = shop.counting(2, () -> shop.fetch(Profile.class, "select e from Profile e", "user"));

        assertThat(users)
                .map(user -> shop.silently(() -> user.related("profile", Profile.class))
                        .isPresent())
                .containsExactly(true, false, true, false, true, false, true, false, true, false);
        assertThat(profiles).hasSize(5).allSatisfy(profile -> assertThat(
                        shop.silently(() -> profile.related("user", User.class)))
                .isPresent());
    }

    @Test
    void fetch_ofSeveralLongPaths_sharesTheirPrefixes() {
        List<Order> orders = shop.counting(
                6,
                () -> shop.fetch(
                        Order.class, "select e from Order e", "items.product.category", "items.product.tags", "user"));

        assertThat(orders).hasSize(ShopRows.USERS);
        shop.silently(() -> {
            for (Order order : orders) {
                assertThat(order.related("user", User.class)).isPresent();
                assertThat(order.relatedList("items", OrderItem.class))
                        .hasSize(10)
                        .allSatisfy(item -> {
                            Product product =
                                    item.related("product", Product.class).orElseThrow();
                            assertThat(product.getCategory()).isNotNull();
                            assertThat(product.getTags()).isNotEmpty();
                        });
            }
            return null;
        });
    }

    @Test
    void fetch_ofDeclaredAndInferredPaths_takesOneStatementForEach() {
        List<Review> reviews =
                shop.counting(4, () -> shop.fetch(Review.class, "select e from Review e", "product.category", "user"));

        assertThat(reviews).hasSize(100);
        shop.silently(() -> {
            for (Review review : reviews) {
                assertThat(review.getProduct().getCategory().getSlug()).startsWith("leaf-");
                assertThat(review.related("user", User.class)).isPresent();
            }
            return null;
        });
    }

    @Test
    void fetch_ofAPage_loadsThePathsOfThatPage() {
        List<Product> products = shop.counting(
                2,
                () -> shop.read(em -> {
                    var query = em.createQuery("select e from Product e order by e.id", Product.class)
                            .setFirstResult(20)
                            .setMaxResults(10);
                    shop.unit.fetch(query, "e", List.of("tags"));
                    List<Product> page = query.getResultList();
                    shop.unit.seal(page);
                    return page;
                }));

        assertThat(products).map(Product::getSku).first().isEqualTo("sku-20");
        assertThat(products).hasSize(10).allSatisfy(product -> assertThat(product.getTags())
                .isNotEmpty());
    }

    @Test
    void fetch_ofOneRowById_takesOneStatementForEachPath() {
        long id = shop.read(em -> em.createQuery("select c.id from Category c where c.slug = 'root'", Long.class)
                .getSingleResult());

        List<Category> roots = shop.counting(
                3,
                () -> shop.fetch(Category.class, "select e from Category e where e.id = " + id, "children.products"));

        assertThat(roots).hasSize(1);
        assertThat(shop.silently(() -> roots.get(0).relatedList("children", Category.class).stream()
                        .mapToInt(leaf ->
                                leaf.relatedList("products", Product.class).size())
                        .sum()))
                .isEqualTo(ShopRows.PRODUCTS);
    }

    @Test
    void fetch_ofNoPath_takesOneStatement() {
        assertThat(shop.counting(1, () -> shop.fetch(Product.class, "select e from Product e")))
                .hasSize(ShopRows.PRODUCTS);
    }

    @Test
    void fetch_ofNoRow_loadsNothing() {
        assertThat(shop.counting(
                        1,
                        () -> shop.fetch(
                                Product.class, "select e from Product e where e.sku = 'none'", "category", "tags")))
                .isEmpty();
    }

    @Test
    void alwaysLoaded_isWhatWeavingWouldMakeLazy() {
        assertThat(shop.unit.alwaysLoaded("Review")).isEqualTo(Weaving.isOn() ? List.of() : List.of("product"));
        assertThat(shop.unit.alwaysLoaded("Product")).isEmpty();
    }
}
