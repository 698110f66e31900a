package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.Link;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 003, the queries of the course: users with their posts in four ways, a mixin, and orders with products in three. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed003QueriesTest {

    /** {@code Base}: every model has an id. */
    @MappedSuperclass
    abstract static class Model {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    /** {@code mixins.py}: the key of a user, written once for all models that have one. */
    @MappedSuperclass
    abstract static class UserRelation extends Model {
        @References(User.class)
        @Column(name = "user_id", nullable = false)
        Long userId;

        @Transient
        User user;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends Model {
        @Column(length = 32, unique = true)
        String username;

        @Transient
        List<Post> posts;

        @Transient
        Profile profile;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post extends UserRelation {
        @Column(length = 100)
        String title;

        String body;
    }

    /** Unique here only, so that it is one to one. */
    @Entity(name = "Profile")
    @Table(name = "profiles")
    @AttributeOverride(name = "userId", column = @Column(name = "user_id", nullable = false, unique = true))
    static class Profile extends UserRelation {
        @Column(name = "first_name", length = 40)
        String firstName;

        String bio;
    }

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;
    private SeedDatabase database;

    private void openUsers() {
        database = SeedDatabase.empty(kind, User.class, Post.class, Profile.class);
        users = database.rows(User.class);
        users.insertMaps(IntStream.range(0, 12)
                .mapToObj(i -> Map.of(
                        "username",
                        "user" + i,
                        "posts",
                        IntStream.range(0, i % 3)
                                .mapToObj(j -> Map.of("title", "t" + i + j, "body", "b"))
                                .toList()))
                .toList());
    }

    private static void assertUsersWithPosts(List<User> found) {
        assertThat(found)
                .extracting(user -> user.username)
                .startsWith("user0", "user1", "user2")
                .hasSize(12);
        assertThat(found.get(0).posts).isEmpty();
        assertThat(found.get(5).posts)
                .extracting(post -> post.title + " " + post.body)
                .containsExactly("t50 b", "t51 b");
    }

    /** First way, {@code joinedload}: no user comes twice, without being told. */
    @Test
    void getUsersWithPosts1() {
        openUsers();

        assertUsersWithPosts(SeedStatements.counting(
                users, 2, () -> users.select().include("posts").orderBy("id").list()));
    }

    /** Second way: the same, waited for as a result; here the asynchronous view. */
    @Test
    void getUsersWithPosts2() {
        openUsers();

        assertUsersWithPosts(SeedStatements.counting(users, 2, () -> database.async(User.class)
                .select()
                .include("posts")
                .orderBy("id")
                .list()
                .toCompletableFuture()
                .join()));
    }

    /** Third way, {@code selectinload}: one statement for the users, and further ones for all posts at once. */
    @Test
    void getUsersWithPosts3() {
        openUsers();
        List<User> found = SeedStatements.counting(
                users, 1, () -> users.select().withoutRelated().orderBy("id").list());

        assertUsersWithPosts(SeedStatements.counting(users, 2, () -> users.loadRelated(found, "posts")));
    }

    /** Fourth way: what a result contains unless told otherwise, here posts and profile. */
    @Test
    void getUsersWithPosts4() {
        openUsers();

        assertUsersWithPosts(SeedStatements.counting(
                users, 3, () -> users.select().orderBy("id").list()));
    }

    /** {@code Profile}: one to one, from both sides, by a key that a mixin has. */
    @Test
    void profile_mixin() {
        openUsers();
        User sam = users.insertMap(Map.of("username", "sam", "profile", Map.of("firstName", "Sam", "bio", "Writes")));

        assertThat(sam.profile.firstName).isEqualTo("Sam");
        Profile found = database.rows(Profile.class)
                .select(Map.of("user", Map.of("username", "sam")))
                .one();
        assertThat(found.user.username).isEqualTo("sam");
        assertThatThrownBy(() -> database.rows(Profile.class).insertMap(Map.of("bio", "Twice", "userId", sam.id)))
                .isInstanceOf(ConstraintViolatedException.class);
        assertThat(users.select(Map.of("profile.bio", "Writes")).one().posts).isEmpty();
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product extends Model {
        String name;

        String description;

        int price;

        @Transient
        List<Order> orders;

        @Transient
        List<Association> ordersDetails;
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order extends Model {
        String promocode;

        @DefaultValue("now")
        @Column(name = "create_at", nullable = false)
        LocalDateTime createAt;

        @Transient
        List<Product> products;

        @Transient
        List<Association> productsDetails;
    }

    /** The association with a count and a price: also many to many, since it is said to be a link. */
    @Link
    @Entity(name = "OrderProductAssociation")
    @Table(
            name = "order_product_association",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "idx_unique_order_product",
                            columnNames = {"order_id", "product_id"}))
    static class Association extends Model {
        @References(value = Order.class, inverse = "productsDetails")
        @Column(name = "order_id", nullable = false)
        Long orderId;

        @References(value = Product.class, inverse = "ordersDetails")
        @Column(name = "product_id", nullable = false)
        Long productId;

        @DefaultValue("1")
        @Column(nullable = false)
        Integer count;

        @DefaultValue("0")
        @Column(name = "unit_price", nullable = false)
        Integer unitPrice;

        @Transient
        Order order;

        @Transient
        Product product;
    }

    /** {@code create_order} and {@code create_product} of {@code demo_m2m}. */
    private BlockingRepository<Order> openOrders() {
        database = SeedDatabase.empty(kind, Order.class, Product.class, Association.class);
        BlockingRepository<Product> products = database.rows(Product.class);
        Product mouse = products.insertMap(Map.of("name", "Mouse", "description", "Great gaming mouse", "price", 123));
        Product keyboard =
                products.insertMap(Map.of("name", "Keyboard", "description", "Great keyboard", "price", 149));
        Product screen = products.insertMap(Map.of("name", "Display", "description", "Office display", "price", 299));
        BlockingRepository<Order> orders = database.rows(Order.class);
        Order plain = orders.insertMap(Map.of());
        Order promo = orders.insertMap(Map.of("promocode", "promo"));
        orders.addRelated(plain.id, "products", mouse, keyboard);
        orders.addRelated(promo.id, "products", keyboard, screen);
        return orders;
    }

    /** {@code promocode: Mapped[str | None]}, and the time that is filled in. */
    @Test
    void manyToMany_createOrder() {
        BlockingRepository<Order> orders = openOrders();

        assertThat(orders.count(EasyMap.of("promocode", null))).isOne();
        assertThat(orders.all()).extracting(order -> order.createAt).doesNotContainNull();
    }

    /** {@code get_order_with_products}: over the association, without a look at it. */
    @Test
    void manyToMany_getOrdersWithProducts() {
        BlockingRepository<Order> orders = openOrders();

        List<Order> found = SeedStatements.counting(
                orders,
                2,
                () -> orders.select().include("products").orderBy("id").list());

        assertThat(found.get(0).products).extracting(product -> product.name).containsExactly("Mouse", "Keyboard");
        assertThat(found.get(1).products)
                .extracting(product -> product.name + " " + product.description + " " + product.price)
                .containsExactly("Keyboard Great keyboard 149", "Display Office display 299");
        assertThat(database.rows(Product.class)
                        .select(Map.of("orders", Map.of("promocode", "promo")))
                        .count())
                .isEqualTo(2);
    }

    /** {@code get_order_with_products_assoc}: with what the association holds. */
    @Test
    void manyToMany_getOrdersWithProductsAssoc() {
        BlockingRepository<Order> orders = openOrders();
        Long gift =
                database.rows(Product.class).insertMap(Map.of("name", "Gift", "description", "Free", "price", 0)).id;
        for (Order order : orders.all()) {
            orders.addRelated(order, "products", gift, Map.of("count", 2, "unitPrice", 5));
        }

        List<Order> found = SeedStatements.counting(orders, 3, () -> orders.select()
                .include("productsDetails.product")
                .orderBy("id")
                .list());

        assertThat(found.get(0).productsDetails)
                .extracting(each -> each.product.name + " " + each.count + " x " + each.unitPrice)
                .containsExactly("Mouse 1 x 0", "Keyboard 1 x 0", "Gift 2 x 5");
    }

    /** {@code UniqueConstraint("order_id", "product_id", name="idx_unique_order_product")}. */
    @Test
    void manyToMany_uniquePair() {
        BlockingRepository<Order> orders = openOrders();
        Order order = orders.first().orElseThrow();
        Long mouse = order.products.get(0).id;

        assertThat(orders.addRelated(order, "products", mouse)).isZero();
        assertThatThrownBy(() ->
                        database.rows(Association.class).insertMap(Map.of("orderId", order.id, "productId", mouse)))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.constraint())
                        .isEqualToIgnoringCase("idx_unique_order_product"));
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class PairedProduct extends Model {
        String name;

        @ManyToMany(mappedBy = "products")
        List<PairedOrder> orders = new ArrayList<>();
    }

    /** The association as a table of pairs and nothing else, as Jakarta Persistence declares it. */
    @Entity(name = "Order")
    @Table(name = "orders")
    static class PairedOrder extends Model {
        String promocode;

        @ManyToMany
        @JoinTable(
                name = "order_product_association",
                joinColumns = @JoinColumn(name = "order_id"),
                inverseJoinColumns = @JoinColumn(name = "product_id"))
        List<PairedProduct> products = new ArrayList<>();
    }

    /** {@code order_product_association_table}, the first form: two keys that are the key of the table. */
    @Test
    void manyToMany_tableOfPairs() {
        database = SeedDatabase.empty(kind, PairedProduct.class, PairedOrder.class);
        BlockingRepository<PairedOrder> orders = database.rows(PairedOrder.class);
        orders.insertMap(
                Map.of("promocode", "promo", "products", List.of(Map.of("name", "Mouse"), Map.of("name", "Display"))));
        orders.insertMap(Map.of("promocode", "none"));

        List<PairedOrder> found = SeedStatements.counting(
                orders,
                2,
                () -> orders.select().include("products").orderBy("id").list());

        assertThat(found.get(0).products)
                .extracting(product -> product.name)
                .containsExactlyInAnyOrder("Mouse", "Display");
        assertThat(found.get(1).products).isEmpty();
        assertThat(database.rows(PairedProduct.class).count(Map.of("orders.promocode", "promo")))
                .isEqualTo(2);
        assertThat(orders.deleteWhere(Map.of("promocode", "promo"))).isOne();
        assertThat(database.rows(PairedProduct.class).count()).isEqualTo(2);
    }
}
