package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.DefaultValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many rows under their keys, in few statements and in the midst of others. */
@ParameterizedClass
@EnumSource(Database.class)
class UpsertTest {

    @Parameter
    private Database database;

    private Library library;

    /** Its key is made by the database, its rows are watched, and it has a value that is used unless another is given. */
    @Entity(name = "Gauge")
    public static class Gauge {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Column(unique = true)
        private String code;

        @DefaultValue("5")
        private Integer level;

        private String calls;

        @PrePersist
        void before() {
            calls = "inserted";
        }

        @PreUpdate
        void again() {
            calls = "updated";
        }
    }

    /** The same with nobody who watches. */
    @Entity(name = "Dial")
    public static class Dial {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Column(unique = true)
        private String code;

        @DefaultValue("5")
        private Integer level;
    }

    @BeforeEach
    void open() {
        library = Library.on(database);
        library.empty();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return library.easy.blocking(type);
    }

    private static Map<String, Object> author(String email, String name) {
        return Map.of("email", email, "name", name);
    }

    /** What the rows of the books have, but what two inserts never have in common. */
    private List<List<Object>> books() {
        return rows(Book.class).select().withoutRelated().orderBy("isbn").list().stream()
                .map(book -> java.util.Arrays.<Object>asList(
                        book.getIsbn(),
                        book.getTitle(),
                        book.getPrice() == null ? null : book.getPrice().stripTrailingZeros(),
                        book.getStock(),
                        book.getGenre(),
                        book.getAuthorId(),
                        book.getVersion()))
                .toList();
    }

