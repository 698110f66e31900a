package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;

import jakarta.data.Order;
import jakarta.data.Sort;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.failure.RowCountException;
import org.junit.jupiter.api.Test;

abstract class QueryContract extends LibraryContract {

    public record Stats(String name, long books, BigDecimal value, double average) {}

    @Override
    void prepare() {
        Map<String, Object> lem = Map.of("name", "Lem", "email", "l@x.org");
        book("A", "1", "author", lem, "price", 3, "stock", 2, "category", Map.of("name", "Fiction"));
        book(
                "B",
                "2",
                "author",
                Map.of("email", "l@x.org"),
                "price",
                5,
                "stock",
                1,
                "category",
                Map.of("name", "Fiction"));
        book(
                "C",
                "3",
                "author",
                Map.of("email", "h@x.org", "name", "Herbert"),
                "price",
                9,
                "stock",
                4,
                "category",
                Map.of("name", "Facts"),
                "tags",
                List.of(Map.of("name", "x"), Map.of("name", "y")),
                "reviews",
                List.of(Map.of("rating", 1), Map.of("rating", 2), Map.of("rating", 3)));
        book("D", "4", "author", Map.of("email", "h@x.org"));
    }

    @Test
    void orderBy_nulls_comeLastInBothDirections() {
        assertThat(titles(books().select().orderBy("price").list())).containsExactly("A", "B", "C", "D");
        assertThat(titles(books().select().orderBy("-price").list())).containsExactly("C", "B", "A", "D");
    }

    @Test
    void orderBy_toOne_keepsRowsWithoutTarget() {
        assertThat(titles(books().select().orderBy("-category.name", "-title").list()))
                .containsExactly("B", "A", "C", "D");
    }

    @Test
    void orderBy_jakartaData_isTaken() {
        assertThat(titles(books().select().orderBy(Sort.desc("title")).list())).containsExactly("D", "C", "B", "A");
        assertThat(titles(books().select()
                        .orderBy(Order.by(Sort.asc("author.name"), Sort.desc("title")))
                        .list()))
                .containsExactly("D", "C", "B", "A");
    }

    @Test
    void orderBy_toMany_isRefused() {
        assertThatThrownBy(() -> books().select().orderBy("reviews.rating"))
                .hasMessage("EM-1218 Book.select: an order by 'reviews.rating' leads through 'reviews' to many rows."
                        + " Order by an attribute over to-one relationships.");
    }

    @Test
    void limitAndOffset_cutAfterTheOrder() {
        assertThat(titles(books().select().orderBy("title").offset(1).limit(2).list()))
                .containsExactly("B", "C");
        assertThat(books().select().limit(0).list()).isEmpty();
        assertThat(books().select().limit(2).count()).isEqualTo(2);
        assertThat(books().select().offset(3).count()).isEqualTo(1);
        assertThat(books().select().offset(4).exists()).isFalse();
        assertThatThrownBy(() -> books().select().limit(-1))
                .hasMessage("EM-1230 Book.select: the limit is negative. Give 0 or more.");
    }

    @Test
    void terminals_countTheirRows() {
        assertThat(books().select().orderBy("-title").first().map(Book::getTitle))
                .contains("D");
        assertThat(books().select(Map.of("title", "Z")).first()).isEmpty();
        assertThat(books().select(Map.of("title", "A")).one().getTitle()).isEqualTo("A");
        assertThatThrownBy(() -> books().select(Map.of("title", "Z")).one())
                .isInstanceOf(RowCountException.class)
                .hasMessage("EM-2013 Book.select: one() found no row. Use optional() where there may be none.");
        assertThatThrownBy(() -> books().select().optional())
                .isInstanceOf(RowCountException.class)
                .hasMessage("EM-2014 Book.select: there is more than one row. Use first() with an order, or list().");
    }

    @Test
    void statements_areOnePlusTheIncludedPaths() {
        assertThat(statements(1, () -> books().select().withoutRelated().list()))
                .hasSize(4);
        statements(7, () -> books().select().list());
        statements(7, () -> books().select().orderBy("title").limit(2).list());
        statements(7, () -> books().select(Map.of("isbn", "3")).one());
        statements(3, () -> books().select()
                .include("reviews", "author")
                .orderBy("-title")
                .limit(3)
                .list());
        statements(3, () -> authors().select().include("books.reviews.book").list());
        statements(1, () -> books().select().count());
        statements(1, () -> books().select().exists());
    }

