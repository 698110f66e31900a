package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;
import static org.easymodel.query.Conditions.not;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.query.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A list of values may be of any length. */
@ParameterizedClass
@EnumSource(Database.class)
class LongListTest {

    private static final int MANY = 66_000;

    @Parameter
    private Database database;

    private Library library;
    private BlockingRepository<Book> books;
    private List<Book> all;
    private List<Long> ids;

    @BeforeEach
    void fill() {
        library = Library.on(database);
        library.empty();
        books = library.easy.blocking(Book.class).withoutRelated();
        Author author = library.easy.blocking(Author.class).insertMap(Map.of("name", "Ann"));
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            maps.add(Map.of(
                    "title",
                    "Tit\"le\\,{}'" + i,
                    "isbn",
                    "i" + i,
                    "stock",
                    i,
                    "price",
                    i,
                    "published",
                    LocalDate.of(2000, 1, 1 + i),
                    "authorId",
                    author.getId()));
        }
        all = books.insertMaps(maps);
        books.updateWhere(Map.of("isbn", "i7"), org.easymodel.EasyMap.of("published", null));
        ids = new ArrayList<>(LongStream.range(1, MANY).map(i -> -i).boxed().toList());
        ids.addAll(List.of(all.get(2).getId(), all.get(4).getId(), all.get(6).getId()));
        library.tap.reset();
    }

    private static <T> List<T> many(Function<Integer, T> value) {
        return IntStream.range(0, MANY).mapToObj(value::apply).toList();
    }

    private List<Integer> found(Condition condition) {
        return books.select(condition).orderBy("-stock").list().stream()
                .map(Book::getStock)
                .toList();
    }

    @Test
    void manyValues_selectTheSameAsFew() {
        assertThat(found(attribute("id").in(ids))).containsExactly(6, 4, 2);
        assertThat(library.tap.statements()).hasSize(1);
        assertThat(found(attribute("id").notIn(ids))).containsExactly(7, 5, 3, 1, 0);
        assertThat(found(not(attribute("id").in(ids)))).containsExactly(7, 5, 3, 1, 0);
        assertThat(found(attribute("id").in(ids).or(attribute("stock").equalTo(7))))
                .containsExactly(7, 6, 4, 2);
        assertThat(found(attribute("id").in(ids).and(attribute("stock").notIn(many(i -> i + 4)))))
                .as("two lists in one statement")
                .containsExactly(2);
        assertThat(books.select(attribute("id").in(ids))
                        .orderBy("-stock")
                        .limit(1)
                        .offset(1)
                        .list())
                .singleElement()
                .extracting(Book::getStock)
                .isEqualTo(4);
        assertThat(books.count(attribute("id").in(ids))).isEqualTo(3);
        assertThat(books.select(Map.of("id", ids)).include("author", "tags").list())
                .hasSize(3);
    }

    @Test
    void manyValues_ofEachType_areFound() {
        assertThat(found(attribute("stock").in(many(i -> i + 5)))).containsExactly(7, 6, 5);
        assertThat(found(attribute("title").in(many(i -> "Tit\"le\\,{}'" + (i + 5)))))
                .containsExactly(7, 6, 5);
        assertThat(found(attribute("title").ignoreCase().in(many(i -> "TIT\"LE\\,{}'" + (i + 6)))))
                .containsExactly(7, 6);
        assertThat(found(attribute("published")
                        .in(IntStream.range(0, 3000)
                                .mapToObj(i -> LocalDate.of(2000, 1, 5).plusDays(i))
                                .toList())))
                .containsExactly(6, 5, 4);
        assertThat(found(not(attribute("published")
                        .in(IntStream.range(0, 3000)
                                .mapToObj(i -> LocalDate.of(2000, 1, 5).plusDays(i))
                                .toList()))))
                .as("also those without a value")
                .containsExactly(7, 3, 2, 1, 0);
        assertThat(found(attribute("price").in(many(i -> new BigDecimal(i + 6 + (i % 2 == 0 ? ".00" : ""))))))
                .containsExactly(7, 6);
        assertThat(found(not(attribute("price").in(many(i -> new BigDecimal(i + "." + i))))))
                .containsExactly(7, 6, 5, 4, 3, 2, 1);
        List<Instant> moments = new ArrayList<>(
                many(i -> Instant.parse("2001-01-01T00:00:00.000001Z").plusSeconds(i)));
        BlockingRepository<Author> authors = library.easy.blocking(Author.class);
        Instant first = authors.select().one().getCreatedAt();
        assertThat(authors.count(attribute("createdAt").in(moments))).isZero();
        moments.add(first);
        assertThat(authors.count(attribute("createdAt").in(moments))).isOne();
        assertThat(authors.count(attribute("createdAt").notIn(moments))).isZero();
    }

    @Test
    void manyValues_overRelationships_areFound() {
        library.easy
                .blocking(Review.class)
                .insertMaps(List.of(
                        Map.of("rating", 3, "bookId", all.get(3).getId()),
                        Map.of("rating", 5, "bookId", all.get(5).getId())));
        assertThat(found(attribute("reviews.rating").in(many(i -> i + 4)))).containsExactly(5);
        assertThat(found(not(attribute("reviews.rating").in(many(i -> i + 4))))).containsExactly(7, 6, 4, 3, 2, 1, 0);
        assertThat(found(attribute("author.name").in(many(i -> "Ann" + (i == 0 ? "" : i)))))
                .hasSize(8);
        assertThat(library.easy
                        .blocking(Review.class)
                        .count(attribute("book.id").in(ids)))
                .isZero();
        assertThat(library.easy
                        .blocking(Review.class)
                        .count(attribute("book")
                                .in(IntStream.range(0, 2000)
                                        .mapToObj(i -> all.get(i % 4))
                                        .collect(Collectors.toList()))))
                .isOne();
    }

    @Test
    void cursor_goesOn_whereTheListIsTheSame() {
        List<Long> found = new java.util.ArrayList<>();
        jakarta.data.page.PageRequest request = jakarta.data.page.PageRequest.ofSize(2);
        jakarta.data.page.PageRequest next = request;
        while (next != null) {
            var page = books.select(attribute("id").in(List.copyOf(ids)))
                    .orderBy("-title")
                    .cursor(next);
            page.content().forEach(each -> found.add(each.getId()));
            next = page.hasNext() ? page.nextPageRequest() : null;
        }
        assertThat(found)
                .containsExactly(
                        all.get(6).getId(), all.get(4).getId(), all.get(2).getId());
        jakarta.data.page.PageRequest second = books.select(attribute("id").in(ids))
                .orderBy("-title")
                .cursor(request)
                .nextPageRequest();
        assertThatThrownBy(() -> books.select(attribute("id").in(ids.subList(1, ids.size())))
                        .orderBy("-title")
                        .cursor(second))
                .hasMessageContaining("EM-1277");
    }

    @Test
    void manyValues_changeAndDelete() {
        assertThat(books.updateWhere(attribute("id").in(ids), Map.of("stock", increment(100))))
                .isEqualTo(3);
        assertThat(found(attribute("stock").greaterThan(50))).containsExactly(106, 104, 102);
        assertThat(books.deleteWhere(attribute("id").notIn(ids))).isEqualTo(5);
        assertThat(books.deleteWhere(Map.of("id", ids))).isEqualTo(3);
        assertThat(books.count()).isZero();
    }

    @Test
    void manyValues_workInOneTransactionAndAgain() {
        long found = books.transaction(tx -> {
            tx.repository(Book.class).updateWhere(attribute("id").in(ids), Map.of("stock", 50));
            return tx.repository(Book.class)
                    .count(attribute("id").in(ids).and(attribute("stock").equalTo(50)));
        });
        assertThat(found).isEqualTo(3);
        assertThat(books.count(attribute("id").in(ids))).isEqualTo(3);
    }
}
