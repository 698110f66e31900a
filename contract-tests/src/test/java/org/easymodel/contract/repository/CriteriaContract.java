package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.query.Conditions.all;
import static org.easymodel.query.Conditions.any;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.between;
import static org.easymodel.query.Conditions.greaterThan;
import static org.easymodel.query.Conditions.isNull;
import static org.easymodel.query.Conditions.like;
import static org.easymodel.query.Conditions.not;
import static org.easymodel.query.Conditions.related;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.query.Condition;
import org.easymodel.query.Criteria;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Criteria select what hand-written JPQL selects. */
abstract class CriteriaContract extends LibraryContract {

    private record Row(String name, Condition condition, String jpql) {}

    private final List<Row> table = new ArrayList<>();

    @Override
    void prepare() {
        Map<String, Object> herbert = Map.of("name", "Herbert", "email", "h@x.org", "country", "US");
        Map<String, Object> lem = Map.of("name", "Lem", "email", "lem@y.pl", "country", "PL");
        Map<String, Object> nobody = Map.of("name", "50%_!\\*?", "email", "n@x.org");
        book(
                "Dune",
                "1",
                "author",
                herbert,
                "price",
                10,
                "stock",
                3,
                "genre",
                "SCIENCE",
                "published",
                "1965-08-01",
                "tags",
                List.of(Map.of("name", "classic"), Map.of("name", "desert")),
                "reviews",
                List.of(Map.of("rating", 5, "text", "good"), Map.of("rating", 2, "text", "dry")),
                "category",
                Map.of("name", "Fiction"));
        book(
                "Messiah",
                "2",
                "author",
                Map.of("email", "h@x.org"),
                "price",
                "8.50",
                "stock",
                0,
                "genre",
                "SCIENCE",
                "reviews",
                List.of(Map.of("rating", 3, "text", "dry")));
        book(
                "Solaris",
                "3",
                "author",
                lem,
                "price",
                7,
                "stock",
                9,
                "published",
                "1961-01-01",
                "tags",
                List.of(Map.of("name", "classic")));
        book("Du%ne_*", "4", "author", nobody, "genre", "CRIME");
        book("dune", "5", "author", nobody, "price", 10, "stock", 10);
    }

    private void row(String name, Map<String, ?> criteria, String jpql) {
        table.add(new Row(name, Criteria.of(criteria), jpql));
    }

    private void row(String name, Condition condition, String jpql) {
        table.add(new Row(name, condition, jpql));
    }

