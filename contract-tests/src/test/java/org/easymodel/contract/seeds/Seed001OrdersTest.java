package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.BlockingTransaction;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Indexed;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 001, the shop: its tables (steps 1 to 6), every operation on them (steps 7 to 15), and the complete example. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed001OrdersTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false, unique = true)
        String email;

        @Column(name = "full_name", nullable = false, length = 200)
        String fullName;

        @DefaultValue("now")
        @Column(name = "created_at", nullable = false)
        LocalDateTime createdAt;

        @Transient
        List<Order> orders;
    }

    @Entity(name = "Category")
    @Table(name = "categories")
    static class Category {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false, unique = true, length = 100)
        String name;

        @Column(length = 500)
        String description;

        @DefaultValue("now")
        @Column(name = "created_at")
        LocalDateTime createdAt;

        @Transient
        List<Product> products;

        static Category of(String name, String description) {
            Category category = new Category();
            category.name = name;
            category.description = description;
            return category;
        }
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Indexed
        @Column(nullable = false, length = 200)
        String name;

        @Column(length = 4000)
        String description;

        @Column(nullable = false, precision = 10, scale = 2)
        BigDecimal price;

        @DefaultValue("0")
        @Column(name = "stock_quantity", nullable = false)
        Integer stockQuantity;

        @References(Category.class)
        @Column(name = "category_id", nullable = false)
        Long categoryId;

        @DefaultValue("now")
        @Column(name = "created_at")
        LocalDateTime createdAt;

        @Transient
        Category category;

        @Transient
        List<OrderItem> orderItems;

        static Product of(String name, String price, int stock, Category category) {
            Product product = new Product();
            product.name = name;
            product.price = new BigDecimal(price);
            product.stockQuantity = stock;
            product.category = category;
            return product;
        }
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @References(User.class)
        @Column(name = "user_id", nullable = false)
        Long userId;

        @DefaultValue("pending")
        @Column(nullable = false, length = 50)
        String status;

        @Column(name = "total_amount", nullable = false, precision = 10, scale = 2)
        BigDecimal totalAmount;

        @DefaultValue("now")
        @Column(name = "created_at", nullable = false)
        LocalDateTime createdAt;

        @Transient
        List<OrderItem> items;

        @Transient
        User user;
    }

    /** {@code cascade="all, delete-orphan"} of the order's items. */
    @Entity(name = "OrderItem")
    @Table(name = "order_items")
    static class OrderItem {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @References(value = Order.class, inverse = "items", orphanRemoval = true)
        @Column(name = "order_id", nullable = false)
        Long orderId;

        @References(Product.class)
        @Column(name = "product_id", nullable = false)
        Long productId;

        @Column(nullable = false)
        int quantity;

        @Column(name = "unit_price", nullable = false, precision = 10, scale = 2)
        BigDecimal unitPrice;

        @Transient
        Order order;

        @Transient
        Product product;

        static OrderItem of(Product product, int quantity) {
            OrderItem item = new OrderItem();
            item.product = product;
            item.quantity = quantity;
            item.unitPrice = product.price;
            return item;
        }
    }

    /** For the example that reads what is not loaded: a plain field cannot refuse, {@code EasyModel} does. */
    @Entity(name = "Shelf")
    static class Shelf extends EasyModel {
        String name;
    }

    @Entity(name = "Book")
    static class Book extends EasyModel {
        @References(Shelf.class)
        Long shelfId;
    }

    /** The labels of the query in step 15. */
    record CategoryStats(String categoryName, long productCount, BigDecimal totalValue, double avgPrice) {}

    private static final Class<?>[] SHOP = {User.class, Category.class, Product.class, Order.class, OrderItem.class};

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;
    private BlockingRepository<Category> categories;
    private BlockingRepository<Product> products;
    private BlockingRepository<Order> orders;
    private BlockingRepository<OrderItem> items;

    @BeforeEach
    void open() {
        SeedDatabase database = SeedDatabase.empty(kind, SHOP);
        users = database.rows(User.class);
        categories = database.rows(Category.class);
        products = database.rows(Product.class);
        orders = database.rows(Order.class);
        items = database.rows(OrderItem.class);
    }

    private Category createCategory(String name, String description) {
        return categories.insertMap(EasyMap.of("name", name, "description", description));
    }

    private Product createProduct(String name, Object price, Long categoryId, int stock) {
        return products.insertMap(
                Map.of("name", name, "price", price, "categoryId", categoryId, "stockQuantity", stock));
    }

    private User john() {
        return users.insertMap(Map.of("email", "john@example.com", "fullName", "John Doe"));
    }

    /** Steps 2 to 6: all tables with what their columns demand. */
    @Test
    void step6_createTables(@TempDir Path root) {
        SeedUnit unit = new SeedUnit(root, kind);
        unit.with(SHOP).createAll();

        assertThat(unit.tables()).containsExactly("CATEGORIES", "ORDERS", "ORDER_ITEMS", "PRODUCTS", "USERS");
        assertThat(unit.indexes("products")).contains("ix_products_name: name", "ix_products_category_id: category_id");
        assertThat(unit.indexes("order_items")).anyMatch(index -> index.endsWith(": order_id"));
    }

    /** Step 2: the email is unique, the name required, the time filled in. */
    @Test
    void step2_users() {
        User john = john();

        assertThat(john.createdAt).isNotNull();
        assertThatThrownBy(this::john)
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.attributes())
                        .containsExactly("email"));
        assertThatThrownBy(() -> users.insertMap(Map.of("email", "x@example.com")))
                .hasMessageContaining("'fullName' is required");
    }

    /** Step 3: "the category must exist, and if you try to delete a category with products, you'll get an error". */
    @Test
    void step3_foreignKeys() {
        Category electronics = createCategory("Electronics", null);
        createProduct("Laptop", 999.99, electronics.id, 10);

        assertThatThrownBy(() -> createProduct("Ghost", 1, -1L, 0))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ConstraintViolatedException.Kind.FOREIGN_KEY));
        assertThatThrownBy(() -> categories.deleteById(electronics.id))
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessageContaining("1 row of Product");
    }

    /** Step 4: {@code category.products} and {@code product.category}. */
    @Test
    void step4_bothDirections() {
        Category electronics = createCategory("Electronics", null);
        Product laptop = createProduct("Laptop", 999.99, electronics.id, 10);

        assertThat(products.find(laptop.id).orElseThrow().category.name).isEqualTo("Electronics");
        assertThat(categories.find(electronics.id).orElseThrow().products)
                .extracting(product -> product.name)
                .containsExactly("Laptop");
    }

    /** Step 5: "when you delete an order, automatically delete its items". */
    @Test
    void step5_cascadeAll() {
        Order order = orderOfTwo();

        assertThat(orders.deleteById(order.id)).isTrue();

        assertThat(items.exists()).isFalse();
        assertThat(products.count()).isEqualTo(2);
    }

    /** Step 5: "when you remove an item from order.items list, delete it from database". */
    @Test
    void step5_deleteOrphan() {
        Order order = orderOfTwo();

        orders.removeRelated(order.id, "items", order.items.get(0).id);
        assertThat(items.all()).extracting(item -> item.id).containsExactly(order.items.get(1).id);

        orders.update(order.id, Map.of("items", List.of()));
        assertThat(items.exists()).isFalse();
    }

    private Order orderOfTwo() {
        Category electronics = createCategory("Electronics", null);
        Product laptop = createProduct("Laptop", 999.99, electronics.id, 10);
        Product mouse = createProduct("Mouse", 9.99, electronics.id, 10);
        return createOrder(john().id, List.of(item(laptop, 1), item(mouse, 2)));
    }

    /** {@code create_category}: flushed, committed and read again by one verb. */
    @Test
    void step7_createCategory() {
        Category category = createCategory("Electronics", "Electronic devices and gadgets");

        assertThat(category.id).isNotNull();
        assertThat(category.createdAt).isNotNull();
        assertThat(categories.refresh(category).description).isEqualTo("Electronic devices and gadgets");
    }

    /** {@code create_category} with an object, as there: its id appears on it. */
    @Test
    void step7_createCategory_asAnObject() {
        Category category = Category.of("Electronics", "Electronic devices and gadgets");

        Category inserted = categories.insert(category);

        assertThat(category.id).isNotNull().isEqualTo(inserted.id);
        assertThat(categories.find(category.id)).map(each -> each.name).contains("Electronics");
    }

    /** {@code create_product}, by the id of the category. */
    @Test
    void step8_createProduct() {
        Category electronics = createCategory("Electronics", null);

        Product laptop = createProduct("Gaming Laptop", 1299.99, electronics.id, 5);

        assertThat(laptop.price).isEqualByComparingTo("1299.99");
        assertThat(laptop.category.name).isEqualTo("Electronics");
        assertThat(products.insertMap(Map.of("name", "Mouse", "price", 1, "categoryId", electronics.id)).stockQuantity)
                .isZero();
    }

    /** {@code create_product_with_category}: "use relationship, not category_id!" */
    @Test
    void step8_createProductWithCategory() {
        Category electronics = createCategory("Electronics", null);

        Product laptop = products.insert(Product.of("Laptop", "999.99", 0, electronics));

        assertThat(laptop.categoryId).isEqualTo(electronics.id);
        assertThat(laptop.category.name).isEqualTo("Electronics");
        Product mouse =
                products.insertMap(Map.of("name", "Mouse", "price", 9.99, "category", Map.of("name", "Electronics")));
        assertThat(mouse.categoryId).isEqualTo(electronics.id);
    }

    /** {@code create_product_with_category}: "Add category to session if it's new". */
    @Test
    void step8_createProductWithNewCategory() {
        Product laptop = products.insert(Product.of("Laptop", "999.99", 0, Category.of("Electronics", null)));

        assertThat(laptop.category.name).isEqualTo("Electronics");
        assertThat(categories.count()).isOne();
    }

    /** {@code get_user_by_id}: "Returns None if user doesn't exist". */
    @Test
    void step9_getUserById() {
        User john = john();

        assertThat(users.find(john.id)).map(user -> user.email).contains("john@example.com");
        assertThat(users.find(-1L)).isEmpty();
    }

    /** {@code get_user_by_email}: "Returns one object or None". */
    @Test
    void step9_getUserByEmail() {
        User john = john();

        assertThat(users.select(attribute("email").equalTo("john@example.com")).optional())
                .map(user -> user.id)
                .contains(john.id);
        assertThat(users.select(Map.of("email", "nobody@example.com")).optional())
                .isEmpty();
    }

    /** {@code get_all_products}: the newest first. */
    @Test
    void step9_getAllProducts() {
        Category electronics = createCategory("Electronics", null);
        for (int day : new int[] {2, 3, 1}) {
            products.insertMap(Map.of(
                    "name",
                    "P" + day,
                    "price",
                    day,
                    "categoryId",
                    electronics.id,
                    "createdAt",
                    "2026-01-0" + day + "T00:00:00"));
        }

        assertThat(products.select().orderBy("-createdAt").list())
                .extracting(product -> product.name)
                .containsExactly("P3", "P2", "P1");
    }

    /** {@code get_products_in_category}: in the order of their names. */
    @Test
    void step9_getProductsInCategory() {
        Category electronics = createCategory("Electronics", null);
        createProduct("Mouse", 9.99, electronics.id, 1);
        createProduct("Laptop", 999.99, electronics.id, 1);
        createProduct("Novel", 5, createCategory("Books", null).id, 1);

        assertThat(products.select(Map.of("categoryId", electronics.id))
                        .orderBy("name")
                        .list())
                .extracting(product -> product.name)
                .containsExactly("Laptop", "Mouse");
    }

    /** {@code get_category_with_products}: what results contain unless told otherwise. */
    @Test
    void step10_getCategoryWithProducts() {
        Category electronics = createCategory("Electronics", null);
        createProduct("Laptop", 999.99, electronics.id, 1);
        createProduct("Mouse", 9.99, electronics.id, 1);

        Category found = categories.find(electronics.id).orElseThrow();

        assertThat(found.products)
                .extracting(product -> product.name + ": " + product.price)
                .containsExactly("Laptop: 999.99", "Mouse: 9.99");
    }

    /** {@code bad_example}: what is not loaded is refused with the path to include, and nothing is sent. */
    @Test
    void step10_badExample() {
        BlockingRepository<Shelf> shelves =
                SeedDatabase.empty(kind, Shelf.class, Book.class).rows(Shelf.class);
        Long id = shelves.insertMap(Map.of("name", "A")).getId();
        Shelf shelf = shelves.withoutRelated().find(id).orElseThrow();

        SeedStatements.counting(shelves, 0, () -> assertThatThrownBy(() -> shelf.relatedList("books", Book.class))
                .isInstanceOf(RelationshipNotLoadedException.class)
                .hasMessageContaining("books"));
    }

    /** {@code get_category_with_products_eager}: "no additional query". */
    @Test
    void step10_getCategoryWithProductsEager() {
        Category electronics = createCategory("Electronics", null);
        for (int i = 0; i < 10; i++) {
            createProduct("P" + i, i, electronics.id, 1);
        }

        Category found = SeedStatements.counting(categories, 2, () -> categories
                .select(attribute("id").equalTo(electronics.id))
                .include("products")
                .one());

        assertThat(found.products)
                .extracting(product -> product.name)
                .contains("P0", "P9")
                .hasSize(10);
    }

    /** {@code get_orders_with_items_and_products}: one statement for orders, items and products each. */
    @Test
    void step11_getOrdersWithItemsAndProducts() {
        Order first = orderOfTwo();
        Product laptop = products.select(Map.of("name", "Laptop")).one();
        createOrder(first.userId, List.of(item(laptop, 3)));
        Long other = users.insertMap(Map.of("email", "o@example.com", "fullName", "Other")).id;
        createOrder(other, List.of(item(laptop, 1)));

        List<Order> found = SeedStatements.counting(orders, 3, () -> orders.select(Map.of("userId", first.userId))
                .include("items.product")
                .orderBy("id")
                .list());

        assertThat(found).extracting(order -> order.totalAmount.toString()).containsExactly("1019.97", "2999.97");
        assertThat(found.get(0).items)
                .extracting(item -> item.product.name + ": " + item.quantity + "x " + item.unitPrice)
                .containsExactly("Laptop: 1x 999.99", "Mouse: 2x 9.99");
    }

    private static Map<String, Object> item(Product product, int quantity) {
        return Map.of("product_id", product.id, "quantity", quantity);
    }

    private Order createOrder(Long userId, List<Map<String, Object>> items) {
        return orders.transaction(tx -> createOrder(tx, userId, items));
    }

    /** {@code create_order}, step by step as there; the stock is taken only where there is enough. */
    private static Order createOrder(BlockingTransaction tx, Long userId, List<Map<String, Object>> items) {
        BlockingRepository<Product> products = tx.repository(Product.class).withoutRelated();
        tx.repository(User.class)
                .find(userId)
                .orElseThrow(() -> new IllegalArgumentException("User " + userId + " not found"));
        BigDecimal total = BigDecimal.ZERO;
        List<Map<String, ?>> orderItems = new ArrayList<>();
        for (Map<String, Object> data : items) {
            Product product = products.find(data.get("product_id"))
                    .orElseThrow(
                            () -> new IllegalArgumentException("Product " + data.get("product_id") + " not found"));
            int quantity = (int) data.get("quantity");
            Map<String, ?> enough = Map.of("id", product.id, "stockQuantity", Map.of("$gte", quantity));
            if (products.updateWhere(enough, Map.of("stockQuantity", increment(-quantity))) == 0) {
                throw new IllegalArgumentException("Not enough stock for " + product.name + ". Available: "
                        + product.stockQuantity + ", Requested: " + quantity);
            }
            total = total.add(product.price.multiply(BigDecimal.valueOf(quantity)));
            orderItems.add(Map.of("productId", product.id, "quantity", quantity, "unitPrice", product.price));
        }
        return tx.repository(Order.class)
                .insertMap(Map.of("userId", userId, "totalAmount", total, "status", "pending", "items", orderItems));
    }

    @Test
    void step12_createOrder() {
        Category electronics = createCategory("Electronics", null);
        Product laptop = createProduct("Laptop", 999.99, electronics.id, 10);
        Product mouse = createProduct("Mouse", 9.99, electronics.id, 1);

        Order order = createOrder(john().id, List.of(item(laptop, 2), item(mouse, 1)));

        assertThat(order.status).isEqualTo("pending");
        assertThat(order.totalAmount).isEqualByComparingTo("2009.97");
        assertThat(order.items).hasSize(2);
        assertThat(order.createdAt).isNotNull();
        assertThat(stock()).containsExactly("Laptop 8", "Mouse 0");
    }

    /** "If any step fails, rollback() undoes everything": the laptops that were taken are there again. */
    @Test
    void step12_createOrder_withoutEnoughStock() {
        Category electronics = createCategory("Electronics", null);
        Product laptop = createProduct("Laptop", 999.99, electronics.id, 10);
        Product mouse = createProduct("Mouse", 9.99, electronics.id, 1);
        Long john = john().id;

        assertThatThrownBy(() -> createOrder(john, List.of(item(laptop, 2), item(mouse, 2))))
                .hasMessage("Not enough stock for Mouse. Available: 1, Requested: 2");
        assertThatThrownBy(() -> createOrder(john, List.of(item(laptop, 1), Map.of("product_id", -1L, "quantity", 1))))
                .hasMessage("Product -1 not found");
        assertThatThrownBy(() -> createOrder(-1L, List.of(item(laptop, 1)))).hasMessage("User -1 not found");

        assertThat(stock()).containsExactly("Laptop 10", "Mouse 1");
        assertThat(orders.exists()).isFalse();
        assertThat(items.exists()).isFalse();
    }

    private List<String> stock() {
        return products.select().orderBy("name").list().stream()
                .map(product -> product.name + " " + product.stockQuantity)
                .toList();
    }

    /** {@code update_product_price}. */
    @Test
    void step13_updateProductPrice() {
        Product laptop = createProduct("Laptop", 999.99, createCategory("Electronics", null).id, 10);

        assertThat(products.update(laptop.id, Map.of("price", 899.99)).price).isEqualByComparingTo("899.99");
        assertThat(products.find(laptop.id).orElseThrow().price).isEqualByComparingTo("899.99");
        assertThatThrownBy(() -> products.update(-1L, Map.of("price", 1))).isInstanceOf(RowNotFoundException.class);
    }

    /** {@code update_stock_for_category}: an expression, in one statement. */
    @Test
    void step13_updateStockForCategory() {
        Category electronics = createCategory("Electronics", null);
        createProduct("Laptop", 999.99, electronics.id, 10);
        createProduct("Mouse", 9.99, electronics.id, 0);
        createProduct("Novel", 5, createCategory("Books", null).id, 7);

        Long changed = SeedStatements.counting(
                products,
                1,
                () -> products.updateWhere(
                        Map.of("categoryId", electronics.id), Map.of("stockQuantity", increment(10))));

        assertThat(changed).isEqualTo(2);
        assertThat(stock()).containsExactly("Laptop 20", "Mouse 10", "Novel 7");
    }

    /** {@code delete_product}: "if no orders reference it"; the message says how many do. */
    @Test
    void step14_deleteProduct() {
        Order order = orderOfTwo();
        Product unsold = createProduct("Screen", 199, products.first().orElseThrow().categoryId, 1);

        assertThat(products.deleteById(unsold.id)).isTrue();
        assertThat(products.deleteById(unsold.id)).isFalse();
        assertThatThrownBy(() -> products.deleteById(order.items.get(0).productId))
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessageContaining("1 row of OrderItem");
        assertThat(products.count()).isEqualTo(2);
    }

    /** {@code get_category_stats}: an inner join, so that a category without products is not there; one statement. */
    @Test
    void step15_getCategoryStats() {
        Category electronics = createCategory("Electronics", null);
        createProduct("Laptop", 1000, electronics.id, 2);
        createProduct("Mouse", 10, electronics.id, 10);
        createProduct("Novel", 5, createCategory("Books", null).id, 4);
        createCategory("Empty", null);

        List<CategoryStats> stats = SeedStatements.counting(products, 1, () -> products.select()
                .groupBy("category.id", "category.name")
                .count("productCount")
                .sum(attribute("price").times("stockQuantity"), "totalValue")
                .avg("price", "avgPrice")
                .orderBy("category.name")
                .as(CategoryStats.class)
                .list());

        assertThat(stats)
                .containsExactly(
                        new CategoryStats("Books", 1, new BigDecimal("20.00"), 5.0),
                        new CategoryStats("Electronics", 2, new BigDecimal("2100.00"), 505.0));
    }

    /** {@code complete_example}: objects that hold each other, in one transaction, as there. */
    @Test
    void completeExample() {
        Long id = orders.transaction(tx -> {
            Category electronics = Category.of("Electronics", "Electronic devices");
            Category books = Category.of("Books", "Physical and digital books");
            tx.repository(Category.class).insertAll(List.of(electronics, books));
            Product laptop = Product.of("Gaming Laptop", "1299.99", 10, electronics);
            Product book = Product.of("Python Programming", "49.99", 50, books);
            tx.repository(Product.class).insertAll(List.of(laptop, book));
            User user = new User();
            user.email = "john@example.com";
            user.fullName = "John Doe";
            tx.repository(User.class).insert(user);

            Order order = new Order();
            order.user = user;
            order.totalAmount = laptop.price.add(book.price.multiply(BigDecimal.valueOf(2)));
            order.status = "pending";
            order.items = new ArrayList<>(List.of(OrderItem.of(laptop, 1), OrderItem.of(book, 2)));
            Order made = tx.repository(Order.class).insert(order);

            BlockingRepository<Product> products = tx.repository(Product.class);
            products.updateWhere(Map.of("id", laptop.id), Map.of("stockQuantity", increment(-1)));
            products.updateWhere(Map.of("id", book.id), Map.of("stockQuantity", increment(-2)));
            return made.id;
        });

        Order order = orders.find(id, "user", "items.product").orElseThrow();
        assertThat("Order for " + order.user.fullName + ": " + order.totalAmount)
                .isEqualTo("Order for John Doe: 1399.97");
        assertThat(order.items)
                .extracting(item -> item.product.name + ": " + item.quantity + "x " + item.unitPrice)
                .containsExactly("Gaming Laptop: 1x 1299.99", "Python Programming: 2x 49.99");
        assertThat(stock()).containsExactly("Gaming Laptop 9", "Python Programming 48");
    }

    /** The last step fails: categories, products, user and order are gone with it. */
    @Test
    void completeExample_rollback() {
        assertThatThrownBy(() -> orders.transaction(tx -> {
                    tx.repository(Product.class)
                            .insert(Product.of("Gaming Laptop", "1299.99", 10, Category.of("Electronics", null)));
                    throw new IllegalStateException("stock");
                }))
                .hasMessage("stock");
        assertThat(categories.exists()).isFalse();
        assertThat(products.exists()).isFalse();
    }

    /** The lost update of the document's {@code product.stock_quantity -= quantity} does not happen. */
    @Test
    void step12_createOrder_atTheSameTime() {
        Product laptop = createProduct("Laptop", 10, createCategory("Electronics", null).id, 5);
        Long john = john().id;

        long sold = IntStream.range(0, 12)
                .parallel()
                .filter(i -> {
                    try {
                        createOrder(john, List.of(item(laptop, 1)));
                        return true;
                    } catch (IllegalArgumentException notEnough) {
                        return false;
                    }
                })
                .count();

        assertThat(sold).isEqualTo(5);
        assertThat(stock()).containsExactly("Laptop 0");
        assertThat(items.count()).isEqualTo(5);
    }
}
