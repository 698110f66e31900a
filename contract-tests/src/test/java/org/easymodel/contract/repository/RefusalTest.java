package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;
import static org.easymodel.query.Conditions.isNull;
import static org.easymodel.query.Conditions.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.contract.repository.library.Tag;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each refusal as users read it; none of them sends a statement. */
class RefusalTest extends LibraryContract {

    @Override
    Database database() {
        return Database.H2;
    }

    private final Map<String, ThrowingCallable> refusals = new HashMap<>();

    private void fill() {
        refusals.put(
                "EM-1213 Book.select: 'author' is a relationship to Author, not an attribute. Name an attribute of it, such as 'author.id'.",
                () -> books().select().orderBy("author"));
        refusals.put(
                "EM-1214 Book.select: 'author.name' is an attribute, not a relationship. Attributes are always loaded; include names relationships.",
                () -> books().select().include("author.name"));
        refusals.put(
                "EM-1241 Book.select: a path has more than 64 names. Begin nearer to its end.",
                () -> books().count(Map.of("category." + "parent.".repeat(5000) + "name", "x")));
        refusals.put(
                "EM-1241 Category.select: a path has more than 64 names. Begin nearer to its end.",
                () -> rows(Category.class).select().orderBy("parent.".repeat(64) + "name"));
        refusals.put(
                "EM-1216 Book.select: 'reviews.rating' leads to many rows and is compared with an expression. Compare it with a value, or use related(...).",
                () -> books().select(attribute("reviews.rating").greaterThan(attribute("stock"))));
        refusals.put(
                "EM-1217 Book.select: 'reviews.rating' leads through 'reviews' to many rows. Calculate and group with attributes over to-one relationships.",
                () -> books().select(attribute("reviews.rating").plus(1).greaterThan(2)));
        refusals.put(
                "EM-1219 Book.select: 'title' is an attribute of type String, not a relationship. Give a value, or a map of operators such as {\"$gt\": ...}.",
                () -> books().select(Map.of("title", Map.of("gt", 1))));
        refusals.put(
                "EM-1220 Book.select: a condition or expression does not say which attribute it is about. Put it under a key of a map, or begin with attribute(\"...\").",
                () -> books().select(isNull()));
        refusals.put(
                "EM-1222 Book.select: 'author' takes an entity of type Author, not a value of type Tag. Ask for its key, such as 'author.id'.",
                () -> books().select(Map.of("author", new Tag("x"))));
        refusals.put(
                "EM-1221 Book.select: 'published' takes LocalDate, and the given text is no LocalDate. Give a text such as '2026-01-31'.",
                () -> books().select(Map.of("published", "31.01.2026")));
        refusals.put(
                "EM-1306 Book.insertMap: 'published' takes LocalDate, and the given text is no LocalDate. Give a text such as '2026-01-31'.",
                () -> books().insertMap(Map.of("isbn", "1", "title", "t", "authorId", 1, "published", "31.01.2026")));
        refusals.put(
                "EM-1225 Book.select: a calculation is compared with a value of type List, not with a number.",
                () -> books().select(attribute("stock").plus(1).equalTo(List.of(1, 2))));
        refusals.put(
                "EM-2264 the criteria: the operator '$ne' stands where names of attributes do. Put it in a map with nothing but operators,"
                        + " under the attribute that it compares: {\"name\": {\"$ne\": ...}}.",
                () -> books().select(Map.of("title", Map.of("$ne", "x", "other", 1))));
        refusals.put(
                "EM-1304 Author.insertMap: there is no attribute 'profile.bio', as values are given without dots."
                        + " Nest a map: {\"profile\": {\"bio\": ...}}.",
                () -> authors().insertMap(Map.of("name", "x", "profile.bio", "b")));
        refusals.put(
                "EM-1223 Book.select: 'author' is compared with an entity that has no key yet. Insert it first.",
                () -> books().select(Map.of("author", new Author("x"))));
        refusals.put(
                "EM-1225 Book.select: a calculation is compared with a value of type String, not with a number.",
                () -> books().select(attribute("stock").plus(1).equalTo("x")));
        refusals.put(
                "EM-1226 Book.select: 'genre' has no order. Compare it with equalTo, notEqualTo or in.",
                () -> books().select(attribute("genre").greaterThan("CRIME")));
        refusals.put(
                "EM-1227 Book.select: 'stock' is of type int, and a text is needed. Compare it with a value.",
                () -> books().select(Map.of("stock", "1*")));
        refusals.put(
                "EM-1228 Book.select: isNull() asks about a calculation. Ask about an attribute.",
                () -> books().select(not(attribute("stock").plus(1).isNull())));
        refusals.put(
                "EM-1229 Book.select: a list of values for '(stock + ?)' has more than 30000 of them."
                        + " Ask in several queries.",
                () -> books().select(attribute("stock")
                        .plus(1)
                        .in(IntStream.range(0, 30_001).boxed().toList())));
        refusals.put("EM-1230 Book.select: the includeDepth is negative. Give 0 or more.", () -> books().select()
                .includeDepth(-1));
        refusals.put(
                "EM-1239 Book.includeDepth: all relationships up to the depth 50 are more than 100 paths, and every path is a statement. Name the paths that are needed with include(...).",
                () -> books().select().includeDepth(50));
        refusals.put(
                "EM-2017 Book.insertMap: a map is null. Give a map; an empty one restricts or changes nothing.",
                () -> books().insertMap(null));
        refusals.put(
                "EM-2017 Book.select: a map is null. Give a map; an empty one restricts or changes nothing.",
                () -> books().select((Map<String, ?>) null));
        refusals.put(
                "EM-1231 Book.groupBy: the query has an order, a limit or an offset before groupBy. Put them behind groupBy, where they speak of groups.",
                () -> books().select().limit(1).groupBy("title"));
        refusals.put(
                "EM-1232 Book.groupBy: the label 'title' is empty or taken. Give each column a name of its own.",
                () -> books().select().groupBy("title").count("title"));
        refusals.put(
                "EM-1234 Book.groupBy: the grouped query has no columns. Name a path to group by, or an aggregate such as count(\"rows\").",
                () -> books().select().groupBy().list());
        refusals.put(
                "EM-1309 Tag.insertMap: 'updatedAt' is filled at every change and cannot be given. Leave it out.",
                () -> rows(Tag.class).insertMap(Map.of("name", "x", "updatedAt", "2024-01-01T00:00:00Z")));
        refusals.put(
                "EM-1310 Review.insertMap: 'book' takes a map of values of Book, not a value of type Integer.",
                () -> rows(org.easymodel.contract.repository.library.Review.class)
                        .insertMap(Map.of("rating", 1, "bookId", 1, "book", 5)));
        refusals.put(
                "EM-1311 Author.insertMap: 'books' takes a collection of maps of Book, not a value of type String.",
                () -> authors().insertMap(Map.of("name", "x", "books", "y")));
        refusals.put("""
                EM-1312 OrderLine.insertMap: 'book' is an entity without a key. Give a map of its values, or insert the whole as an entity.
                EM-1307 OrderLine.insertMap: 'order' is required to insert OrderLine and missing. Give a value.""", () -> rows(OrderLine.class).insertMap(Map.of("quantity", 1, "book", new Book("T", "1"))));
        refusals.put(
                "EM-1327 Book.updateWhere: an expression leads over a relationship, which an update of many rows does not take. Calculate with attributes of the row itself.",
                () -> books().updateWhere(Map.of("stock", 1), Map.of("title", attribute("author.name"))));
        refusals.put(
                "EM-1224 Book.updateWhere: 'title' is of type String, not a number. Calculate with numbers only.",
                () -> books().updateWhere(Map.of("stock", 1), Map.of("title", increment(1))));
        refusals.put("EM-2007 Book.find: the key is null. Give the key of a row.", () -> books().find(null));
        refusals.put("EM-2008 Book.insert: no entity of type Book is given. Give one.", () -> books().insert(null));
        refusals.put(
                "EM-1314 Book.update: 'authorId' and the relationship 'author' lead to different rows. Give one of the two.",
                () -> books().update(1, Map.of("authorId", 1, "author", Map.of("id", 2))));
        refusals.put("EM-1308 Author.insertMap: 'name' is required and is given as null. Give a value.", () -> authors()
                .insertMap(EasyMap.of("name", null)));
        refusals.put(
                "EM-2003 java.lang.String: the class is no entity of the unit 'library'."
                        + " Its entities are Author, Book, BookTag, Category, Order, OrderLine, Profile, Review, Shelf, Tag.",
                () -> library.easy.repository(String.class));
    }

    @TestFactory
    List<DynamicTest> refusals_sayWhatAndWhy() {
        fill();
        List<DynamicTest> tests = new ArrayList<>();
        refusals.forEach((message, call) -> tests.add(DynamicTest.dynamicTest(message.substring(0, 7), () -> {
            library.tap.reset();
            assertThatThrownBy(call).hasMessage(message);
            assertThat(library.tap.statements()).isEmpty();
        })));
        return tests;
    }
}
