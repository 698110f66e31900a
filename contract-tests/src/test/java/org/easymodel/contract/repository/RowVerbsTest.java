package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.Retry;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.BookTag;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.Order;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RowNotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The verbs for many rows and for entities that were read, and what happens when many call them at once. */
@ParameterizedClass
@EnumSource(Database.class)
class RowVerbsTest {

    @Parameter
    private Database database;

    private Library library;

    @BeforeEach
    void open() {
        library = Library.on(database);
        library.empty();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return library.easy.blocking(type);
    }

    private BlockingRepository<Book> books() {
        return rows(Book.class);
    }

    private long count(Class<?> type) {
        return rows(type).select().count();
    }

    private Book book(String isbn, Object... more) {
        Map<String, Object> values = new java.util.HashMap<>(EasyMap.of(more));
        values.putAll(Map.of("title", "T" + isbn, "isbn", isbn, "author", Map.of("name", "A", "email", "a@x.org")));
        return books().insertMap(values);
    }

    private long writes() {
        return library.tap.statements().stream()
                .filter(sql -> !sql.startsWith("SELECT"))
                .count();
    }

    @Test
    void insertMaps_keepsTheOrder_andLooksUpOnce() {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int i = 9; i >= 0; i--) {
            maps.add(Map.of(
                    "title",
                    "T" + i,
                    "isbn",
                    "i" + i,
                    "author",
                    Map.of("name", "A", "email", "a@x.org"),
                    "tags",
                    List.of(Map.of("name", "t" + i % 2))));
        }
        library.tap.reset();
        List<Book> inserted = books().insertMaps(maps);
        assertThat(inserted)
                .extracting(Book::getIsbn)
                .containsExactly("i9", "i8", "i7", "i6", "i5", "i4", "i3", "i2", "i1", "i0");
        assertThat(inserted).allSatisfy(book -> assertThat(book.getTags()).hasSize(1));
        assertThat(writes()).as("1 author, 10 books, 2 tags, 10 links").isEqualTo(23);
        assertThat(count(Author.class)).isOne();
        assertThat(count(Tag.class)).isEqualTo(2);
        assertThat(books().insertMaps(List.of())).isEmpty();
    }

    @Test
    void insertMaps_problems_nameThePlace() {
        assertThatThrownBy(() -> books().insertMaps(List.of(
                        Map.of("title", "x", "isbn", "1", "author", Map.of("name", "A")), Map.of("titel", "y"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1304 Book.insertMaps: there is no attribute '[1].titel'")
                .hasMessageContaining("EM-1307 Book.insertMaps: '[1].isbn' is required");
        assertThat(count(Book.class) + count(Author.class)).isZero();
    }

    @Test
    void insertAll_entitiesThatShareWhatTheyLeadTo() {
        Order order = new Order("o1");
        Book book = book("1");
        List<OrderLine> lines = rows(OrderLine.class)
                .insertAll(List.of(new OrderLine(order, book.getId(), 2), new OrderLine(order, book.getId(), 3)));
        assertThat(lines).extracting(OrderLine::getQuantity).containsExactly(2, 3);
        assertThat(count(Order.class)).isOne();
        assertThat(rows(OrderLine.class).insertAll(List.of())).isEmpty();
        assertThatThrownBy(() -> rows(OrderLine.class).insertAll(java.util.Arrays.asList(lines.get(0), null)))
                .hasMessage("EM-2023 OrderLine.insertAll: element 1 is null. Leave it out.");
    }

    @Test
    void insert_thatFails_leavesTheObjectsAsTheyWere() {
        book("1");
        Author author = new Author();
        assertThatThrownBy(() -> rows(Author.class).insert(author)).isInstanceOf(EasyModelException.class);
        Tag tag = new Tag("twice");
        rows(Tag.class).insertMap(Map.of("name", "twice"));
        assertThatThrownBy(() -> rows(Tag.class).insert(tag)).isInstanceOf(ConstraintViolatedException.class);
        assertThat(tag.getId()).isNull();
        assertThat(tag.getCreatedAt()).isNull();
    }

    @Test
    void updateEach_changesEachRowInItsOwnWay_orNone() {
        Book one = book("1", "stock", 1);
        Book two = book("2", "stock", 2);
        library.tap.reset();
        assertThat(books().updateEach(List.of(
                        Map.of("id", two.getId(), "stock", 20),
                        Map.of("id", one.getId(), "stock", 10, "title", "One"))))
                .isEqualTo(2);
        assertThat(writes()).isEqualTo(2);
        assertThat(library.tap.statements()).hasSize(3);
        assertThat(books().find(one.getId()).orElseThrow().getStock()).isEqualTo(10);
        assertThat(books().find(two.getId()).orElseThrow().getVersion()).isEqualTo(two.getVersion() + 1);
        assertThatThrownBy(() -> books().updateEach(
                                List.of(Map.of("id", one.getId(), "stock", 7), Map.of("id", -1, "stock", 7))))
                .isInstanceOf(RowNotFoundException.class)
                .hasMessage("EM-2028 Book.updateEach: 1 of 2 rows of Book are not there. Nothing was written."
                        + " Leave them out, or insert them.");
        assertThatThrownBy(() -> books().updateEach(List.of(Map.of("stock", 7))))
                .hasMessage("EM-2026 Book.updateEach: '[0]' does not give 'id'. Give the key of each row.");
        assertThatThrownBy(() -> books().updateEach(List.of(Map.of("id", one.getId()), Map.of("id", one.getId()))))
                .hasMessage("EM-2027 Book.updateEach: [0] and [1] have the same key. Give each row once.");
        assertThat(books().find(one.getId()).orElseThrow().getStock()).isEqualTo(10);
        assertThat(books().updateEach(List.of())).isZero();
    }

    @Test
    void save_insertsOrWrites_andRefusesAStaleOne() {
        Tag tag = rows(Tag.class).save(new Tag("new"));
        assertThat(tag.getId()).isNotNull();
        Book read = book("1");
        Book other = books().find(read.getId()).orElseThrow();
        read.setTitle("Changed");
        Book saved = books().save(read);
        assertThat(saved.getTitle()).isEqualTo("Changed");
        assertThat(saved.getVersion()).isEqualTo(other.getVersion() + 1);
        other.setTitle("Lost");
        assertThatThrownBy(() -> books().save(other))
                .isInstanceOfSatisfying(ConcurrentChangeException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConcurrentChangeException.Kind.STALE);
                    assertThat(failure.isRetryable()).isFalse();
                })
                .hasMessage("EM-2022 Book.save: the given Book is not the current one: 'version' has moved."
                        + " Read the row again and repeat the change.");
        assertThatThrownBy(() -> books().delete(other)).isInstanceOf(ConcurrentChangeException.class);
        assertThat(books().delete(saved)).isTrue();
        assertThat(books().delete(saved)).isFalse();
        assertThatThrownBy(() -> books().save(saved)).isInstanceOf(RowNotFoundException.class);
    }

    @Test
    void deleteEverything_countsWhatRefuses_andTakesWhatGoesAlong() {
        book(
                "1",
                "tags",
                List.of(Map.of("name", "t")),
                "reviews",
                List.of(Map.of("rating", 1)),
                "category",
                Map.of("name", "c"));
        book("2");
        assertThatThrownBy(() -> rows(Author.class).deleteEverything())
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessageStartingWith("EM-2105 Author.deleteEverything: 2 rows of Book (authorId) lead");
        assertThat(books().deleteEverything()).isEqualTo(2);
        assertThat(count(Review.class) + count(BookTag.class)).isZero();
        assertThat(count(Tag.class)).isOne();
        rows(Category.class).insertMap(Map.of("name", "a", "children", List.of(Map.of("name", "b"))));
        assertThat(rows(Category.class).deleteEverything()).isEqualTo(3);
        assertThat(rows(Author.class).deleteEverything()).isOne();
        assertThat(rows(Author.class).deleteEverything()).isZero();
    }

    @Test
    void increments_inParallel_areNeverLost() throws Exception {
        Book book = book("1", "stock", 1000);
        BlockingRepository<Book> patient = books().withRetry(Retry.times(50));
        long done = inParallel(
                8,
                1000,
                () -> patient.updateWhere(
                        Map.of("id", book.getId(), "stock", Map.of("$gt", 0)), Map.of("stock", increment(-1))));
        assertThat(done).isEqualTo(1000);
        assertThat(books().find(book.getId()).orElseThrow().getStock()).isZero();
        assertThat(books().find(book.getId()).orElseThrow().getVersion()).isEqualTo(book.getVersion() + 1000);
    }

    @Test
    void sameNewRow_inParallel_isInsertedOnce() throws Exception {
        BlockingRepository<Book> patient = books().withRetry(Retry.times(20));
        java.util.concurrent.atomic.AtomicInteger number = new java.util.concurrent.atomic.AtomicInteger();
        inParallel(8, 40, () -> {
            int own = number.incrementAndGet();
            patient.insertMap(Map.of(
                    "title",
                    "T",
                    "isbn",
                    "p" + own,
                    "author",
                    Map.of("name", "A", "email", "shared@x.org"),
                    "tags",
                    List.of(Map.of("name", "shared"))));
            return 1L;
        });
        assertThat(count(Book.class)).isEqualTo(40);
        assertThat(count(Author.class)).isOne();
        assertThat(count(Tag.class)).isOne();
        assertThat(count(BookTag.class)).isEqualTo(40);
    }

    private static long inParallel(int threads, int times, Callable<Long> call) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                calls.add(executor.submit(call));
            }
            long sum = 0;
            for (Future<Long> each : calls) {
                sum += each.get();
            }
            return sum;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void updateWhere_expressions_areOneStatement() {
        book("1", "price", 10, "stock", 1);
        library.tap.reset();
        books().updateWhere(
                        Map.of("author.email", "a@x.org"),
                        Map.of("price", attribute("price").times(2), "stock", increment(5)));
        assertThat(library.tap.statements()).hasSize(1);
        assertThat(books().select().one().getStock()).isEqualTo(6);
    }
}
