package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.Indexed;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 002, "Complete Example: Blog Application", with table names as there: {@code user} is a word of SQL. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed002BlogTest {

    @Entity(name = "User")
    @Table(indexes = @Index(name = "idx_user_email", columnList = "email", unique = true))
    static class User {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Indexed
        @Size(min = 3, max = 50)
        @Column(nullable = false)
        String username;

        @Column(nullable = false)
        String email;

        @DefaultValue("true")
        @Column(nullable = false)
        Boolean isActive;

        @DefaultValue("now")
        @Column(nullable = false)
        LocalDateTime createdAt;

        @Transient
        List<Post> posts;

        @Transient
        List<Comment> comments;
    }

    @Entity(name = "Category")
    static class Category {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false, unique = true)
        String name;

        String description;

        @DefaultValue("true")
        @Column(nullable = false)
        Boolean isActive;

        @Transient
        List<Post> posts;
    }

    @Entity(name = "Post")
    @Table(indexes = @Index(name = "idx_post_status_date", columnList = "status, createdAt"))
    static class Post {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Indexed
        @Column(nullable = false, length = 200)
        String title;

        @Column(nullable = false)
        String content;

        @Indexed
        @DefaultValue("draft")
        @Column(nullable = false)
        String status;

        @DefaultValue("now")
        @Column(nullable = false)
        LocalDateTime createdAt;

        @DefaultValue("now")
        @Column(nullable = false)
        LocalDateTime updatedAt;

        @References(User.class)
        @Column(nullable = false)
        Long authorId;

        @References(Category.class)
        Long categoryId;

        @Transient
        User author;

        @Transient
        Category category;

        @Transient
        List<Comment> comments;
    }

    @Entity(name = "Comment")
    static class Comment {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Column(nullable = false)
        String content;

        @DefaultValue("now")
        @Column(nullable = false)
        LocalDateTime createdAt;

        @DefaultValue("false")
        @Column(nullable = false)
        Boolean isApproved;

        @References(Post.class)
        @Column(nullable = false)
        Long postId;

        @References(User.class)
        @Column(nullable = false)
        Long authorId;

        @Transient
        Post post;

        @Transient
        User author;
    }

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;
    private BlockingRepository<Category> categories;
    private BlockingRepository<Post> posts;
    private BlockingRepository<Comment> comments;

    /** {@code setup_blog_database}: all tables. */
    @BeforeEach
    void open() {
        SeedDatabase application = SeedDatabase.empty(kind, User.class, Category.class, Post.class, Comment.class);
        users = application.rows(User.class);
        categories = application.rows(Category.class);
        posts = application.rows(Post.class);
        comments = application.rows(Comment.class);
    }

    /** {@code create_sample_blog_data}, step by step as there. */
    private Post sample() {
        User user = users.insertMap(Map.of("username", "johndoe", "email", "john@example.com"));
        Category category = categories.insertMap(Map.of("name", "Technology", "description", "Tech articles"));
        return posts.insertMap(Map.of(
                "title", "Introduction to SQLModel",
                "content", "SQLModel is a great ORM...",
                "authorId", user.id,
                "categoryId", category.id,
                "status", "published"));
    }

    @Test
    void sampleData() {
        Post post = sample();

        assertThat(post.author.username).isEqualTo("johndoe");
        assertThat(post.author.isActive).isTrue();
        assertThat(post.author.createdAt).isNotNull();
        assertThat(post.category.name).isEqualTo("Technology");
        assertThat(post.comments).isEmpty();
        assertThat(post.updatedAt).isNotNull();
        assertThat(users.first(Map.of("username", "johndoe")).orElseThrow().posts)
                .extracting(each -> each.title)
                .containsExactly("Introduction to SQLModel");
        assertThat(categories.first().orElseThrow().posts).hasSize(1);
    }

    /** The same rows of one nested map; author and category are found by their unique attributes. */
    @Test
    void sampleData_asOneMap() {
        sample();

        Post post = posts.insertMap(Map.of(
                "title", "Second",
                "content", "...",
                "author", Map.of("email", "john@example.com"),
                "category", Map.of("name", "Technology"),
                "comments",
                        List.of(Map.of("content", "Nice", "author", Map.of("username", "jane", "email", "j@x.org")))));

        assertThat(post.author.username).isEqualTo("johndoe");
        assertThat(post.status).isEqualTo("draft");
        assertThat(post.comments).singleElement().satisfies(comment -> {
            assertThat(comment.isApproved).isFalse();
            assertThat(comment.author.username).isEqualTo("jane");
        });
        assertThat(users.count()).isEqualTo(2);
        assertThat(categories.count()).isOne();
        assertThat(comments.select(Map.of("post", Map.of("category", Map.of("name", "Technology"))))
                        .count())
                .isOne();
        assertThat(posts.select(Map.of("status", "draft", "comments", Map.of("author", Map.of("username", "jane"))))
                        .orderBy("-createdAt")
                        .list())
                .extracting(each -> each.title)
                .containsExactly("Second");
    }

    /** Unique email and name; an author must be there. */
    @Test
    void modelsOfTheBlog_areConstrained() {
        sample();

        assertThatThrownBy(() -> users.insertMap(Map.of("username", "other", "email", "john@example.com")))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.attributes())
                        .containsExactly("email"));
        assertThatThrownBy(() -> categories.insertMap(Map.of("name", "Technology")))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.attributes())
                        .containsExactly("name"));
        assertThatThrownBy(() -> users.deleteWhere(Map.of("username", "johndoe")))
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessageContaining("1 row of Post");
        assertThat(users.count()).isOne();
    }
}
