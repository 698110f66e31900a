package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.easymodel.model.RelationshipRules;
import org.easymodel.model.Relationships;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Relationship Handling" and "Automatic Relationship Detection". */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000RelationshipsTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(nullable = false, unique = true)
        String username;

        List<Post> posts() {
            return relatedList("posts", Post.class);
        }

        List<ShoppingCart> shoppingCarts() {
            return relatedList("shoppingCarts", ShoppingCart.class);
        }

        Profile profile() {
            return related("profile", Profile.class).orElseThrow();
        }
    }

    @Entity(name = "Profile")
    @Table(name = "profiles")
    static class Profile extends EasyModel {
        String bio;

        /** Unique, so that it is one to one on both sides; found by its name. */
        @Column(name = "user_id", unique = true)
        Long userId;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post extends EasyModel {
        String title;

        @References(User.class)
        @Column(name = "author_id")
        Long authorId;

        User author() {
            return related("author", User.class).orElseThrow();
        }

        List<Comment> comments() {
            return relatedList("comments", Comment.class);
        }
    }

    @Entity(name = "Comment")
    @Table(name = "comments")
    static class Comment extends EasyModel {
        String text;

        @Column(name = "post_id")
        Long postId;

        @Column(name = "user_id")
        Long userId;

        User user() {
            return related("user", User.class).orElseThrow();
        }
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product extends EasyModel {
        String name;

        List<ShoppingCart> shoppingCarts() {
            return relatedList("shoppingCarts", ShoppingCart.class);
        }
    }

    @Entity(name = "ShoppingCart")
    @Table(name = "shopping_carts")
    static class ShoppingCart extends EasyModel {
        int quantity;

        @Column(name = "user_id")
        Long userId;

        @Column(name = "product_id")
        Long productId;

        /** Two keys, but a quantity besides: no pure link. */
        Product product() {
            return related("product", Product.class).orElseThrow();
        }
    }

    @Entity(name = "Department")
    @Table(name = "departments")
    static class Department extends EasyModel {
        @Column(nullable = false)
        String name;

        List<Employee> employees() {
            return relatedList("employees", Employee.class);
        }
    }

    @Entity(name = "Employee")
    @Table(name = "employees")
    static class Employee extends EasyModel {
        @Column(nullable = false)
        String name;

        @References(Department.class)
        @Column(name = "department_id")
        Long departmentId;

        Department department() {
            return related("department", Department.class).orElseThrow();
        }
    }

    @Entity(name = "Customer")
    @Table(name = "customers")
    static class Customer extends EasyModel {
        String name;
    }

    @Entity(name = "Order")
    @Table(name = "orders")
    static class Order extends EasyModel {
        @Column(name = "customer_id")
        Long customerId;
    }

    /** "Manual setup for custom relationship names". */
    public static class Names implements RelationshipRules {
        @Override
        public void declare(Relationships relationships) {
            relationships
                    .key(Order.class, "customerId")
                    .references(Customer.class)
                    .attribute("buyer")
                    .inverse("purchases");
        }
    }

    @Parameter
    private Database kind;

    private SeedDatabase database;
    private BlockingRepository<User> users;
    private BlockingRepository<Post> posts;

    @BeforeEach
    void open() {
        database = SeedDatabase.empty(
                kind,
                builder -> builder.relationships(Names.class),
                User.class,
                Profile.class,
                Post.class,
                Comment.class,
                Product.class,
                ShoppingCart.class,
                Department.class,
                Employee.class,
                Customer.class,
                Order.class);
        users = database.rows(User.class);
        posts = database.rows(Post.class);
    }

    private User jane() {
        return users.insertMap(Map.of(
                "username", "jane_doe",
                "profile", Map.of("bio", "Reader"),
                "posts",
                        List.of(Map.of(
                                "title",
                                "First",
                                "comments",
                                List.of(Map.of("text", "Mine", "user", Map.of("username", "bob"))))),
                "shoppingCarts",
                        List.of(
                                Map.of("quantity", 2, "product", Map.of("name", "Pen")),
                                Map.of("quantity", 1, "product", Map.of("name", "Ink")))));
    }

    @Test
    void accessingRelationshipFields() {
        jane();

        User user = users.include("shoppingCarts.product")
                .select(Map.of("username", "jane_doe"))
                .one();
        assertThat(user.shoppingCarts())
                .extracting(item -> item.quantity + " x " + item.product().name)
                .containsExactly("2 x Pen", "1 x Ink");

        Post post = posts.first(Map.of("title", "First")).orElseThrow();
        assertThat(post.author().username).isEqualTo("jane_doe");
    }

    @Test
    void loadingRelationships() {
        jane();

        assertThat(users.select(Map.of("username", "jane_doe")).one().posts()).hasSize(1);

        User bare =
                users.select(Map.of("username", "jane_doe")).withoutRelated().one();
        assertThatThrownBy(bare::posts)
                .isInstanceOf(RelationshipNotLoadedException.class)
                .hasMessageContaining("User.posts");
    }

    @Test
    void loadingSpecificRelationships() {
        User jane = jane();

        User user = users.withoutRelated().first(Map.of("username", "jane_doe")).orElseThrow();
        assertThat(users.loadRelated(user, "posts", "profile")).isSameAs(user);
        assertThat(user.posts()).hasSize(1);
        assertThat(user.profile().bio).isEqualTo("Reader");
        assertThatThrownBy(user::shoppingCarts).isInstanceOf(RelationshipNotLoadedException.class);

        User found = users.find(jane.getId(), "posts", "comments").orElseThrow();
        assertThat(found.posts()).hasSize(1);
        assertThat(found.relatedList("comments", Comment.class)).isEmpty();
        assertThatThrownBy(found::profile).isInstanceOf(RelationshipNotLoadedException.class);
    }

    /** Every path of the map is there in the result; the document shows the same example under CRUD too. */
    @Test
    void creatingWithRelationships() {
        User user = jane();

        assertThat(user.profile().bio).isEqualTo("Reader");
        assertThat(user.posts().get(0).title).isEqualTo("First");
        assertThat(user.posts().get(0).comments().get(0).text).isEqualTo("Mine");
        assertThat(user.posts().get(0).comments().get(0).user().username).isEqualTo("bob");
    }

    @Test
    @SuppressWarnings("unchecked")
    void convertingToDictionary() {
        jane();
        User user = users.include("posts.comments.user", "profile")
                .select(Map.of("username", "jane_doe"))
                .one();

        Map<String, Object> map = users.toMap(user);
        Map<String, Object> shallow = users.toMap(user, 1);
        Map<String, Object> bare = users.toMap(user, 0);

        assertThat(map).containsEntry("username", "jane_doe").containsKeys("id", "createdAt", "posts", "profile");
        Map<String, Object> post = ((List<Map<String, Object>>) map.get("posts")).get(0);
        Map<String, Object> comment = ((List<Map<String, Object>>) post.get("comments")).get(0);
        assertThat((Map<String, Object>) comment.get("user")).containsEntry("username", "bob");
        assertThat(((List<Map<String, Object>>) shallow.get("posts")).get(0))
                .containsEntry("title", "First")
                .doesNotContainKey("comments");
        assertThat(bare).containsEntry("username", "jane_doe").doesNotContainKeys("posts", "profile");
    }

    @Test
    void detectionExample() {
        BlockingRepository<Department> departments = database.rows(Department.class);
        BlockingRepository<Employee> employees = database.rows(Employee.class);

        Department department = departments.insertMap(Map.of("name", "Engineering"));
        Employee employee = employees.insertMap(Map.of("name", "John Doe", "departmentId", department.getId()));

        assertThat(employee.name + " works in the " + employee.department().name + " department")
                .isEqualTo("John Doe works in the Engineering department");
        assertThat(departments.find(department.getId()).orElseThrow().employees())
                .extracting(each -> each.name)
                .containsExactly("John Doe");
    }

    /** {@code userId} leads to {@code User} by its name alone, and gives {@code user} and {@code shoppingCarts}. */
    @Test
    void namingConventions() {
        jane();

        User user = users.include("shoppingCarts.product")
                .first(Map.of("username", "jane_doe"))
                .orElseThrow();
        assertThat(user.shoppingCarts().get(0).product().name).isEqualTo("Pen");
        Product product =
                database.rows(Product.class).first(Map.of("name", "Pen")).orElseThrow();
        assertThat(product.shoppingCarts()).hasSize(1);
        assertThat(database.rows(ShoppingCart.class).count(Map.of("user.username", "jane_doe", "product.name", "Ink")))
                .isOne();
    }

    @Test
    void customizingNames() {
        BlockingRepository<Order> orders = database.rows(Order.class);
        Order order = orders.insertMap(Map.of("buyer", Map.of("name", "Jane")));

        assertThat(order.related("buyer", Customer.class).orElseThrow().name).isEqualTo("Jane");
        Customer jane = database.rows(Customer.class).first().orElseThrow();
        assertThat(jane.relatedList("purchases", Order.class)).containsExactly(order);
        assertThat(orders.count(Map.of("buyer.name", "Jane"))).isOne();
    }
}