    private void fill() {
        table.clear();
        row("empty map", Map.of(), "1 = 1");
        row("value", Map.of("title", "Dune"), "e.title = 'Dune'");
        row("null", EasyMap.of("price", null), "e.price is null");
        row("isNull", Map.of("price", isNull()), "e.price is null");
        row("collection", Map.of("title", List.of("Dune", "Solaris")), "e.title in ('Dune', 'Solaris')");
        row("empty collection", Map.of("title", List.of()), "e.title is null");
        row(
                "collection with null",
                Map.of("genre", Arrays.asList("CRIME", null)),
                "e.genre = org.easymodel.contract.repository.library.Book.Genre.CRIME or e.genre is null");
        row("array", Map.of("stock", new int[] {3, 9}), "e.stock in (3, 9)");
        row("star", Map.of("title", "D*"), "e.title like 'D%'");
        row("question mark", Map.of("title", "?une"), "e.title like '_une'");
        row("percent is literal", Map.of("title", "Du%*"), "e.title like 'Du$%%' escape '$'");
        row("underscore is literal", Map.of("title", "*_*"), "e.title like '%$_%' escape '$'");
        row("escaped star", Map.of("title", "Du%ne_\\*"), "e.title = 'Du%ne_*'");
        row("escaped star in a pattern", Map.of("title", "*\\*"), "e.title like '%*'");
        row("case counts", Map.of("title", "dune"), "e.title = 'dune'");
        row("two keys", Map.of("price", 10, "stock", 3), "e.price = 10 and e.stock = 3");
        row(
                "enum as text",
                Map.of("genre", "SCIENCE"),
                "e.genre = org.easymodel.contract.repository.library.Book.Genre.SCIENCE");
        row("date as text", Map.of("published", "1965-08-01"), "e.published = {d '1965-08-01'}");
        row("id", Map.of("id", -1), "e.id = -1");
        row("dotted to-one", Map.of("author.name", "Lem"), "e.author.name = 'Lem'");
        row("nested to-one", Map.of("author", Map.of("country", "US")), "e.author.country = 'US'");
        row("nested to-one, null", Map.of("author", EasyMap.of("country", null)), "e.author.country is null");
        row("dotted to-one, null", EasyMap.of("category.name", null), "e.title = 'nothing'");
        row("relationship is null", EasyMap.of("category", null), "e.categoryId is null");
        row("id of relationship is null", EasyMap.of("category.id", null), "e.categoryId is null");
        row(
                "nested to-many",
                Map.of("reviews", Map.of("rating", 2)),
                "exists (select r from Review r where r.bookId = e.id and r.rating = 2)");
        row("one row meets all", Map.of("reviews", Map.of("rating", 5, "text", "dry")), "e.title = 'nothing'");
        row(
                "dotted to-many",
                Map.of("reviews.rating", 5, "reviews.text", "dry"),
                "exists (select r from Review r where r.bookId = e.id and r.rating = 5) and exists (select r from Review r where r.bookId = e.id and r.text = 'dry')");
        row(
                "many-to-many",
                Map.of("tags", Map.of("name", "classic")),
                "exists (select l from BookTag l, Tag t where l.bookId = e.id and t.id = l.tagId and t.name = 'classic')");
        row(
                "not many-to-many",
                attribute("tags.name").equalTo("classic").negate(),
                "not exists (select l from BookTag l, Tag t where l.bookId = e.id and t.id = l.tagId and t.name = 'classic')");
        row(
                "to-many of to-one",
                Map.of("author", Map.of("books", Map.of("title", "Messiah"))),
                "exists (select b from Book b where b.authorId = e.authorId and b.title = 'Messiah')");
        row("to-one behind to-many", Map.of("reviews.book.author.name", "Herbert"), "e.author.name = 'Herbert'");
        row("$gt $lt", Map.of("stock", Map.of("$gt", 0, "$lt", 9)), "e.stock > 0 and e.stock < 9");
        row("$gte $lte", Map.of("stock", Map.of("$gte", 3, "$lte", 9)), "e.stock >= 3 and e.stock <= 9");
        row("$ne", Map.of("title", Map.of("$ne", "Dune")), "e.title <> 'Dune'");
        row(
                "$ne skips null",
                Map.of("genre", Map.of("$ne", "CRIME")),
                "e.genre <> org.easymodel.contract.repository.library.Book.Genre.CRIME");
        row("$in $nin", Map.of("stock", Map.of("$in", List.of(3, 9, 10), "$nin", List.of(9))), "e.stock in (3, 10)");
        row("$nin empty", Map.of("stock", Map.of("$nin", List.of())), "1 = 1");
        row("$between", Map.of("stock", Map.of("$between", List.of(3, 9))), "e.stock between 3 and 9");
        row("$null", Map.of("price", Map.of("$null", true)), "e.price is null");
        row("$null false", Map.of("price", Map.of("$null", false)), "e.price is not null");
        row("$contains", Map.of("title", Map.of("$contains", "%")), "e.title like '%$%%' escape '$'");
        row(
                "$startsWith $endsWith",
                Map.of("title", Map.of("$startsWith", "D", "$endsWith", "e")),
                "e.title like 'D%' and e.title like '%e'");
        row("$like", Map.of("title", Map.of("$like", "?o*")), "e.title like '_o%'");
        row("$not under a key", Map.of("stock", Map.of("$not", Map.of("$gt", 3))), "not e.stock > 3");
        row(
                "$or",
                Map.of("$or", List.of(Map.of("title", "Dune"), Map.of("stock", 9))),
                "e.title = 'Dune' or e.stock = 9");
        row(
                "$or over relationships",
                Map.of("$or", List.of(Map.of("category.name", "Fiction"), Map.of("stock", 9))),
                "e.title in ('Dune', 'Solaris')");
        row("$and $not", Map.of("$and", List.of(Map.of("stock", 9)), "$not", Map.of("title", "x")), "e.stock = 9");
        row(
                "$or under a key",
                Map.of("stock", Map.of("$or", List.of(3, Map.of("$gt", 9)))),
                "e.stock = 3 or e.stock > 9");
        row(
                "$or in a nested map",
                Map.of("author", Map.of("$or", List.of(Map.of("name", "Lem"), Map.of("country", "US")))),
                "e.author.name = 'Lem' or e.author.country = 'US'");
        row(
                "condition as value",
                Map.of("stock", greaterThan(3), "title", like("*e*")),
                "e.stock > 3 and e.title like '%e%'");
        row(
                "condition between",
                Map.of("published", between(LocalDate.of(1960, 1, 1), "1962-01-01")),
                "e.published between {d '1960-01-01'} and {d '1962-01-01'}");
        row("expression", attribute("price").times("stock").greaterThan(50), "e.price * e.stock > 50");
        row("expression with numbers", attribute("stock").plus(1).equalTo(10), "e.stock = 9");
        row(
                "attribute against attribute",
                attribute("stock").greaterThanEqual(attribute("price")),
                "e.stock >= e.price");
        row(
                "and or not",
                attribute("stock")
                        .greaterThan(0)
                        .and(attribute("title")
                                .like("D*")
                                .or(attribute("author.name").equalTo("Lem")))
                        .and(not(attribute("isbn").equalTo("4"))),
                "e.stock > 0 and (e.title like 'D%' or e.author.name = 'Lem') and e.isbn <> '4'");
        row(
                "not not",
                not(not(attribute("genre").equalTo("CRIME"))),
                "e.genre = org.easymodel.contract.repository.library.Book.Genre.CRIME");
        row("all of nothing", all(), "1 = 1");
        row("any of nothing", any(), "1 = 0");
        row(
                "related",
                related(
                        "reviews",
                        attribute("rating").lessThan(3).or(attribute("text").isNull())),
                "exists (select r from Review r where r.bookId = e.id and (r.rating < 3 or r.text is null))");
        row("decimal", attribute("price").equalTo(new BigDecimal("8.5")), "e.price = 8.5");
    }

    @TestFactory
    List<DynamicTest> criteria_selectWhatJpqlSelects() {
        fill();
        return table.stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    List<String> expected = library.work(
                            em -> em.createQuery("select e.isbn from Book e where " + row.jpql(), String.class)
                                    .getResultList());
                    List<String> found = books().select(row.condition()).withoutRelated().list().stream()
                            .map(Book::getIsbn)
                            .toList();
                    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(books().select(row.condition()).count()).isEqualTo(expected.size());
                    assertThat(books().select(row.condition()).exists()).isEqualTo(!expected.isEmpty());
                }))
                .toList();
    }

    @Test
    void criteria_longLists_areTaken() {
        List<Integer> many = IntStream.range(0, 5000).boxed().toList();
        assertThat(books().select(Map.of("stock", many)).count()).isEqualTo(5);
    }

    @Test
    void criteria_entity_standsForItsKey() {
        var lem = authors().select(Map.of("name", "Lem")).one();
        assertThat(titles(books().select(Map.of("author", lem)).list())).containsExactly("Solaris");
    }
}