    private static Map<String, Object> book(Random random, Author author, boolean complete) {
        Map<String, Object> book = new HashMap<>();
        if (complete || random.nextInt(6) > 0) {
            book.put("title", "t" + random.nextInt(3));
        }
        if (random.nextBoolean()) {
            book.put("price", random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            book.put("stock", random.nextInt(3));
        }
        if (random.nextBoolean()) {
            book.put("genre", random.nextBoolean() ? null : "CRIME");
        }
        switch (random.nextInt(4)) {
            case 0 -> book.put("author", author);
            case 1 -> book.put("author", Map.of("email", author.getEmail()));
            case 2 -> book.put("author", author(author.getEmail(), author.getName()));
            default -> book.put("authorId", author.getId());
        }
        return book;
    }

    @Test
    void isWhatALoopOfUpdateOrCreateDoes() {
        Author author = rows(Author.class).insertMap(author("a@x.org", "A"));
        int refused = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            List<Map<String, Object>> before = new ArrayList<>();
            List<Map<String, Object>> given = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                if (random.nextInt(3) > 0) {
                    Map<String, Object> old = book(random, author, true);
                    old.put("isbn", "i" + i);
                    before.add(old);
                }
                Map<String, Object> book = book(random, author, false);
                book.put("isbn", "i" + i);
                given.add(book);
            }
            java.util.Collections.shuffle(given, random);

            rows(Book.class).insertMaps(before);
            boolean fails = false;
            try {
                rows(Book.class).transaction(tx -> {
                    for (Map<String, Object> each : given) {
                        Map<String, Object> values = new LinkedHashMap<>(each);
                        Object isbn = values.remove("isbn");
                        tx.repository(Book.class).updateOrCreate(Map.of("isbn", isbn), values);
                    }
                    return null;
                });
            } catch (EasyModelException e) {
                fails = true;
            }
            List<List<Object>> expected = books();
            rows(Book.class).deleteEverything();

            rows(Book.class).insertMaps(before);
            if (fails) {
                refused++;
                assertThatThrownBy(() -> rows(Book.class).upsertAll(given, "isbn"))
                        .isInstanceOf(InvalidRequestException.class)
                        .hasMessageContaining("EM-1307");
            } else {
                assertThat(rows(Book.class).upsertAll(given, "isbn")).isEqualTo(given.size());
            }
            assertThat(books()).as("seed " + seed).isEqualTo(expected);
            rows(Book.class).deleteEverything();
        }
        assertThat(refused).isBetween(1, 24);
    }

    @Test
    void ofManyThreads_isOneRowForEachKey_andNoFailure() throws Exception {
        int threads = 16;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<Long>> futures = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                futures.add(pool.submit((Callable<Long>) () -> {
                    start.await();
                    Random random = new Random(thread);
                    long written = 0;
                    for (int round = 0; round < 3; round++) {
                        List<Map<String, Object>> mine = new ArrayList<>(IntStream.range(0, 30)
                                .filter(i -> random.nextInt(3) > 0)
                                .mapToObj(i -> author("a" + i, "by" + thread))
                                .toList());
                        java.util.Collections.shuffle(mine, random);
                        written += rows(Author.class).upsertAll(mine, "email");
                    }
                    return written;
                }));
            }
            for (Future<Long> future : futures) {
                assertThat(future.get()).isPositive();
            }
        } finally {
            pool.shutdownNow();
        }
        List<Author> all = rows(Author.class).all();
        assertThat(all).extracting(Author::getEmail).doesNotHaveDuplicates().hasSize(30);
        assertThat(all).allMatch(each -> each.getName().startsWith("by"));
    }

    @Test
    void versionAndTimestamps_moveWithTheRow_andOnlyThen() {
        rows(Author.class).upsertAll(List.of(author("a", "A"), author("b", "B")), "email");
        List<Author> before = rows(Author.class).select().orderBy("email").list();
        assertThat(before).allMatch(each -> each.getCreatedAt() != null && each.getUpdatedAt() != null);
        Instant then = before.get(0).getUpdatedAt();
        rows(Author.class).upsertAll(List.of(author("a", "A"), author("b", "changed"), author("c", "C")), "email");
        List<Author> after = rows(Author.class).select().orderBy("email").list();
        assertThat(after).hasSize(3);
        assertThat(after.get(0).getUpdatedAt()).isEqualTo(then);
        assertThat(after.get(1).getUpdatedAt()).isAfterOrEqualTo(then);
        assertThat(after.get(1).getName()).isEqualTo("changed");
        assertThat(after.get(1).getCreatedAt()).isEqualTo(before.get(1).getCreatedAt());
        assertThat(after.get(1).getId()).isEqualTo(before.get(1).getId());

        rows(Book.class)
                .upsertAll(
                        List.of(
                                Map.of("isbn", "1", "title", "T", "author", after.get(0)),
                                Map.of("isbn", "2", "title", "U", "author", after.get(0))),
                        "isbn");
        rows(Book.class)
                .upsertAll(List.of(Map.of("isbn", "1", "title", "T"), Map.of("isbn", "2", "title", "V")), "isbn");
        assertThat(rows(Book.class).select().orderBy("isbn").list())
                .extracting(Book::getVersion)
                .containsExactly(1L, 2L);
    }

    @Test
    void inATransaction_itIsPartOfIt() {
        assertThatThrownBy(() -> rows(Author.class).transaction(tx -> {
                    tx.repository(Tag.class).insertMap(Map.of("name", "before"));
                    tx.repository(Author.class).upsertAll(List.of(author("b", "B"), author("a", "A")), "email");
                    assertThat(tx.repository(Author.class).count()).isEqualTo(2);
                    tx.repository(Author.class).upsertAll(List.of(author("b", "C"), author("c", "A")), "email");
                    assertThat(tx.repository(Author.class).count(Map.of("name", "C")))
                            .isOne();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows(Author.class).count()).isZero();
        assertThat(rows(Tag.class).count()).isZero();
    }

    @Test
    void asynchronously_andWithNothingToDo() {
        assertThat(library.easy
                        .repository(Tag.class)
                        .upsertAll(List.of(Map.of("name", "x"), Map.of("name", "y")), "name")
                        .toCompletableFuture()
                        .join())
                .isEqualTo(2);
        assertThat(rows(Tag.class).upsertAll(List.of(Map.of("name", "x"), Map.of("name", "z")), "name"))
                .isEqualTo(2);
        assertThat(rows(Tag.class).count()).isEqualTo(3);
        assertThat(rows(Tag.class).upsertAll(List.of(), "name")).isZero();
    }

    @Test
    void keysWithARelationship_andWhatHangsOnRows() {
        Category root = rows(Category.class).insertMap(Map.of("name", "root"));
        List<Map<String, Object>> leaves =
                List.of(Map.of("name", "b", "parent", root), Map.of("name", "a", "parent", Map.of("id", root.getId())));
        rows(Category.class).upsertAll(leaves, "parent", "name");
        rows(Category.class).upsertAll(List.of(Map.of("name", "a", "parentId", root.getId())), "parentId", "name");
        assertThat(rows(Category.class).count(Map.of("parentId", root.getId()))).isEqualTo(2);

        Map<String, Object> first = Map.of(
                "isbn", "1", "title", "T", "author", author("new@x.org", "N"), "tags", List.of(Map.of("name", "t")));
        Map<String, Object> second = Map.of("isbn", "2", "title", "U", "author", author("new@x.org", "N"));
        rows(Book.class).upsertAll(List.of(second, first), "isbn");
        rows(Book.class).upsertAll(List.of(second, first), "isbn");
        assertThat(rows(Author.class).count()).isOne();
        assertThat(rows(Tag.class).count()).isOne();
        assertThat(rows(Book.class).count(Map.of("author", Map.of("email", "new@x.org"))))
                .isEqualTo(2);
    }

    @Test
    void onPostgreSql_itIsOneStatement_whereNobodyIsToBeTold() {
        List<Map<String, Object>> many =
                IntStream.range(0, 300).mapToObj(i -> author("a" + i, "A")).toList();
        rows(Author.class).upsertAll(many.subList(0, 150), "email");
        library.tap.reset();
        rows(Author.class).upsertAll(many, "email");
        List<String> statements = library.tap.statements().stream()
                .filter(each -> !each.toLowerCase(java.util.Locale.ROOT).contains("nextval"))
                .toList();
        if (database == Database.POSTGRESQL) {
            assertThat(statements).singleElement().asString().contains("ON CONFLICT");
        } else {
            assertThat(statements).hasSizeLessThan(160);
        }
        assertThat(rows(Author.class).count()).isEqualTo(300);
    }

    /** EclipseLink 4 asks H2 for identities as only the mode of its old versions answers. */
    @Test
    void callbacksAndDefaultValues_areThoseOfSingleRows() {
        Map<String, String> properties = database.properties("gauges" + UUID.randomUUID());
        try (EasyRepositories easy = EasyRepositories.builder()
                .url(properties.get("jakarta.persistence.jdbc.url") + (database == Database.H2 ? ";MODE=LEGACY" : ""))
                .user(properties.getOrDefault("jakarta.persistence.jdbc.user", ""))
                .password(properties.getOrDefault("jakarta.persistence.jdbc.password", ""))
                .entities(Gauge.class, Dial.class)
                .createAll()
                .open()) {
            BlockingRepository<Gauge> gauges = easy.blocking(Gauge.class);
            gauges.upsertAll(List.of(Map.of("code", "a"), Map.of("code", "b", "level", 7)), "code");
            gauges.upsertAll(List.of(Map.of("code", "b", "level", 8), EasyMap.of("code", "c", "level", null)), "code");
            assertThat(gauges.select().orderBy("code").list())
                    .extracting(each -> each.code + each.level + each.calls)
                    .containsExactly("a5inserted", "b8updated", "c5inserted");
            BlockingRepository<Dial> dials = easy.blocking(Dial.class);
            dials.upsertAll(List.of(Map.of("code", "a"), Map.of("code", "b", "level", 7)), "code");
            dials.upsertAll(List.of(EasyMap.of("code", "b", "level", null), Map.of("code", "c")), "code");
            assertThat(dials.select().orderBy("code").list())
                    .extracting(each -> each.code + each.level)
                    .containsExactly("a5", "bnull", "c5");
        }
    }

    /** A table that somebody else made need not have the index. */
    @Test
    void withoutTheUniqueIndex_theRowsAreLookedUp() {
        Map<String, String> properties = database.properties("dials" + UUID.randomUUID());
        try (EasyRepositories easy = EasyRepositories.builder()
                .url(properties.get("jakarta.persistence.jdbc.url") + (database == Database.H2 ? ";MODE=LEGACY" : ""))
                .user(properties.getOrDefault("jakarta.persistence.jdbc.user", ""))
                .password(properties.getOrDefault("jakarta.persistence.jdbc.password", ""))
                .entities(Dial.class)
                .createAll()
                .open()) {
            BlockingRepository<Dial> dials = easy.blocking(Dial.class);
            if (database == Database.POSTGRESQL) {
                dials.transaction(tx -> {
                    String name = tx.sql(
                                    "select constraint_name from information_schema.table_constraints"
                                            + " where table_name = 'dial' and constraint_type = 'UNIQUE'",
                                    Map.of())
                            .get(0)
                            .get("constraint_name")
                            .toString();
                    return tx.execute("alter table dial drop constraint " + name, Map.of());
                });
            }
            dials.upsertAll(List.of(Map.of("code", "a", "level", 1), Map.of("code", "b", "level", 1)), "code");
            dials.transaction(tx -> tx.repository(Dial.class)
                    .upsertAll(List.of(Map.of("code", "b", "level", 2), Map.of("code", "c", "level", 2)), "code"));
            assertThat(dials.select().orderBy("code").list())
                    .extracting(each -> each.code + each.level)
                    .containsExactly("a1", "b2", "c2");
        }
    }

    @Test
    void wrongRows_areRefusedBeforeTheDatabaseIsAsked() {
        library.tap.reset();
        assertThatThrownBy(() -> rows(Author.class).upsertAll(List.of(author("a", "A"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-2271 Author.upsertAll: no attribute is named that says which row is which."
                        + " Name the attributes of a unique key after the rows.");
        assertThatThrownBy(() -> rows(Author.class).upsertAll(List.of(author("a", "A"), author("b", "B")), "name"))
                .hasMessageContaining("EM-2244")
                .hasMessageContaining("(email)");
        assertThatThrownBy(() -> rows(Author.class)
                        .upsertAll(
                                List.of(
                                        author("a", "A"),
                                        Map.of("name", "B"),
                                        EasyMap.of("name", "C", "email", null),
                                        author("a", "D")),
                                "email"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(
                        "EM-2272 Author.upsertAll: '[1].email' is missing, and belongs to the key that was"
                                + " named. Give a value.")
                .hasMessageContaining("EM-2241 Author.upsertAll: '[2].email'")
                .hasMessageContaining(
                        "EM-2273 Author.upsertAll: '[3]' has the key of '[0]', so that it is open which of"
                                + " them is to be the row. Give one map for each row.");
        assertThatThrownBy(() -> rows(Author.class).upsertAll(List.of(Map.of("id", 1, "name", "A")), "id"))
                .hasMessageContaining("EM-2245");
        assertThatThrownBy(() -> rows(Author.class)
                        .upsertAll(List.of(author("a", "A"), Map.of("email", "b", "nmae", 1)), "email"))
                .hasMessageContaining("EM-1304 Author.upsertAll: there is no attribute '[1].nmae'");
        assertThatThrownBy(() -> rows(Author.class).upsertAll(null, "email")).hasMessageContaining("EM-");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void anotherConstraint_isAFailure_andNothingIsWritten() {
        rows(Author.class).insertMap(author("a", "A"));
        Author author = rows(Author.class).first().orElseThrow();
        List<Map<String, Object>> books = List.of(
                Map.of("isbn", "1", "title", "T", "author", author), Map.of("isbn", "2", "title", "U", "authorId", -1));
        assertThatThrownBy(() -> rows(Book.class).upsertAll(books, "isbn"))
                .isInstanceOfAny(ConstraintViolatedException.class, InvalidRequestException.class);
        assertThat(rows(Book.class).count()).isZero();
    }
}