    @Test
    void find_loadsRelationships() {
        Long id = books().select(Map.of("title", "C")).one().getId();
        Book found = statements(7, () -> books().find(id)).orElseThrow();
        assertThat(found.getReviews()).hasSize(3);
        assertThat(found.getTags()).hasSize(2);
        assertThat(found.getAuthor().getName()).isEqualTo("Herbert");
        Book included =
                statements(2, () -> books().find(id.intValue(), "author")).orElseThrow();
        assertThat(included.getAuthor().getName()).isEqualTo("Herbert");
        assertThat(statements(1, () -> books().find(-5L, "author"))).isEmpty();
        assertThatThrownBy(() -> books().find("5"))
                .hasMessage(
                        "EM-2006 Book.find: the key 'id' is of type Long, and a value of type String was given. Give the key in its own type.");
        assertThatThrownBy(() -> books().find(5, "autor")).hasMessageContaining("Did you mean 'author'?");
    }

    @Test
    void results_neverTouchTheDatabaseLater() {
        Author author = authors().select(Map.of("name", "Lem")).include("books").one();
        Author bare = authors().select(Map.of("name", "Lem")).withoutRelated().one();
        Book book = books().select(Map.of("title", "C")).withoutRelated().one();
        library.tap.reset();
        assertThat(author.books()).hasSize(2);
        assertThatThrownBy(bare::books).isInstanceOf(RelationshipNotLoadedException.class);
        assertThatThrownBy(() -> book.getTags().size()).isInstanceOf(RelationshipNotLoadedException.class);
        assertThatThrownBy(() -> author.books().get(0).getReviews().size())
                .isInstanceOf(RelationshipNotLoadedException.class);
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void includeDepth_goesSoFar() {
        Author author =
                authors().select(Map.of("name", "Herbert")).includeDepth(2).one();
        assertThat(author.books()).hasSize(2);
        assertThat(author.books().stream()
                        .mapToInt(book -> book.getReviews().size())
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void toMany_isOrderedById() {
        Book book = books().select(Map.of("title", "C")).one();
        assertThat(book.getReviews()).extracting(review -> review.getId()).isSorted();
        assertThat(book.getTags()).extracting(tag -> tag.getId()).isSorted();
    }

    @Test
    void declaredToOne_isLoadedOnlyIfIncluded() {
        Long id = books().select(Map.of("title", "C")).one().getId();
        rows(org.easymodel.contract.repository.library.Order.class)
                .insertMap(Map.of(
                        "number",
                        "1",
                        "lines",
                        List.of(Map.of("quantity", 1, "bookId", id), Map.of("quantity", 2, "bookId", id))));
        assertThat(statements(
                        2, () -> rows(OrderLine.class).select().include("order").list()))
                .hasSize(2);
        assertThat(statements(1, () -> rows(OrderLine.class)
                        .select(Map.of("order.number", "1"))
                        .count()))
                .isEqualTo(2);
    }

    @Test
    void declaredToOne_costsNoStatementForEachRow() {
        Long id = books().select(Map.of("title", "C")).one().getId();
        for (int i = 0; i < 5; i++) {
            rows(org.easymodel.contract.repository.library.Order.class)
                    .insertMap(Map.of("number", "n" + i, "lines", List.of(Map.of("quantity", 1, "bookId", id))));
        }
        library.tap.reset();
        rows(OrderLine.class).select().withoutRelated().list();
        assertThat(library.tap.statements()).hasSizeLessThanOrEqualTo(2);
        library.tap.reset();
        books().select().include("orderLines").list();
        assertThat(library.tap.statements()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void groupBy_isOneStatement() {
        List<Map<String, Object>> rows = statements(1, () -> books().select()
                .groupBy("category.name")
                .count("books")
                .sum(attribute("price").times("stock"), "value")
                .avg("price", "average")
                .orderBy("-value")
                .list());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).containsEntry("category.name", "Facts").containsEntry("books", 1L);
        assertThat(rows.get(0).keySet()).containsExactly("category.name", "books", "value", "average");
        assertThat(new BigDecimal(rows.get(1).get("value").toString())).isEqualByComparingTo("11");
        assertThat(rows.get(2))
                .isEqualTo(EasyMap.of("category.name", null, "books", 1L, "value", null, "average", null));
    }

    @Test
    void groupBy_makesRecords() {
        List<Stats> stats = books().select(attribute("price").notNull())
                .groupBy("category.name")
                .count("books")
                .sum(attribute("price").times("stock"), "value")
                .avg("price", "average")
                .orderBy("-value")
                .limit(1)
                .as(Stats.class)
                .list();
        assertThat(stats).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Facts");
            assertThat(row.value()).isEqualByComparingTo("36");
            assertThat(row.average()).isEqualTo(9.0);
        });
    }

    @Test
    void groupBy_withoutPaths_aggregatesAll() {
        assertThat(books().select()
                        .groupBy()
                        .count("n")
                        .max("price", "most")
                        .min("title", "first")
                        .list())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row).containsEntry("n", 4L).containsEntry("first", "A");
                    assertThat((BigDecimal) row.get("most")).isEqualByComparingTo("9");
                });
    }

    @Test
    void groupBy_wrongColumns_areRefused() {
        assertThatThrownBy(() -> books().select().groupBy("reviews.rating"))
                .hasMessageStartingWith("EM-1217 Book.groupBy: 'reviews.rating' leads through 'reviews' to many rows.");
        assertThatThrownBy(() -> books().select().groupBy("title").count("n").orderBy("-m"))
                .hasMessage(
                        "EM-1233 Book.groupBy: there is no column 'm' to order by. The columns are title, n. Did you mean 'n'?");
        assertThatThrownBy(() -> books().select().groupBy("title").sum("title", "s"))
                .hasMessage(
                        "EM-1224 Book.groupBy: 'title' is of type String, not a number. Calculate with numbers only.");
    }

    @Test
    void wrongPaths_areRefusedBeforeAnyStatement() {
        library.tap.reset();
        assertThatThrownBy(() -> books().select(Map.of("autor.name", "x")))
                .hasMessage(
                        "EM-1204 Book.select: there is no attribute 'autor.name'. Book has author, authorId, bookTags, category,"
                                + " categoryId, genre, id, isbn, orderLines, price, published, reviews, stock, tags, title, version."
                                + " Did you mean 'author.name'?");
        assertThatThrownBy(() -> books().select(attribute("author.nam").equalTo("x")))
                .hasMessageContaining("Did you mean 'author.name'?");
        assertThatThrownBy(() -> books().select(Map.of("stock", "many")))
                .hasMessage(
                        "EM-1221 Book.select: 'stock' takes Integer, not a value of type String. Give a value that converts without loss.");
        assertThatThrownBy(() -> books().select(Map.of("genre", "science")))
                .hasMessage(
                        "EM-1221 Book.select: 'genre' takes one of FANTASY, SCIENCE, CRIME, and the given text is none of these. Give a value that converts without loss.");
        assertThatThrownBy(() -> books().select(Map.of("title", Map.of("$similar", "x"))))
                .hasMessageStartingWith("EM-1206 title: there is no operator '$similar'.");
        assertThatThrownBy(() -> books().select(Map.of("title", Map.of("x", 1))))
                .hasMessageStartingWith("EM-1219 Book.select: 'title' is an attribute");
        assertThatThrownBy(() -> books().select().include("title"))
                .hasMessageStartingWith("EM-1214 Book.select: 'title' is an attribute");
        assertThatThrownBy(() -> books().select(Map.of("author", 5L)))
                .hasMessageStartingWith("EM-1222 Book.select: 'author' takes an entity of type Author");
        assertThatThrownBy(() -> rows(Category.class).select(Map.of("children", 5L)))
                .hasMessageStartingWith("EM-1222 Category.select: 'children' takes an entity of type Category");
        assertThat(library.tap.statements()).isEmpty();
    }
}
