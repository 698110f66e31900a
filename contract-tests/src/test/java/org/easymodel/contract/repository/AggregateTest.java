package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.desc;
import static org.easymodel.query.Conditions.greaterThan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.contract.repository.library.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Aggregates and groups give the same values in the same types on every database. */
class AggregateTest {

    /** Sums of a group. */
    public record Totals(String authorName, Long books, long stock, BigDecimal worth, double average) {}

    /** Books by author. */
    public record Written(String name, int written) {}

    private static Library fill(Database database) {
        Library library = Library.on(database);
        library.empty();
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        Map<String, Object> lem = Map.of("name", "Lem", "email", "lem@x.org");
        Map<String, Object> herbert = Map.of("name", "Herbert", "email", "h@x.org");
        books.insertMap(EasyMap.of(
                "title",
                "Solaris",
                "isbn",
                "1",
                "price",
                "7.50",
                "stock",
                2,
                "author",
                lem,
                "published",
                "1961-01-01",
                "reviews",
                List.of(Map.of("rating", 5, "text", "a"), Map.of("rating", 2)),
                "tags",
                List.of(Map.of("name", "classic"), Map.of("name", "planet"))));
        books.insertMap(EasyMap.of(
                "title",
                "Fiasco",
                "isbn",
                "2",
                "price",
                "2.50",
                "stock",
                3,
                "author",
                lem,
                "published",
                "1986-01-01",
                "reviews",
                List.of(Map.of("rating", 2, "text", "a"))));
        books.insertMap(EasyMap.of(
                "title",
                "Dune",
                "isbn",
                "3",
                "stock",
                2_000_000_000,
                "author",
                herbert,
                "tags",
                List.of(Map.of("name", "classic"))));
        books.insertMap(EasyMap.of("title", "Messiah", "isbn", "4", "stock", 2_000_000_000, "author", herbert));
        library.easy.blocking(Author.class).insertMap(Map.of("name", "Nobody", "email", "n@x.org"));
        library.tap.reset();
        return library;
    }

