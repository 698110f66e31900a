package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.easymodel.EasyRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Complete Example with Relationships" and "Shopping Cart Example", asynchronous as there. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000ExamplesTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(nullable = false, unique = true)
        String username;

        @Column(nullable = false)
        String email;

        List<Post> posts() {
            return relatedList("posts", Post.class);
        }

        List<ShoppingCart> shoppingCarts() {
            return relatedList("shoppingCarts", ShoppingCart.class);
        }
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post extends EasyModel {
        @Column(nullable = false)
        String title;

        @Column(nullable = false)
        String content;

        @References(User.class)
        @Column(name = "user_id")
        Long userId;

        List<Comment> comments() {
            return relatedList("comments", Comment.class);
        }
    }

    @Entity(name = "Comment")
    @Table(name = "comments")
    static class Comment extends EasyModel {
        @Column(nullable = false)
        String text;

        @References(Post.class)
        @Column(name = "post_id")
        Long postId;

        @References(User.class)
        @Column(name = "user_id")
        Long userId;

        User user() {
            return related("user", User.class).orElseThrow();
        }
    }

    @Entity(name = "Product")
    @Table(name = "products")
    static class Product extends EasyModel {
        @Column(nullable = false)
        String name;

        @Positive
        @Column(precision = 8, scale = 2)
        BigDecimal price;

        List<ShoppingCart> shoppingCarts() {
            return relatedList("shoppingCarts", ShoppingCart.class);
        }
    }

    @Entity(name = "ShoppingCart")
    @Table(name = "shopping_carts")
    static class ShoppingCart extends EasyModel {
        @References(User.class)
        @Column(name = "user_id")
        Long userId;

        @References(Product.class)
        @Column(name = "product_id")
        Long productId;

        @Positive
        @DefaultValue("1")
        @Column(nullable = false)
        Integer quantity;

        Product product() {
            return related("product", Product.class).orElseThrow();
        }
    }

    @Parameter
    private Database kind;

    private SeedDatabase database() {
        return SeedDatabase.empty(kind, User.class, Post.class, Comment.class, Product.class, ShoppingCart.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void completeExample() {
        SeedDatabase database = database();
        EasyRepository<User> users = database.async(User.class);
        EasyRepository<Post> posts = database.async(Post.class);
        EasyRepository<Comment> comments = database.async(Comment.class);

        Post written = users.insertMap(Map.of("username", "john_doe", "email", "john@example.com"))
                .thenCompose(user -> posts.insertMap(
                        Map.of("title", "First Post", "content", "Hello world!", "userId", user.getId())))
                .thenCompose(post -> comments.insertMap(Map.of(
                                "text", "Great post!",
                                "postId", post.getId(),
                                "user", Map.of("username", "john_doe")))
                        .thenApply(comment -> post))
                .toCompletableFuture()
                .join();

        User john = users.select(Map.of("username", "john_doe"))
                .include("posts.comments.user")
                .one()
                .toCompletableFuture()
                .join();
        assertThat(john.posts()).extracting(post -> post.title).containsExactly("First Post");
        assertThat(john.posts().get(0).comments())
                .extracting(comment -> comment.text + " (by " + comment.user().username + ")")
                .containsExactly("Great post! (by john_doe)");

        assertThat(comments.all(Map.of("user", Map.of("username", "john_doe")))
                        .toCompletableFuture()
                        .join())
                .hasSize(1);

        Map<String, Object> map = posts.updateWhere(
                        Map.of("user", Map.of("username", "john_doe")), Map.of("title", "Updated Title"))
                .thenCompose(count -> posts.find(written.getId()))
                .thenApply(post -> posts.toMap(post.orElseThrow()))
                .toCompletableFuture()
                .join();
        assertThat(map).containsEntry("title", "Updated Title");
        assertThat((Map<String, Object>) map.get("user")).containsEntry("username", "john_doe");
    }

    @Test
    void shoppingCart() {
        SeedDatabase database = database();
        EasyRepository<User> users = database.async(User.class);
        EasyRepository<Product> products = database.async(Product.class);
        EasyRepository<ShoppingCart> carts = database.async(ShoppingCart.class);

        User inserted = users.insertMap(Map.of("username", "jane_doe", "email", "jane@example.com"))
                .toCompletableFuture()
                .join();
        products.insertMaps(List.of(
                        Map.of("name", "Product 1", "price", 10.99),
                        Map.of("name", "Product 2", "price", 24.99),
                        Map.of("name", "Product 3", "price", 15.50)))
                .thenCompose(three -> carts.insertMaps(three.stream()
                        .map(product -> Map.of("userId", inserted.getId(), "productId", product.getId(), "quantity", 2))
                        .toList()))
                .toCompletableFuture()
                .join();

        User jane = users.select(Map.of("username", "jane_doe"))
                .include("shoppingCarts.product")
                .one()
                .toCompletableFuture()
                .join();
        BigDecimal total = jane.shoppingCarts().stream()
                .map(item -> item.product().price.multiply(BigDecimal.valueOf(item.quantity)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(jane.shoppingCarts()).hasSize(3);
        assertThat(total).isEqualByComparingTo("102.96");

        assertThat(products.first(Map.of("name", "Product 2"))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .shoppingCarts())
                .hasSize(1);
        assertThat(carts.all(Map.of("user", Map.of("username", "jane_doe"), "product", Map.of("price", 15.50)))
                        .toCompletableFuture()
                        .join())
                .hasSize(1);
    }
}
