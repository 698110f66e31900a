package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A book with its author, tags, and reviews with their users, in one map; and how many statements each verb takes. */
@ParameterizedClass
@EnumSource(Database.class)
class TutorialTest {

    @Entity(name = "User")
    @Table(name = "users")
    public static class User extends EasyModel {

        @Column(unique = true, nullable = false)
        private String username;
    }

    @Entity(name = "Author")
    @Table(name = "authors")
    public static class Author extends EasyModel {

        @Column(nullable = false)
        private String name;

        @Transient
        private List<Book> books = new ArrayList<>();
    }

    @Entity(name = "Book")
    @Table(name = "books")
    public static class Book extends EasyModel {

        @Column(nullable = false)
        private String title;

        @References(Author.class)
        @Column(name = "author_id", nullable = false)
        private Long authorId;

        @Transient
        private Author author;

        @Transient
        private List<Tag> tags = new ArrayList<>();

        @Transient
        private List<Review> reviews = new ArrayList<>();
    }

    @Entity(name = "Tag")
    @Table(name = "tags")
    public static class Tag extends EasyModel {

        @Column(unique = true, nullable = false)
        private String name;
    }

    @Entity(name = "BookTag")
    @Table(name = "book_tags")
    public static class BookTag extends EasyModel {

        @References(Book.class)
        @Column(name = "book_id", nullable = false)
        private Long bookId;

        @References(Tag.class)
        @Column(name = "tag_id", nullable = false)
        private Long tagId;
    }

    @Entity(name = "Review")
    @Table(name = "reviews")
    public static class Review extends EasyModel {

        private int rating;

        @Column(columnDefinition = "varchar(255)")
        private String text;

        @References(value = Book.class, onDelete = OnDelete.CASCADE)
        @Column(name = "book_id", nullable = false)
        private Long bookId;

        @References(User.class)
        @Column(name = "user_id", nullable = false)
        private Long userId;

        @Transient
        private User user;
    }

    private record World(EasyRepositories easy, SqlTap tap) {}

    private static final Map<Database, World> OPEN = new EnumMap<>(Database.class);

    private static final List<Class<?>> ENTITIES =
            List.of(BookTag.class, Review.class, Tag.class, Book.class, Author.class, User.class);

    @Parameter
    private Database database;

    @TempDir
    private static Path directory;

    private World world;
    private BlockingRepository<Book> books;