    private static Map<Object, Object> column(List<Map<String, Object>> rows, String key, String value) {
        Map<Object, Object> column = new LinkedHashMap<>();
        rows.forEach(row -> column.put(row.get(key), row.get(value)));
        return column;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void scalars(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        assertThat(books.select().sum("stock")).isEqualTo(4_000_000_005L);
        assertThat(books.select().sum("price")).isEqualTo(new BigDecimal("10.00"));
        assertThat(books.select().avg("stock")).contains(1_000_000_001.25);
        assertThat(books.select(Map.of("author.name", "Lem")).avg("stock")).contains(2.5);
        assertThat(books.select(Map.of("author.name", "Lem")).avg("price")).contains(5.0);
        assertThat(books.select().<LocalDate>min("published")).contains(LocalDate.of(1961, 1, 1));
        assertThat(books.select().<Integer>max("stock")).contains(2_000_000_000);
        assertThat(books.select().<String>max("author.name")).contains("Lem");
        assertThat(books.select(Map.of("author.name", "Lem"))
                        .sum(attribute("price").times("stock")))
                .isEqualTo(new BigDecimal("22.50"));
        assertThat(books.select(Map.of("title", "none")).sum("stock")).isEqualTo(0L);
        assertThat(books.select(Map.of("title", "none")).sum("price")).isEqualTo(BigDecimal.valueOf(0));
        assertThat(books.select(Map.of("title", List.of())).sum("stock")).isEqualTo(0L);
        assertThat(books.select(Map.of("title", "none")).avg("price")).isEmpty();
        assertThat(books.select(Map.of("title", "none")).min("title")).isEmpty();
        assertThat(library.easy.blocking(Author.class).select().sum("books.stock"))
                .isEqualTo(4_000_000_005L);
        assertThat(library.easy.blocking(Review.class).select().avg("rating")).contains(3.0);
        assertThat(library.tap.statements()).hasSize(16);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void groups(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        var byAuthor = books.select()
                .groupBy("author.name")
                .count("books")
                .sum("stock", "stock")
                .sum(attribute("price").times("stock"), "worth")
                .avg("stock", "average")
                .orderBy("-average");
        assertThat(byAuthor.list())
                .containsExactly(
                        EasyMap.of(
                                "author.name",
                                "Herbert",
                                "books",
                                2L,
                                "stock",
                                4_000_000_000L,
                                "worth",
                                null,
                                "average",
                                2e9),
                        EasyMap.of(
                                "author.name",
                                "Lem",
                                "books",
                                2L,
                                "stock",
                                5L,
                                "worth",
                                new BigDecimal("22.50"),
                                "average",
                                2.5));
        assertThat(byAuthor.as(Totals.class).list())
                .containsExactly(
                        new Totals("Herbert", 2L, 4_000_000_000L, null, 2e9),
                        new Totals("Lem", 2L, 5, new BigDecimal("22.50"), 2.5));
        assertThat(byAuthor.limit(1).offset(1).as(Totals.class).first())
                .map(Totals::authorName)
                .contains("Lem");
        assertThat(byAuthor.having(attribute("average").lessThan(3))
                        .as(Totals.class)
                        .list())
                .hasSize(1);
        assertThat(byAuthor.having(Map.of("stock", greaterThan(5), "author.name", "H*"))
                        .list())
                .hasSize(1);
        assertThat(byAuthor.having(attribute("worth").isNull()).list()).hasSize(1);
        assertThat(byAuthor.having(attribute("books").in(1, 3)).list()).isEmpty();
        assertThat(byAuthor.having(attribute("stock").greaterThan(attribute("average")))
                        .list())
                .hasSize(2);
        assertThat(books.select().groupBy("author.name", "published").count("n").list())
                .hasSize(3);
        assertThat(books.select()
                        .groupBy()
                        .count("n")
                        .countDistinct("author.name", "authors")
                        .min("published", "first")
                        .max(attribute("stock").plus(1), "most")
                        .list())
                .containsExactly(
                        EasyMap.of("n", 4L, "authors", 2L, "first", LocalDate.of(1961, 1, 1), "most", 2_000_000_001L));
        assertThat(books.select()
                        .groupBy("published")
                        .count("n")
                        .orderBy(desc("published").withNullsFirst())
                        .list())
                .extracting(row -> row.get("n"))
                .containsExactly(2L, 1L, 1L);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void groupsOverToMany_giveZeroWithoutRows(Database database) {
        Library library = fill(database);
        BlockingRepository<Author> authors = library.easy.blocking(Author.class);
        assertThat(column(
                        authors.select()
                                .groupBy("name")
                                .count("books")
                                .orderBy("name")
                                .list(),
                        "name",
                        "books"))
                .containsExactly(Map.entry("Herbert", 2L), Map.entry("Lem", 2L), Map.entry("Nobody", 0L));
        assertThat(authors.select()
                        .groupBy("name")
                        .count("books", "written")
                        .orderBy("-written", "name")
                        .as(Written.class)
                        .list())
                .containsExactly(new Written("Herbert", 2), new Written("Lem", 2), new Written("Nobody", 0));
        assertThat(column(
                        authors.select()
                                .groupBy("name")
                                .count("books.reviews", "reviews")
                                .list(),
                        "name",
                        "reviews"))
                .containsEntry("Lem", 3L)
                .containsEntry("Nobody", 0L);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        List<Map<String, Object>> both = books.select()
                .groupBy("title")
                .count("reviews")
                .count("bookTags")
                .count("rows")
                .list();
        assertThat(both).contains(EasyMap.of("title", "Solaris", "reviews", 2L, "bookTags", 2L, "rows", 1L));
        assertThat(both).contains(EasyMap.of("title", "Messiah", "reviews", 0L, "bookTags", 0L, "rows", 1L));
        assertThat(column(books.select().groupBy("author.name").count("tags").list(), "author.name", "tags"))
                .containsEntry("Lem", 2L)
                .containsEntry("Herbert", 1L);
        assertThat(column(
                        books.select()
                                .groupBy("author.name")
                                .sum("reviews.rating", "sum")
                                .avg("reviews.rating", "avg")
                                .count("n")
                                .list(),
                        "author.name",
                        "sum"))
                .containsEntry("Lem", 9L)
                .containsEntry("Herbert", null);
        assertThat(column(
                        library.easy
                                .blocking(Tag.class)
                                .select()
                                .groupBy("name")
                                .count("books")
                                .having(attribute("books").greaterThan(1))
                                .list(),
                        "name",
                        "books"))
                .containsExactly(Map.entry("classic", 2L));
    }

    /** A statement takes no limit inside of another one, so such a query runs first, in the same transaction. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void subqueries_withALimit(Database database) {
        Library library = fill(database);
        BlockingRepository<Author> authors = library.easy.blocking(Author.class);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        var richest = books.select().groupBy("author.id").sum("stock", "sum").orderBy("-sum");

        library.tap.reset();
        assertThat(names(authors.select(attribute("id").in(richest.limit(1)))
                        .withoutRelated()
                        .list()))
                .containsExactly("Herbert");
        assertThat(library.tap.statements()).hasSize(2);
        assertThat(names(authors.select(attribute("id").in(richest.offset(1))).list()))
                .containsExactly("Lem");
        assertThat(names(authors.select(attribute("id").notIn(richest.limit(1)))
                        .orderBy("name")
                        .list()))
                .containsExactly("Lem", "Nobody");
        assertThat(names(authors.select(attribute("id").in(richest.limit(1)).negate())
                        .orderBy("name")
                        .list()))
                .containsExactly("Lem", "Nobody");
        assertThat(authors.count(attribute("id").in(richest.limit(0)))).isZero();
        assertThat(authors.count(attribute("id").in(richest.limit(0)).negate())).isEqualTo(3);
        var latest = books.select().groupBy("published").count("n").orderBy("-published");
        assertThat(books.count(attribute("published").in(latest.limit(1)))).isOne();
        assertThat(books.count(attribute("published").notIn(latest.limit(1)))).isOne();
        assertThat(books.count(attribute("published").notIn(latest.limit(1)).negate()))
                .isEqualTo(3);
        for (var none : List.of(latest.limit(0), latest.having(attribute("n").greaterThan(9)))) {
            assertThat(books.count(attribute("published").in(none))).isZero();
            assertThat(books.count(attribute("published").in(none).negate())).isEqualTo(4);
            assertThat(books.count(attribute("published").notIn(none))).isEqualTo(2);
            assertThat(books.count(attribute("published").notIn(none).negate())).isEqualTo(2);
        }
        assertThat(names(authors.all(attribute("books.published").in(latest.limit(1)))))
                .containsExactly("Lem");
        assertThat(books.count(Map.of("author", richest.limit(1)))).isEqualTo(2);
        assertThat(books.select(attribute("author").in(richest.limit(1)))
                        .groupBy("author.name")
                        .count("n")
                        .list())
                .containsExactly(Map.of("author.name", "Herbert", "n", 2L));
        assertThat(authors.count(attribute("id")
                        .in(books.select(attribute("author.id").in(richest.limit(1)))
                                .groupBy("author.id")
                                .limit(9))))
                .isOne();
        assertThat(books.updateWhere(attribute("author.id").in(richest.limit(1)), Map.of("stock", 1)))
                .isEqualTo(2);
        assertThat(books.deleteWhere(attribute("author.id").in(richest.offset(1))))
                .isEqualTo(2);
        assertThat(books.select().list()).extracting(Book::getTitle).containsExactlyInAnyOrder("Solaris", "Fiasco");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void subqueries(Database database) {
        Library library = fill(database);
        BlockingRepository<Author> authors = library.easy.blocking(Author.class);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        var reviewed = books.select()
                .groupBy("author.id")
                .count("reviews")
                .having(attribute("reviews").greaterThan(1));
        library.tap.reset();
        assertThat(names(authors.select(attribute("id").in(reviewed))
                        .withoutRelated()
                        .list()))
                .containsExactly("Lem");
        assertThat(library.tap.statements()).hasSize(1);
        assertThat(names(authors.select(attribute("id").notIn(reviewed))
                        .orderBy("name")
                        .list()))
                .containsExactly("Herbert", "Nobody");
        assertThat(names(authors.select(Map.of("id", reviewed)).list())).containsExactly("Lem");
        assertThat(books.select(attribute("author").in(reviewed)).count()).isEqualTo(2);
        assertThat(books.select(attribute("author.id").in(reviewed).negate()).count())
                .isEqualTo(2);
        assertThat(names(authors.select(attribute("books.published")
                                .in(books.select(Map.of("title", "Fiasco")).groupBy("published")))
                        .list()))
                .containsExactly("Lem");
        assertThat(books.select(attribute("price").in(books.select().groupBy().max("price", "dearest")))
                        .one()
                        .getTitle())
                .isEqualTo("Solaris");
        assertThat(books.select(attribute("published").notIn(books.select().groupBy("published")))
                        .count())
                .isZero();
        var none = books.select(Map.of("title", "none")).groupBy("published");
        assertThat(books.count(attribute("published").notIn(none))).isEqualTo(2);
        assertThat(books.count(attribute("published").notIn(none).negate())).isEqualTo(2);
        var async = library.easy
                .repository(Book.class)
                .select()
                .groupBy("author.id")
                .count("n");
        assertThat(authors.select(attribute("id").in(async)).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWouldBeWrong_isRefusedBeforeAnyStatement(Database database) {
        Library library = Library.on(database);
        library.tap.reset();
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        assertThatThrownBy(() -> books.select()
                        .groupBy("title")
                        .sum("reviews.rating", "sum")
                        .count("orderLines"))
                .hasMessageStartingWith("EM-1258 Book.groupBy: 'sum' would count values more than once");
        assertThatThrownBy(() ->
                        books.select().groupBy("title").sum("stock", "stock").count("reviews"))
                .hasMessageStartingWith("EM-1258 Book.groupBy: 'stock' would count values more than once");
        assertThatThrownBy(() -> books.select()
                        .groupBy("title")
                        .sum(attribute("reviews.rating").times("orderLines.quantity"), "x"))
                .hasMessageStartingWith("EM-1259 Book.groupBy");
        assertThatThrownBy(() -> books.select()
                        .groupBy("title")
                        .count("n")
                        .having(attribute("m").greaterThan(1)))
                .hasMessageStartingWith("EM-1233 Book.groupBy: there is no column 'm'");
        assertThatThrownBy(() -> books.select()
                        .groupBy("title")
                        .count("n")
                        .having(attribute("n").greaterThan("many")))
                .hasMessageStartingWith("EM-1221 Book.groupBy: 'n' takes Long");
        assertThatThrownBy(() -> books.select().groupBy("title").sum("title", "x"))
                .hasMessageStartingWith("EM-1224");
        assertThatThrownBy(() -> books.select().limit(3).sum("stock")).hasMessageStartingWith("EM-1263");
        assertThatThrownBy(() -> books.select(attribute("id").in(books.select().groupBy("author.id", "title"))))
                .hasMessageStartingWith("EM-1260");
        assertThatThrownBy(() -> books.select(attribute("id").in(books.select().groupBy("title"))))
                .hasMessageStartingWith(
                        "EM-1262 Book.select: 'id' is of type Long and the column 'title' of type String");
        assertThatThrownBy(() ->
                        books.select().limit(1).where(Map.of("title", "x")).delete())
                .hasMessageStartingWith("EM-1264 Book.delete");
        assertThatThrownBy(() -> books.select().delete()).hasMessageStartingWith("EM-2009");
        assertThat(library.tap.statements()).isEmpty();
    }

    private static List<String> names(List<Author> authors) {
        List<String> names = new ArrayList<>();
        authors.forEach(author -> names.add(author.getName()));
        return names;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void changesOfAQuery(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        assertThat(books.select(Map.of("author.name", "Lem")).update(Map.of("stock", 1)))
                .isEqualTo(2);
        assertThat(books.count(Map.of("stock", 1))).isEqualTo(2);
        assertThat(books.select(Map.of("title", "Messiah")).delete()).isEqualTo(1);
        assertThat(books.exists(Map.of("title", "Messiah"))).isFalse();
        assertThat(books.all(Map.of("stock", 1))).hasSize(2);
        assertThat(books.first(attribute("title").startsWith("D")))
                .map(Book::getTitle)
                .isEqualTo(Optional.of("Dune"));
    }
}
