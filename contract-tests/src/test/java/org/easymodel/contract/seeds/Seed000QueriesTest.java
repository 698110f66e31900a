package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Document 000, "Query Methods": ordering. */
@ParameterizedClass
@EnumSource(Database.class)
class Seed000QueriesTest {

    @Entity(name = "User")
    @Table(name = "users")
    static class User extends EasyModel {
        @Column(unique = true)
        String username;

        @Column(name = "first_name")
        String firstName;

        @Column(name = "last_name")
        String lastName;

        long joined;
    }

    @Entity(name = "Author")
    @Table(name = "authors")
    static class Author extends EasyModel {
        String name;
    }

    @Entity(name = "Book")
    @Table(name = "books")
    static class Book extends EasyModel {
        String title;

        @References(Author.class)
        @Column(name = "author_id")
        Long authorId;
    }

    @Entity(name = "Post")
    @Table(name = "posts")
    static class Post extends EasyModel {
        String title;

        @References(User.class)
        @Column(name = "user_id")
        Long userId;
    }

    @Parameter
    private Database kind;

    private BlockingRepository<User> users;
    private BlockingRepository<Book> books;
    private BlockingRepository<Post> posts;

    @BeforeEach
    void open() {
        SeedDatabase database = SeedDatabase.empty(kind, User.class, Author.class, Book.class, Post.class);
        users = database.rows(User.class);
        books = database.rows(Book.class);
        posts = database.rows(Post.class);
        users.insertMaps(List.of(
                Map.of("username", "c", "lastName", "Doe", "firstName", "Zoe", "joined", 1),
                Map.of("username", "a", "lastName", "Doe", "firstName", "Ann", "joined", 2),
                Map.of("username", "b", "lastName", "Abel", "firstName", "Max", "joined", 3)));
        books.insertMaps(List.of(
                Map.of("title", "Ubik", "author", Map.of("name", "Philip")),
                Map.of("title", "Solaris", "author", Map.of("name", "Lem"))));
        posts.insertMaps(List.of(
                Map.of("title", "old", "user", Map.of("username", "c")),
                Map.of("title", "new", "user", Map.of("username", "b"))));
    }

    @Test
    void ascending() {
        assertThat(users.select().orderBy("username").list())
                .extracting(user -> user.username)
                .containsExactly("a", "b", "c");
    }

    /** Rows of one insert are equally old; then the order is by what stands next. */
    @Test
    void descending() {
        assertThat(users.select().orderBy("-createdAt", "-joined").list())
                .extracting(user -> user.username)
                .containsExactly("b", "a", "c");
        assertThat(users.select().orderBy("-joined").list())
                .extracting(user -> user.username)
                .containsExactly("b", "a", "c");
    }

    @Test
    void severalFields() {
        assertThat(users.select().orderBy("lastName", "firstName").list())
                .extracting(user -> user.firstName)
                .containsExactly("Max", "Ann", "Zoe");
    }

    @Test
    void fieldsOfRelatedRows() {
        assertThat(books.select().orderBy("author.name").list())
                .extracting(book -> book.title)
                .containsExactly("Solaris", "Ubik");
        assertThat(posts.select().orderBy("-user.joined").list())
                .extracting(post -> post.title)
                .containsExactly("new", "old");
        assertThat(posts.select().orderBy("-user.createdAt", "title").list()).hasSize(2);
    }
}
