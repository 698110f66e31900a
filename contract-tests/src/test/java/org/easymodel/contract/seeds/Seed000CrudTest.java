package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Basic Usage", "CRUD Operations", and "Examples": insert, update, delete. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000CrudTest {

    @Entity(name = "Department")
    @Table(name = "departments")
    static class Department extends EasyModel {
        @Column(nullable = false)
        String name;
    }

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(nullable = false, unique = true)
        String username;

        String email;

        @DefaultValue("true")
        @Column(name = "is_active", nullable = false)
        Boolean active;

        String role;

        @Column(name = "first_name")
        String firstName;

        @Column(name = "last_name")
        String lastName;

        @Column(name = "last_login")
        Long lastLogin;

        @References(Department.class)
        @Column(name = "department_id")
        Long departmentId;

        List<Post> posts() {
            return relatedList("posts", Post.class);
        }

        Profile profile() {
            return related("profile", Profile.class).orElseThrow();
        }
    }

    @Entity(name = "Profile")
    @Table(name = "profiles")
    static class Profile extends EasyModel {
        String bio;

        @Column(name = "avatar_url")
        String avatarUrl;

        @References(value = User.class, onDelete = OnDelete.CASCADE)
        @Column(name = "user_id", nullable = false, unique = true)
        Long userId;
    }

    @Entity(name = "Settings")
    @Table(name = "settings")
    static class Settings extends EasyModel {
        @DefaultValue("false")
        @Column(nullable = false)
        Boolean notification;

        @References(value = User.class, inverse = "settings", onDelete = OnDelete.CASCADE)
        @Column(name = "user_id", nullable = false, unique = true)
        Long userId;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post extends EasyModel {
        @Column(nullable = false)
        String title;

        String content;

        String status;

        @DefaultValue("false")
        @Column(nullable = false)
        Boolean published;

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
        @Column(nullable = false)
        String text;

        @References(value = Post.class, onDelete = OnDelete.CASCADE)
        @Column(name = "post_id")
        Long postId;

        @References(User.class)
        @Column(name = "user_id")
        Long userId;

        Post post() {
            return related("post", Post.class).orElseThrow();
        }

        User user() {
            return related("user", User.class).orElseThrow();
        }
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product extends EasyModel {
        @Column(nullable = false)
        String name;

        @Column(nullable = false)
        Double price;
    }

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;
    private BlockingRepository<Post> posts;
    private BlockingRepository<Comment> comments;
    private SeedDatabase database;

    @BeforeEach
    void open() {
        database = SeedDatabase.empty(
                kind,
                Department.class,
                User.class,
                Profile.class,
                Settings.class,
                Post.class,
                Comment.class,
                Product.class);
        users = database.rows(User.class);
        posts = database.rows(Post.class);
        comments = database.rows(Comment.class);
    }

    private User user(String username, Object... more) {
        Map<String, Object> values = new java.util.HashMap<>(EasyMap.of(more));
        values.put("username", username);
        return users.insertMap(values);
    }

    @Test
    void basicUsage() {
        User user = database.async(User.class)
                .insertMap(Map.of("username", "john_doe", "email", "john@example.com"))
                .toCompletableFuture()
                .join();

        assertThat(user.getId()).isNotNull();
        assertThat(user.getCreatedAt()).isNotNull().isBeforeOrEqualTo(Instant.now());
        assertThat(user.getUpdatedAt()).isEqualTo(user.getCreatedAt());
        assertThat(users.find(user.getId()).orElseThrow().active).isTrue();
    }

    @Test
    void create() {
        User user = users.insertMap(Map.of(
                "username",
                "new_user",
                "email",
                "new@example.com",
                "posts",
                List.of(
                        Map.of(
                                "title", "My First Post",
                                "content", "Post content",
                                "comments",
                                        List.of(Map.of(
                                                "text", "Great post!", "user", Map.of("username", "commenter1")))),
                        Map.of("title", "My Second Post", "content", "More content")),
                "profile",
                Map.of("bio", "Python developer", "avatarUrl", "https://example.com/avatar.jpg")));

        assertThat(user.username).isEqualTo("new_user");
        assertThat(user.profile().bio).isEqualTo("Python developer");
        assertThat(user.posts()).extracting(post -> post.title).containsExactly("My First Post", "My Second Post");
        Post first = user.posts().get(0);
        assertThat(first.comments()).extracting(comment -> comment.text).containsExactly("Great post!");
        assertThat(first.comments().get(0).user().username).isEqualTo("commenter1");
        assertThat(users.count()).isEqualTo(2);
        assertThat(posts.count(Map.of("author", Map.of("username", "new_user"))))
                .isEqualTo(2);
    }

    @Test
    void read() {
        User jane = user("jane", "email", "jane@gmail.com", "lastName", "Doe", "firstName", "Jane", "role", "admin");
        User john = user("john", "email", "john@example.com", "lastName", "Doe", "firstName", "John");
        User adam = user("adam", "email", "adam@gmail.com", "lastName", "Abel", "firstName", "Adam", "active", false);
        for (User author : List.of(jane, john, adam)) {
            for (int i = 1; i <= 3; i++) {
                posts.insertMap(Map.of("title", author.username + i, "authorId", author.getId()));
            }
        }

        assertThat(users.find(jane.getId())).contains(jane);
        assertThat(users.select(Map.of("id", jane.getId())).one()).isEqualTo(jane);
        assertThat(users.all(Map.of("active", true))).containsExactlyInAnyOrder(jane, john);
        assertThat(users.first(Map.of("active", false))).contains(adam);
        assertThat(users.all()).hasSize(3);
        assertThat(users.all(Map.of("email", "*@gmail.com"))).containsExactlyInAnyOrder(jane, adam);
        assertThat(users.select().orderBy("-createdAt", "-id").list()).containsExactly(adam, john, jane);
        assertThat(posts.select().orderBy("-createdAt").limit(5).list()).hasSize(5);
        assertThat(users.select().orderBy("lastName", "firstName").list()).containsExactly(adam, jane, john);
        assertThat(posts.select().orderBy("author.username", "title").list())
                .extracting(post -> post.title)
                .startsWith("adam1", "adam2", "adam3", "jane1")
                .endsWith("john3");
        assertThat(posts.all(Map.of("author", Map.of("role", "admin"))))
                .extracting(post -> post.author().username)
                .containsExactly("jane", "jane", "jane");
    }

    @Test
    void update() {
        User john = user("john_doe", "email", "old@example.com", "profile", Map.of("bio", "Old bio"));
        user("jane", "lastLogin", 5L);
        posts.insertMap(Map.of("title", "One", "status", "draft", "author", Map.of("username", "john_doe")));
        posts.insertMap(Map.of("title", "Two", "status", "draft", "author", Map.of("username", "jane")));

        assertThat(users.update(john.getId(), Map.of("email", "new@example.com")).email)
                .isEqualTo("new@example.com");

        assertThat(users.updateWhere(EasyMap.of("lastLogin", null), Map.of("active", false)))
                .isEqualTo(1);
        assertThat(users.all(Map.of("active", false))).containsExactly(john);

        assertThat(posts.updateWhere(Map.of("author", Map.of("username", "john_doe")), Map.of("status", "archived")))
                .isEqualTo(1);
        assertThat(posts.all(Map.of("status", "archived")))
                .extracting(post -> post.title)
                .containsExactly("One");

        assertThat(users.updateWhere(
                        Map.of("username", "john_doe"),
                        Map.of("profile", Map.of("bio", "New bio"), "settings", Map.of("notification", true))))
                .isEqualTo(1);
        assertThat(database.rows(Profile.class).all())
                .extracting(each -> each.bio)
                .containsExactly("New bio");
        assertThat(database.rows(Settings.class).count(Map.of("user.username", "john_doe", "notification", true)))
                .isOne();
    }

    @Test
    void delete() {
        User gone = user("gone", "profile", Map.of("bio", "x"));
        user("sleeper", "active", false);
        User john = user("john_doe");
        posts.insertMaps(List.of(
                Map.of("title", "Old Post", "published", true, "authorId", john.getId()),
                Map.of("title", "Draft", "published", false, "authorId", john.getId())));
        comments.insertMap(Map.of(
                "text",
                "So old",
                "post",
                Map.of(
                        "id",
                        posts.first(Map.of("title", "Old Post")).orElseThrow().getId())));

        assertThat(users.deleteById(gone.getId())).isTrue();
        assertThat(users.deleteById(gone.getId())).isFalse();
        assertThat(database.rows(Profile.class).count()).isZero();
        assertThat(users.deleteWhere(Map.of("active", false))).isEqualTo(1);
        assertThat(comments.deleteWhere(Map.of("post", Map.of("title", "Old Post"))))
                .isEqualTo(1);
        assertThat(posts.deleteWhere(Map.of("published", false, "author", Map.of("username", "john_doe"))))
                .isEqualTo(1);
        assertThat(posts.all()).extracting(post -> post.title).containsExactly("Old Post");
        assertThat(users.all()).containsExactly(john);
    }

    @Test
    void exampleInsert() {
        user("jane_doe");
        User john = users.insertMap(Map.of("username", "john_doe", "email", "john@example.com"));
        Post post = posts.insertMap(Map.of("title", "First", "authorId", john.getId()));

        Comment comment = comments.insertMap(Map.of(
                "text", "Great post!",
                "post", Map.of("id", post.getId()),
                "user", Map.of("username", "jane_doe")));

        assertThat(comment.post()).isEqualTo(post);
        assertThat(comment.user().username).isEqualTo("jane_doe");
        assertThat(users.count()).isEqualTo(2);
        assertThatThrownBy(() -> comments.insertMap(Map.of("text", "Lost", "post", Map.of("id", -1))))
                .isInstanceOf(InvalidRequestException.class);

        List<Product> products = database.rows(Product.class)
                .insertMaps(List.of(
                        Map.of("name", "Product 1", "price", 10.99), Map.of("name", "Product 2", "price", 24.99)));

        assertThat(products).extracting(product -> product.name).containsExactly("Product 1", "Product 2");
        assertThat(products).extracting(EasyModel::getId).doesNotContainNull().doesNotHaveDuplicates();
    }

    /** The department that the user has is changed, as the document means it, and no other one. */
    @Test
    void exampleUpdate() {
        User john = user("john_doe", "department", Map.of("name", "Marketing"));

        assertThat(users.update(john.getId(), Map.of("email", "new@example.com")).email)
                .isEqualTo("new@example.com");
        assertThat(users.updateWhere(EasyMap.of("lastLogin", null), Map.of("active", false)))
                .isEqualTo(1);

        assertThat(users.updateWhere(Map.of("username", "john_doe"), Map.of("department", Map.of("name", "Sales"))))
                .isEqualTo(1);

        assertThat(database.rows(Department.class).all())
                .extracting(each -> each.name)
                .containsExactly("Sales");
        assertThat(users.count(Map.of("department.name", "Sales"))).isOne();
    }

    @Test
    void exampleDelete() {
        User john = user("john_doe");
        posts.insertMap(Map.of("title", "Draft", "author", Map.of("id", john.getId())));

        assertThat(posts.deleteWhere(Map.of("author", Map.of("username", "john_doe"), "published", false)))
                .isEqualTo(1);
        assertThat(users.deleteById(john.getId())).isTrue();
        assertThat(users.exists()).isFalse();
    }
}
