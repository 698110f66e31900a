package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.query.Conditions.all;
import static org.easymodel.query.Conditions.any;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.between;
import static org.easymodel.query.Conditions.contains;
import static org.easymodel.query.Conditions.endsWith;
import static org.easymodel.query.Conditions.greaterThan;
import static org.easymodel.query.Conditions.ignoreCase;
import static org.easymodel.query.Conditions.isNull;
import static org.easymodel.query.Conditions.like;
import static org.easymodel.query.Conditions.not;
import static org.easymodel.query.Conditions.related;
import static org.easymodel.query.Conditions.startsWith;

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
        texts();
        missing();
        opposites();
        relationships();
        lists();
        calculations();
    }

    private void texts() {
        row("$ilike", Map.of("title", Map.of("$ilike", "DU*")), "lower(e.title) like 'du%'");
        row("$ilike without wildcard", Map.of("title", Map.of("$ilike", "DUNE")), "lower(e.title) = 'dune'");
        row("$ilike, % is literal", Map.of("title", Map.of("$ilike", "DU%*")), "e.title = 'Du%ne_*'");
        row("ilike", attribute("title").ilike("*UN*"), "lower(e.title) like '%un%'");
        row("ignoreCase equal", attribute("title").ignoreCase().equalTo("dUNE"), "lower(e.title) = 'dune'");
        row("ignoreCase not equal", attribute("title").ignoreCase().notEqualTo("dUNE"), "lower(e.title) <> 'dune'");
        row(
                "ignoreCase in",
                attribute("title").ignoreCase().in("DUNE", "SOLARIS"),
                "lower(e.title) in ('dune', 'solaris')");
        row(
                "ignoreCase not in",
                attribute("title").ignoreCase().notIn("DUNE", "SOLARIS"),
                "lower(e.title) not in ('dune', 'solaris')");
        row("ignoreCase under a key", Map.of("title", ignoreCase().equalTo("DUNE")), "lower(e.title) = 'dune'");
        row(
                "ignoreCase over to-many",
                attribute("reviews.text").ignoreCase().equalTo("DRY"),
                "exists (select r from Review r where r.bookId = e.id and r.text = 'dry')");
        row("ignoreCase contains", attribute("title").ignoreCase().contains("N"), "lower(e.title) like '%n%'");
        row("contains", attribute("title").contains("n"), "e.title like '%n%'");
        row("contains a wildcard", attribute("title").contains("*"), "e.title = 'Du%ne_*'");
        row("startsWith", attribute("title").startsWith("Du%"), "e.title = 'Du%ne_*'");
        row("endsWith", attribute("title").endsWith("_*"), "e.title = 'Du%ne_*'");
        row("contains nothing", attribute("title").contains(""), "1 = 1");
        row("static contains", Map.of("title", contains("ola")), "e.title = 'Solaris'");
        row("static startsWith endsWith", Map.of("title", startsWith("S").and(endsWith("s"))), "e.title = 'Solaris'");
        row("backslash is literal", Map.of("author.name", "*\\\\\\**"), "e.author.email = 'n@x.org'");
        row("exclamation mark is literal", attribute("author.name").contains("!"), "e.author.email = 'n@x.org'");
        row("pattern meets the whole text", Map.of("title", "?une?"), "e.title = 'nothing'");
        row("only stars", Map.of("title", "**"), "1 = 1");
        row("quote", Map.of("title", "O'Brien"), "e.title = 'nothing'");
        row("empty text", Map.of("title", ""), "e.title = 'nothing'");
        row("text between", attribute("isbn").between("2", "4"), "e.isbn between '2' and '4'");
        row("not like", not(attribute("title").like("D*")), "e.title not like 'D%'");
    }

    private void missing() {
        row("not null", attribute("price").notNull(), "e.price is not null");
        row("null by equalTo", attribute("price").equalTo(null), "e.price is null");
        row("null by notEqualTo", attribute("price").notEqualTo(null), "e.price is not null");
        row("$eq null", Map.of("price", EasyMap.of("$eq", null)), "e.price is null");
        row("$ne null", Map.of("price", EasyMap.of("$ne", null)), "e.price is not null");
        row("$in with null", Map.of("price", Map.of("$in", Arrays.asList(7, null))), "e.price = 7 or e.price is null");
        row(
                "$nin with null",
                Map.of("price", Map.of("$nin", Arrays.asList(7, null))),
                "e.price <> 7 and e.price is not null");
        row("$nin of null", Map.of("price", Map.of("$nin", Arrays.asList((Object) null))), "e.price is not null");
        row("$nin leaves missing out", Map.of("price", Map.of("$nin", List.of(7))), "e.price <> 7");
        row(
                "to-one, not null",
                attribute("category.name").notNull(),
                "exists (select c from Category c where c.id = e.categoryId)");
        row("relationship not null", attribute("category").notNull(), "e.categoryId is not null");
        row(
                "null over to-many",
                attribute("reviews.text").isNull(),
                "exists (select r from Review r where r.bookId = e.id and r.text is null)");
        row(
                "not null over to-many",
                attribute("reviews.text").notNull(),
                "exists (select r from Review r where r.bookId = e.id and r.text is not null)");
        row(
                "no related row",
                attribute("reviews").isNull(),
                "not exists (select r from Review r where r.bookId = e.id)");
        row(
                "no related row, in a map",
                EasyMap.of("reviews", null),
                "not exists (select r from Review r where r.bookId = e.id)");
        row("some related row", attribute("tags").notNull(), "exists (select l from BookTag l where l.bookId = e.id)");
        row("null of the inverse", attribute("author.profile").isNull(), "1 = 1");
        row("not null of the inverse", attribute("author.profile").notNull(), "1 = 0");
        row("attribute against a missing one", attribute("stock").lessThan(attribute("price")), "e.stock < e.price");
        row(
                "between against attributes",
                attribute("stock").between(0, attribute("price")),
                "e.stock between 0 and e.price");
    }

    private void opposites() {
        row("not equal is not the opposite", attribute("price").notEqualTo(7), "e.price <> 7");
        row("opposite with missing values", not(attribute("price").equalTo(7)), "e.price <> 7 or e.price is null");
        row("opposite of greater", not(attribute("price").greaterThan(8)), "e.price <= 8 or e.price is null");
        row("opposite of not equal", not(attribute("price").notEqualTo(7)), "e.price = 7 or e.price is null");
        row("opposite of in", not(attribute("price").in(7, 10)), "e.price not in (7, 10) or e.price is null");
        row("opposite of not in", not(attribute("price").notIn(7, 10)), "e.price in (7, 10) or e.price is null");
        row(
                "opposite of between",
                not(attribute("price").between(8, 9)),
                "e.price not between 8 and 9 or e.price is null");
        row("opposite of null", not(attribute("price").isNull()), "e.price is not null");
        row(
                "opposite of both",
                not(attribute("price").equalTo(10).and(attribute("published").greaterThan("1900-01-01"))),
                "not (e.price = 10 and e.price is not null and e.published is not null)");
        row(
                "opposite of either",
                not(attribute("price").equalTo(10).or(attribute("genre").equalTo("CRIME"))),
                "e.price = 7 or e.price = 8.5");
        row("opposite of an opposite", not(all(not(attribute("price").equalTo(7)))), "e.price = 7");
        row("$not in a map", Map.of("price", Map.of("$not", 7)), "e.price <> 7 or e.price is null");
        row("opposite over to-one", not(attribute("category.name").equalTo("Fiction")), "e.title <> 'Dune'");
        row("opposite of null over to-one", not(attribute("category.name").isNull()), "1 = 1");
        row(
                "related to-one needs the row",
                related("category", not(attribute("name").equalTo("Poetry"))),
                "e.categoryId is not null");
        row("related to-one without more", related("category", all()), "e.categoryId is not null");
        row("opposite of related", not(related("category", all())), "e.categoryId is null");
        row(
                "opposite inside to-many",
                related("reviews", not(attribute("text").equalTo("dry"))),
                "exists (select r from Review r where r.bookId = e.id and (r.text <> 'dry' or r.text is null))");
        row(
                "opposite of to-many",
                not(attribute("reviews.rating").greaterThan(2)),
                "not exists (select r from Review r where r.bookId = e.id and r.rating > 2)");
        row(
                "not equal over to-many",
                attribute("reviews.rating").notEqualTo(5),
                "exists (select r from Review r where r.bookId = e.id and r.rating <> 5)");
        row(
                "not in over to-many",
                attribute("reviews.rating").notIn(5, 2),
                "exists (select r from Review r where r.bookId = e.id and r.rating not in (5, 2))");
        row("opposite of everything", not(all()), "1 = 0");
        row("opposite of nothing", not(any()), "1 = 1");
    }

    private void relationships() {
        row(
                "one row meets all operators",
                Map.of("reviews.rating", Map.of("$gt", 2, "$lt", 5)),
                "exists (select r from Review r where r.bookId = e.id and r.rating > 2 and r.rating < 5)");
        row("to-many without more", related("tags", all()), "exists (select l from BookTag l where l.bookId = e.id)");
        row(
                "to-many in to-many",
                Map.of("tags", Map.of("books", Map.of("title", "Solaris"))),
                "exists (select l from BookTag l, BookTag m, Book b where l.bookId = e.id and m.tagId = l.tagId and b.id = m.bookId and b.title = 'Solaris')");
        row(
                "the same to-many twice",
                related("reviews", attribute("rating").equalTo(5))
                        .and(related("reviews", attribute("rating").equalTo(2))),
                "e.title = 'Dune'");
        row("link as to-many", Map.of("bookTags.tag.name", "desert"), "e.title = 'Dune'");
        row("self reference", EasyMap.of("category.parent", null), "e.categoryId is null or e.title = 'Dune'");
        row(
                "$or in to-many",
                Map.of("reviews", Map.of("$or", List.of(Map.of("rating", 3), Map.of("text", "good")))),
                "exists (select r from Review r where r.bookId = e.id and (r.rating = 3 or r.text = 'good'))");
        row("key of a relationship", attribute("author.id").equalTo(-5), "e.authorId = -5");
        row("two to-ones", Map.of("author.name", "Herbert", "category.name", "Fiction"), "e.title = 'Dune'");
        row(
                "to-one or to-one",
                any(
                        attribute("category.name").equalTo("Fiction"),
                        attribute("author.name").equalTo("Lem")),
                "e.title in ('Dune', 'Solaris')");
    }

    private void lists() {
        row("in of one", attribute("title").in("Dune"), "e.title = 'Dune'");
        row("in of none", attribute("title").in(), "1 = 0");
        row("not in of none", attribute("price").notIn(), "1 = 1");
        row("in of doubles", attribute("stock").in(3, 3, 3L), "e.stock = 3");
        row("enum names in", attribute("genre").in("CRIME", Book.Genre.SCIENCE), "e.genre is not null");
        row("dates in", attribute("published").in("1961-01-01", LocalDate.of(1965, 8, 1)), "e.published is not null");
        row("set", Map.of("stock", java.util.Set.of(3, 9)), "e.stock in (3, 9)");
        row("in over to-many", attribute("tags.name").in("desert", "x"), "e.title = 'Dune'");
        row("long list", attribute("stock").in(IntStream.range(1, 2500).boxed().toList()), "e.stock >= 1");
        row(
                "long list, not in",
                attribute("stock").notIn(IntStream.range(1, 2500).boxed().toList()),
                "e.stock < 1");
        row(
                "opposite of a list",
                not(attribute("price").in(IntStream.range(9, 900).boxed().toList())),
                "e.price < 9 or e.price is null");
    }

    private void calculations() {
        row("minus", attribute("stock").minus(1).greaterThanEqual(8), "e.stock >= 9");
        row("of two attributes", attribute("price").minus(attribute("stock")).lessThan(0), "e.price < e.stock");
        row("nested", attribute("stock").plus(1).times(2).equalTo(8), "e.stock = 3");
        row(
                "opposite of a calculation",
                not(attribute("price").times("stock").greaterThan(50)),
                "e.price * e.stock <= 50 or e.price is null");
        row("over to-one", attribute("author.id").minus(attribute("authorId")).equalTo(0), "1 = 1");
        row("in", attribute("stock").plus(1).in(4, 10), "e.stock in (3, 9)");
        row("between", attribute("stock").plus(1).between(4, 10), "e.stock between 3 and 9");
        row("text against text", attribute("title").equalTo(attribute("isbn")), "1 = 0");
        row("text against text over to-one", attribute("author.name").notEqualTo(attribute("title")), "1 = 1");
        row("static metamodel as text", attribute("version").greaterThanEqual(0), "1 = 1");
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
