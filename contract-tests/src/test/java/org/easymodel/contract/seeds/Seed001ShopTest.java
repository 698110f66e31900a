package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Indexed;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 001, the shop: models (steps 2 to 5), and every operation on them (steps 7 to 15, and the complete example). */
@ParameterizedClass
@EnumSource(Database.class)
class Seed001ShopTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(nullable = false, unique = true)
        String email;

        @Column(name = "full_name", nullable = false, length = 200)
        String fullName;
    }

    @Entity(name = "Category")
    @Table(name = "categories")
    static class Category extends EasyModel {
        @Column(nullable = false, unique = true, length = 100)
        String name;

        @Column(length = 500)
        String description;

        List<Product> products() {
            return relatedList("products", Product.class);
        }
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product extends EasyModel {
        @Indexed
        @Column(nullable = false, length = 200)
        String name;

        @Column(nullable = false, precision = 10, scale = 2)
        BigDecimal price;

        @DefaultValue("0")
        @Column(name = "stock_quantity", nullable = false)
        Integer stockQuantity;

        @References(Category.class)
        @Column(name = "category_id", nullable = false)
        Long categoryId;

        Category category() {
            return related("category", Category.class).orElseThrow();
        }
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order extends EasyModel {
        @References(User.class)
        @Column(name = "user_id", nullable = false)
        Long userId;

        @DefaultValue("pending")
        @Column(nullable = false, length = 50)
        String status;

        @Column(name = "total_amount", nullable = false, precision = 10, scale = 2)
        BigDecimal totalAmount;

        List<OrderItem> items() {
            return relatedList("items", OrderItem.class);
        }

        User user() {
            return related("user", User.class).orElseThrow();
        }
    }

    @Entity(name = "OrderItem")
    @Table(name = "order_items")
    static class OrderItem extends EasyModel {
        @References(value = Order.class, inverse = "items", onDelete = OnDelete.CASCADE, orphanRemoval = true)
        @Column(name = "order_id", nullable = false)
        Long orderId;

        @References(Product.class)
        @Column(name = "product_id", nullable = false)
        Long productId;

        @Column(nullable = false)
        int quantity;

        @Column(name = "unit_price", nullable = false, precision = 10, scale = 2)
        BigDecimal unitPrice;

        Product product() {
            return related("product", Product.class).orElseThrow();
        }
    }

    /** The labels of the query in step 15. */
    record CategoryStats(String categoryName, long productCount, BigDecimal totalValue, double avgPrice) {}

    record Line(Long productId, int quantity) {}

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;
    private BlockingRepository<Category> categories;
    private BlockingRepository<Product> products;
    private BlockingRepository<Order> orders;
    private BlockingRepository<OrderItem> items;

    @BeforeEach
    void open() {
        SeedApplication application =
                SeedApplication.empty(kind, User.class, Category.class, Product.class, Order.class, OrderItem.class);
        users = application.rows(User.class);
        categories = application.rows(Category.class);
        products = application.rows(Product.class);
        orders = application.rows(Order.class);
        items = application.rows(OrderItem.class);
    }

    private Category category(String name) {
        return categories.insertMap(Map.of("name", name, "description", name + " and more"));
    }

    private Product product(String name, Object price, Category category, int stock) {
        return products.insertMap(
                Map.of("name", name, "price", price, "categoryId", category.getId(), "stockQuantity", stock));
    }

    private User john() {
        return users.insertMap(Map.of("email", "john@example.com", "fullName", "John Doe"));
    }

    @Test
    void step3_aCategoryWithProductsCannotBeDeleted() {
        Category electronics = category("Electronics");
        product("Laptop", 999.99, electronics, 10);

        assertThatThrownBy(() -> categories.delete(electronics))
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("Product");
        assertThatThrownBy(() -> products.insertMap(Map.of("name", "Ghost", "price", 1, "categoryId", -1)))
                .isInstanceOf(ConstraintViolatedException.class);
    }

    @Test
    void step5_itemsGoWithTheirOrder() {
        Product laptop = product("Laptop", 999.99, category("Electronics"), 10);
        Product mouse = product("Mouse", 9.99, laptop.category(), 10);
        Order order = createOrder(john().getId(), List.of(new Line(laptop.getId(), 1), new Line(mouse.getId(), 2)));

        orders.update(
                order.getId(),
                Map.of("items", List.of(Map.of("id", order.items().get(0).getId()))));
        assertThat(items.all()).extracting(item -> item.productId).containsExactly(laptop.getId());

        assertThat(orders.delete(order)).isTrue();
        assertThat(items.exists()).isFalse();
        assertThat(products.count()).isEqualTo(2);
    }

    @Test
    void step7_create() {
        Category category = category("Electronics");

        assertThat(category.getId()).isNotNull();
        assertThat(categories.refresh(category).description).isEqualTo("Electronics and more");
    }

    @Test
    void step8_createRelated() {
        Category electronics = category("Electronics");
        Product laptop = products.insertMap(Map.of(
                "name", "Gaming Laptop", "price", 1299.99, "categoryId", electronics.getId(), "stockQuantity", 5));
        Product mouse =
                products.insertMap(Map.of("name", "Mouse", "price", 9.99, "category", Map.of("name", "Electronics")));

        assertThat(laptop.category()).isEqualTo(electronics);
        assertThat(mouse.category()).isEqualTo(electronics);
        assertThat(mouse.stockQuantity).isZero();
    }

    @Test
    void step9_read() {
        User john = john();
        Category electronics = category("Electronics");
        Product laptop = product("Laptop", 999.99, electronics, 1);
        Product mouse = product("Mouse", 9.99, electronics, 1);
        Product book = product("Book", 5, category("Books"), 1);

        assertThat(users.find(john.getId())).map(user -> user.email).contains("john@example.com");
        assertThat(users.find(-1L)).isEmpty();
        assertThat(users.select(Map.of("email", "john@example.com")).optional()).contains(john);
        assertThat(users.select(attribute("email").equalTo("nobody")).optional())
                .isEmpty();
        assertThat(products.select().orderBy("-createdAt", "-id").list()).containsExactly(book, mouse, laptop);
        assertThat(products.select(Map.of("categoryId", electronics.getId()))
                        .orderBy("name")
                        .list())
                .containsExactly(laptop, mouse);
    }

    @Test
    void step10_navigate() {
        Category electronics = category("Electronics");
        product("Laptop", 999.99, electronics, 1);
        product("Mouse", 9.99, electronics, 1);

        assertThat(categories.find(electronics.getId()).orElseThrow().products())
                .extracting(product -> product.name + ": " + product.price)
                .containsExactly("Laptop: 999.99", "Mouse: 9.99");
        Category lazy = categories.withoutRelated().find(electronics.getId()).orElseThrow();
        assertThatThrownBy(lazy::products).isInstanceOf(RelationshipNotLoadedException.class);
        Category eager = categories
                .select(attribute("id").equalTo(electronics.getId()))
                .include("products")
                .one();
        assertThat(eager.products()).hasSize(2);
    }

    @Test
    void step11_joins() {
        Product laptop = product("Laptop", 999.99, category("Electronics"), 10);
        User john = john();
        createOrder(john.getId(), List.of(new Line(laptop.getId(), 2)));

        List<Order> found = orders.select(Map.of("userId", john.getId()))
                .include("items.product")
                .list();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).items())
                .extracting(item -> item.product().name + ": " + item.quantity + "x " + item.unitPrice)
                .containsExactly("Laptop: 2x 999.99");
    }

    private Order createOrder(Long userId, List<Line> lines) {
        return orders.transaction(tx -> createOrder(tx, userId, lines));
    }

    /** All in one transaction: what fails undoes the rest. */
    private static Order createOrder(BlockingTransaction tx, Long userId, List<Line> lines) {
        BlockingRepository<Product> products = tx.repository(Product.class);
        tx.repository(User.class).find(userId).orElseThrow(() -> new IllegalArgumentException("no such user"));
        BigDecimal total = BigDecimal.ZERO;
        List<Map<String, ?>> items = new ArrayList<>();
        for (Line line : lines) {
            Product product =
                    products.find(line.productId()).orElseThrow(() -> new IllegalArgumentException("no such product"));
            long taken = products.updateWhere(
                    attribute("id")
                            .equalTo(product.getId())
                            .and(attribute("stockQuantity").greaterThanEqual(line.quantity())),
                    Map.of("stockQuantity", increment(-line.quantity())));
            if (taken == 0) {
                throw new IllegalArgumentException("not enough stock for " + product.name);
            }
            total = total.add(product.price.multiply(BigDecimal.valueOf(line.quantity())));
            items.add(Map.of("productId", product.getId(), "quantity", line.quantity(), "unitPrice", product.price));
        }
        return tx.repository(Order.class).insertMap(Map.of("userId", userId, "totalAmount", total, "items", items));
    }

    @Test
    void step12_createOrder() {
        Category electronics = category("Electronics");
        Product laptop = product("Laptop", 999.99, electronics, 10);
        Product mouse = product("Mouse", 9.99, electronics, 1);
        Long john = john().getId();

        Order order = createOrder(john, List.of(new Line(laptop.getId(), 2), new Line(mouse.getId(), 1)));

        assertThat(order.status).isEqualTo("pending");
        assertThat(order.totalAmount).isEqualByComparingTo("2009.97");
        assertThat(order.items()).hasSize(2);
        assertThat(products.find(laptop.getId()))
                .map(each -> each.stockQuantity)
                .contains(8);

        assertThatThrownBy(() -> createOrder(john, List.of(new Line(laptop.getId(), 1), new Line(mouse.getId(), 1))))
                .hasMessage("not enough stock for Mouse");
        assertThatThrownBy(() -> createOrder(-1L, List.of())).hasMessage("no such user");
        assertThat(products.find(laptop.getId()))
                .map(each -> each.stockQuantity)
                .contains(8);
        assertThat(orders.count()).isOne();
        assertThat(items.count()).isEqualTo(2);
    }

    @Test
    void step13_update() {
        Category electronics = category("Electronics");
        Product laptop = product("Laptop", 999.99, electronics, 10);
        Product book = product("Book", 5, category("Books"), 10);

        assertThat(products.update(laptop.getId(), Map.of("price", 899.99)).price)
                .isEqualByComparingTo("899.99");
        assertThatThrownBy(() -> products.update(-1L, Map.of("price", 1))).isInstanceOf(RowNotFoundException.class);

        assertThat(products.updateWhere(
                        Map.of("categoryId", electronics.getId()), Map.of("stockQuantity", increment(10))))
                .isOne();
        assertThat(products.find(laptop.getId()))
                .map(each -> each.stockQuantity)
                .contains(20);
        assertThat(products.find(book.getId())).map(each -> each.stockQuantity).contains(10);
    }

    @Test
    void step14_delete() {
        Category electronics = category("Electronics");
        Product laptop = product("Laptop", 999.99, electronics, 10);
        Product mouse = product("Mouse", 9.99, electronics, 10);
        createOrder(john().getId(), List.of(new Line(laptop.getId(), 1)));

        assertThat(products.deleteById(mouse.getId())).isTrue();
        assertThatThrownBy(() -> products.deleteById(laptop.getId()))
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("OrderItem")
                .hasMessageContaining("1");
        assertThat(products.all()).containsExactly(laptop);
    }

    @Test
    void step15_aggregate() {
        Category electronics = category("Electronics");
        product("Laptop", 1000, electronics, 2);
        product("Mouse", 10, electronics, 10);
        product("Book", 5, category("Books"), 4);

        List<CategoryStats> stats = products.select()
                .groupBy("category.name")
                .count("productCount")
                .sum(attribute("price").times("stockQuantity"), "totalValue")
                .avg("price", "avgPrice")
                .orderBy("category.name")
                .as(CategoryStats.class)
                .list();

        assertThat(stats)
                .extracting(each -> each.categoryName() + " " + each.productCount() + " "
                        + each.totalValue().intValueExact() + " " + each.avgPrice())
                .containsExactly("Books 1 20 5.0", "Electronics 2 2100 505.0");
    }

    /** One map, one transaction: categories, products and stock first, then user and order. */
    @Test
    void completeExample() {
        Order made = orders.transaction(tx -> {
            List<Product> two = tx.repository(Product.class)
                    .insertMaps(List.of(
                            Map.of(
                                    "name",
                                    "Gaming Laptop",
                                    "price",
                                    1299.99,
                                    "stockQuantity",
                                    10,
                                    "category",
                                    Map.of("name", "Electronics", "description", "Electronic devices")),
                            Map.of(
                                    "name",
                                    "Python Programming",
                                    "price",
                                    49.99,
                                    "stockQuantity",
                                    50,
                                    "category",
                                    Map.of("name", "Books", "description", "Printed ones"))));
            User user =
                    tx.repository(User.class).insertMap(Map.of("email", "john@example.com", "fullName", "John Doe"));
            return createOrder(
                    tx,
                    user.getId(),
                    List.of(new Line(two.get(0).getId(), 1), new Line(two.get(1).getId(), 2)));
        });

        Order order = orders.find(made.getId(), "user", "items.product").orElseThrow();
        assertThat(order.user().fullName).isEqualTo("John Doe");
        assertThat(order.totalAmount).isEqualByComparingTo("1399.97");
        assertThat(order.items())
                .extracting(item -> item.product().name + ": " + item.quantity + "x " + item.unitPrice)
                .containsExactly("Gaming Laptop: 1x 1299.99", "Python Programming: 2x 49.99");
        assertThat(products.select().orderBy("id").list())
                .extracting(product -> product.stockQuantity)
                .containsExactly(9, 48);
    }
}