    private static World open(Database database) {
        Map<String, String> properties = new HashMap<>(database.properties("tutorial"));
        properties.put("eclipselink.ddl-generation", "create-tables");
        EntityManagerFactory factory = UnitPath.of(directory.resolve(database.name()), UnitXml.of("tutorial", ENTITIES))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("tutorial", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        SqlTap tap = new SqlTap();
        org.eclipse.persistence.jpa.JpaHelper.getServerSession(factory)
                .getEventManager()
                .addListener(tap);
        return new World(EasyRepositories.on(factory), tap);
    }

    @BeforeEach
    void empty() {
        world = OPEN.computeIfAbsent(database, TutorialTest::open);
        ENTITIES.forEach(entity -> world.easy().blocking(entity).deleteEverything());
        books = world.easy().blocking(Book.class);
        world.tap().reset();
    }

    private long count(Class<?> entity) {
        return world.easy().blocking(entity).count();
    }

    private static Map<String, Object> dune(String lastText) {
        return Map.of(
                "title", "Dune",
                "author", Map.of("name", "Frank Herbert"),
                "tags", List.of(Map.of("name", "science"), Map.of("name", "desert"), Map.of("name", "classic")),
                "reviews",
                        List.of(
                                Map.of("rating", 5, "text", "Good", "user", Map.of("username", "jane")),
                                Map.of("rating", 4, "text", lastText, "user", Map.of("username", "john"))));
    }

    @Test
    void nestedInsert_writesEveryTable() {
        Book dune = books.insertMap(dune("Long"));
        assertThat(dune.author.name).isEqualTo("Frank Herbert");
        assertThat(dune.tags).extracting(tag -> tag.name).containsExactlyInAnyOrder("science", "desert", "classic");
        assertThat(dune.reviews)
                .extracting(review -> review.user.username + " " + review.rating)
                .containsExactlyInAnyOrder("jane 5", "john 4");
        Map<String, Long> rows = new LinkedHashMap<>();
        ENTITIES.forEach(entity -> rows.put(entity.getSimpleName(), count(entity)));
        assertThat(rows)
                .isEqualTo(Map.of("BookTag", 3L, "Review", 2L, "Tag", 3L, "Book", 1L, "Author", 1L, "User", 2L));
        assertThat(world.easy().blocking(BookTag.class).all())
                .allMatch(pair -> pair.bookId.equals(dune.getId()))
                .extracting(pair -> pair.tagId)
                .containsExactlyInAnyOrderElementsOf(
                        dune.tags.stream().map(EasyModel::getId).toList());
        assertThat(world.easy().blocking(Review.class).all())
                .allMatch(review -> review.bookId.equals(dune.getId()) && review.userId != null);
        books.insertMap(dune("Again"));
        assertThat(List.of(count(Book.class), count(Author.class), count(Tag.class), count(User.class)))
                .as("tags and users are linked by their unique names, authors have none")
                .containsExactly(2L, 2L, 3L, 2L);
    }

    @Test
    void nestedInsert_whoseLastChildFails_leavesNone() {
        assertThatThrownBy(() -> books.insertMap(dune("x".repeat(300))))
                .as("the database refuses it, as the last row of all")
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ConstraintViolatedException.Kind.LENGTH));
        assertThat(ENTITIES).allMatch(entity -> count(entity) == 0);
        world.tap().reset();
        Map<String, Object> wrong = new HashMap<>(dune("y"));
        wrong.put("reviews", List.of(Map.of("rating", "five", "user", Map.of("username", "jane"))));
        assertThatThrownBy(() -> books.insertMap(wrong)).isInstanceOf(InvalidRequestException.class);
        assertThat(world.tap().statements()).isEmpty();
    }

    /** What a verb is called with: the books that are there. */
    private record Verb(String name, int statements, Consumer<List<Book>> call) {}

    private List<Verb> verbs() {
        BlockingRepository<Book> plain = books.withoutRelated();
        Long author = world.easy()
                .blocking(Author.class)
                .insertMap(Map.of("name", "A"))
                .getId();
        Map<String, Object> flat = Map.of("title", "t", "authorId", author);
        List<Long> authors = world
                .easy()
                .blocking(Author.class)
                .insertMaps(List.of(Map.of("name", "B"), Map.of("name", "C"), Map.of("name", "D")))
                .stream()
                .map(EasyModel::getId)
                .toList();
        Book entity = new Book();
        entity.title = "e";
        entity.authorId = author;
        Book saved = new Book();
        saved.title = "s";
        saved.authorId = author;
        return List.of(
                new Verb("insert", 3, b -> plain.insert(entity)),
                new Verb("insertMap", 3, b -> plain.insertMap(flat)),
                new Verb("insertMap, all relationships loaded", 4, b -> books.insertMap(flat)),
                new Verb("insertMap, nested", 15, b -> books.insertMap(dune("n"))),
                // Rows that nothing hangs on are inserted beside EclipseLink, in batches that the tap does not see.
                new Verb("insertMaps", 2, b -> plain.insertMaps(List.of(flat, flat, flat))),
                new Verb(
                        "insertMaps, of several authors",
                        2,
                        b -> plain.insertMaps(authors.stream()
                                .map(id -> Map.of("title", "t", "authorId", id))
                                .toList())),
                new Verb("find", 1, b -> plain.find(b.get(0).getId())),
                new Verb("find with two paths", 3, b -> plain.find(b.get(0).getId(), "tags", "reviews")),
                new Verb("find with a path of two", 3, b -> plain.find(b.get(0).getId(), "reviews.user")),
                new Verb("all", 1, b -> plain.all()),
                new Verb("all, direct relationships", 5, b -> books.all()),
                new Verb("first", 1, b -> plain.first(Map.of("title", "Dune"))),
                new Verb("count", 1, b -> books.count(Map.of("author", Map.of("name", "A")))),
                new Verb("exists", 1, b -> books.exists()),
                new Verb(
                        "limit with paths",
                        3,
                        b -> plain.select().limit(2).include("tags", "reviews").list()),
                new Verb("refresh", 1, b -> plain.refresh(b.get(0))),
                new Verb("loadRelated", 3, b -> books.loadRelated(new ArrayList<>(b), "tags", "reviews")),
                new Verb("update", 3, b -> plain.update(b.get(0).getId(), Map.of("title", "u"))),
                new Verb(
                        "updateEach",
                        4,
                        b -> plain.updateEach(b.stream()
                                .limit(3)
                                .map(each -> Map.of("id", each.getId(), "title", "v"))
                                .toList())),
                new Verb(
                        "updateWhere",
                        1,
                        b -> books.updateWhere(Map.of("author", Map.of("name", "A")), Map.of("title", "w"))),
                new Verb("save, new", 3, b -> plain.save(saved)),
                new Verb("save, changed", 8, b -> {
                    b.get(0).title = "x";
                    plain.save(b.get(0));
                }),
                new Verb("addRelated", 4, b -> books.addRelated(b.get(0), "tags", Map.of("name", "one"))),
                new Verb("addRelated, again", 3, b -> books.addRelated(b.get(0), "tags", Map.of("name", "one"))),
                new Verb(
                        "setRelated",
                        7,
                        b -> books.setRelated(b.get(0), "tags", Map.of("name", "one"), Map.of("name", "two"))),
                new Verb("removeRelated", 3, b -> books.removeRelated(b.get(0), "tags", Map.of("name", "one"))),
                new Verb("toMap", 0, b -> books.toMap(b.get(0))),
                new Verb("deleteById", 5, b -> books.deleteById(b.get(0).getId())),
                new Verb("delete", 5, b -> books.delete(b.get(1))),
                new Verb("deleteWhere", 5, b -> books.deleteWhere(Map.of("title", "w"))),
                new Verb("deleteEverything", 5, b -> books.deleteEverything()));
    }

    @Test
    void eachVerb_takesItsNumberOfStatements() {
        for (int i = 0; i < 5; i++) {
            books.insertMap(dune("t" + i));
        }
        Map<String, Integer> expected = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<Book> some = books.withoutRelated().select().orderBy("id").list();
        for (Verb verb : verbs()) {
            world.tap().reset();
            verb.call().accept(some);
            expected.put(verb.name(), verb.statements());
            seen.put(verb.name(), world.tap().statements().size());
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void manyRows_toAsManyOthers_areInsertedWithAConstantNumberOfReads() {
        List<Long> authors = world
                .easy()
                .blocking(Author.class)
                .insertMaps(IntStream.range(0, 100)
                        .mapToObj(i -> Map.of("name", "author" + i))
                        .toList())
                .stream()
                .map(EasyModel::getId)
                .toList();
        List<Long> reads = new ArrayList<>();
        for (int count : List.of(2, 100)) {
            world.tap().reset();
            List<Book> inserted = books.insertMaps(authors.stream()
                    .limit(count)
                    .map(id -> Map.of("title", "t" + id, "authorId", id, "tags", List.of(Map.of("name", "one"))))
                    .toList());
            reads.add(world.tap().statements().stream()
                    .filter(sql -> sql.startsWith("SELECT"))
                    .count());
            assertThat(inserted).hasSize(count).allSatisfy(book -> assertThat(book.author.name)
                    .isEqualTo("author" + authors.indexOf(book.authorId)));
        }
        assertThat(reads.get(1)).isEqualTo(reads.get(0)).isLessThan(10);
    }
}
