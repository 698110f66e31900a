package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.Order;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.contract.repository.library.Profile;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;

abstract class InsertMapContract extends LibraryContract {

    @Test
    void insertMap_values_areConvertedWithoutLoss() {
        Book book = book("Dune", "1", "price", 12, "stock", 3L, "published", "1965-08-01", "genre", "SCIENCE");
        assertThat(book.getId()).isNotNull();
        assertThat(book.getPrice()).isEqualByComparingTo(BigDecimal.valueOf(12));
        assertThat(book.getStock()).isEqualTo(3);
        assertThat(book.getPublished()).isEqualTo(LocalDate.of(1965, 8, 1));
        assertThat(book.getGenre()).isEqualTo(Book.Genre.SCIENCE);
    }

    @Test
    void insertMap_toOneWithoutRow_insertsIt() {
        Book book = books().insertMap(Map.of("title", "Dune", "isbn", "1", "author", Map.of("name", "Herbert")));
        assertThat(book.getAuthor().getName()).isEqualTo("Herbert");
        assertThat(book.getAuthorId()).isEqualTo(book.getAuthor().getId());
        assertThat(count("Author")).isOne();
    }

    @Test
    void insertMap_toOneWithUniqueAttribute_linksTheRow() {
        Author author = authors().insertMap(Map.of("name", "Herbert", "email", "h@x.org"));
        Book book = books().insertMap(Map.of("title", "Dune", "isbn", "1", "author", Map.of("email", "h@x.org")));
        assertThat(book.getAuthorId()).isEqualTo(author.getId());
        assertThat(count("Author")).isOne();
    }

    @Test
    void insertMap_toOneWithId_linksTheRow() {
        Author author = authors().insertMap(Map.of("name", "Herbert"));
        Book book = books().insertMap(Map.of("title", "Dune", "isbn", "1", "author", Map.of("id", author.getId())));
        assertThat(book.getAuthorId()).isEqualTo(author.getId());
    }

    @Test
    void insertMap_toOneAsEntity_linksTheRow() {
        Author author = authors().insertMap(Map.of("name", "Herbert"));
        Book book = books().insertMap(Map.of("title", "Dune", "isbn", "1", "author", author));
        assertThat(book.getAuthorId()).isEqualTo(author.getId());
    }

    @Test
    void insertMap_toMany_insertsChildrenAndTheirChildren() {
        Author author = authors()
                .insertMap(Map.of(
                        "name",
                        "Le Guin",
                        "books",
                        List.of(
                                Map.of("title", "Dispossessed", "isbn", "1", "reviews", List.of(Map.of("rating", 5))),
                                Map.of(
                                        "title",
                                        "Lathe",
                                        "isbn",
                                        "2",
                                        "reviews",
                                        List.of(Map.of("rating", 3), Map.of("rating", 4))))));
        assertThat(author.books()).extracting(Book::getTitle).containsExactlyInAnyOrder("Dispossessed", "Lathe");
        assertThat(author.books().stream()
                        .mapToInt(book -> book.getReviews().size())
                        .sum())
                .isEqualTo(3);
        assertThat(count("Review")).isEqualTo(3);
    }

    @Test
    void insertMap_manyToMany_linksEachPairOnce() {
        Tag tag = rows(Tag.class).insertMap(Map.of("name", "classic"));
        Book book = book(
                "Dune",
                "1",
                "tags",
                List.of(Map.of("name", "classic"), Map.of("name", "desert"), Map.of("name", "desert")));
        assertThat(book.getTags()).extracting(Tag::getName).containsExactlyInAnyOrder("classic", "desert");
        assertThat(book.getTags()).contains(tag);
        assertThat(count("Tag")).isEqualTo(2);
        assertThat(count("BookTag")).isEqualTo(2);
    }

    @Test
    void insertMap_childOfLinkedRow_isProcessed() {
        Author author = authors().insertMap(Map.of("name", "Herbert", "email", "h@x.org"));
        book(
                "Dune",
                "1",
                "author",
                Map.of("email", "h@x.org", "books", List.of(Map.of("title", "Messiah", "isbn", "2"))));
        assertThat(books().select(Map.of("author", Map.of("id", author.getId())))
                        .list())
                .hasSize(2);
    }

    @Test
    void insertMap_linkedPair_isNotDoubled() {
        Book dune = book("Dune", "1", "tags", List.of(Map.of("name", "classic")));
        authors().insertMap(Map.of("name", "x", "books", List.of(Map.of("title", "T", "isbn", "2"))));
        rows(Review.class)
                .insertMap(Map.of(
                        "rating",
                        1,
                        "book",
                        Map.of("id", dune.getId(), "tags", List.of(Map.of("name", "classic"), Map.of("name", "new")))));
        assertThat(count("BookTag")).isEqualTo(2);
    }

    @Test
    void insertMap_selfReference_insertsTheTreeParentFirst() {
        Category root = rows(Category.class)
                .insertMap(Map.of(
                        "name",
                        "a",
                        "children",
                        List.of(
                                Map.of("name", "b", "children", List.of(Map.of("name", "c"), Map.of("name", "d"))),
                                Map.of("name", "e"))));
        assertThat(root.children()).extracting(Category::getName).containsExactlyInAnyOrder("b", "e");
        assertThat(count("Category")).isEqualTo(5);
        Category below = rows(Category.class)
                .insertMap(Map.of("name", "f", "parent", Map.of("name", "g", "parent", Map.of("name", "h"))));
        assertThat(below.parent().orElseThrow().parent().orElseThrow().getName())
                .isEqualTo("h");
    }

    @Test
    void insertMap_completeUniqueKey_linksTheRow() {
        Category root = rows(Category.class).insertMap(Map.of("name", "a", "children", List.of(Map.of("name", "b"))));
        Book book = book("Dune", "1", "category", Map.of("name", "b", "parentId", root.getId()));
        assertThat(book.getCategoryId()).isEqualTo(root.children().get(0).getId());
        assertThat(count("Category")).isEqualTo(2);
        book("Other", "2", "category", Map.of("name", "b", "parent", Map.of("id", root.getId())));
        assertThat(count("Category")).isEqualTo(2);
    }

    @Test
    void insertMap_oneToOneFromTheOtherSide_insertsIt() {
        Author author =
                authors().insertMap(Map.of("name", "Herbert", "profile", Map.of("motto", "Fear is the mind-killer")));
        assertThat(author.profile().orElseThrow().getMotto()).isEqualTo("Fear is the mind-killer");
        Profile profile = rows(Profile.class).insertMap(Map.of("motto", "m", "author", Map.of("name", "Other")));
        assertThat(profile.getAuthorId()).isNotNull();
    }

    @Test
    void insertMap_declaredRelationship_isSet() {
        Book dune = book("Dune", "1");
        Order order = rows(Order.class)
                .insertMap(Map.of(
                        "number",
                        "o1",
                        "lines",
                        List.of(
                                Map.of("quantity", 2, "book", Map.of("isbn", "1")),
                                Map.of("quantity", 1, "bookId", dune.getId()))));
        assertThat(order.getLines()).hasSize(2);
        OrderLine line = rows(OrderLine.class)
                .insertMap(Map.of("quantity", 7, "bookId", dune.getId(), "order", Map.of("number", "o1")));
        assertThat(line.getOrder()).isEqualTo(order);
        assertThat(count("OrderLine")).isEqualTo(3);
        assertThat(count("Order")).isOne();
    }

    @Test
    void insertMap_inputs_areNeverMutated() {
        Map<String, Object> inner = new HashMap<>(Map.of("name", "Herbert"));
        List<Object> tags = new ArrayList<>(List.of(new HashMap<>(Map.of("name", "t"))));
        Map<String, Object> outer = new HashMap<>(Map.of("title", "Dune", "isbn", "1", "author", inner, "tags", tags));
        Map<String, Object> copy = new HashMap<>(outer);
        books().insertMap(outer);
        assertThat(outer).isEqualTo(copy);
        assertThat(inner).containsOnlyKeys("name");
        assertThat(tags).isEqualTo(List.of(Map.of("name", "t")));
    }

    @Test
    void insertMap_lookUps_areBatched() {
        List<Map<String, Object>> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(Map.of(
                    "title",
                    "T" + i,
                    "isbn",
                    "i" + i,
                    "tags",
                    List.of(Map.of("name", "t" + i % 3), Map.of("name", "u" + i % 4))));
        }
        library.tap.reset();
        authors().insertMap(Map.of("name", "Herbert", "books", many));
        assertThat(library.tap.statements().stream().filter(sql -> sql.startsWith("SELECT")))
                .as("look-ups of books and tags; the author with books and tags")
                .hasSize(5);
        assertThat(count("Tag")).isEqualTo(7);
        assertThat(count("BookTag")).isEqualTo(40);
    }

    @Test
    void insertMap_problems_areToldAllAtOnceBeforeAnyStatement() {
        library.tap.reset();
        assertThatThrownBy(() -> rows(Order.class)
                        .insertMap(Map.of(
                                "lines",
                                List.of(Map.of("quantity", 1, "bookId", 1), Map.of("quantty", 2, "bookId", "x")),
                                "number",
                                5)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("""
                        EM-1306 Order.insertMap: 'lines[1].bookId' takes Long, not a value of type String. Give a value that converts without loss.
                        EM-1304 Order.insertMap: there is no attribute 'lines[1].quantty'. OrderLine has book, bookId, createdAt, id, order, quantity, updatedAt. Did you mean 'lines[1].quantity'?
                        EM-1306 Order.insertMap: 'number' takes String, not a value of type Integer. Give a value that converts without loss.
                        EM-1307 Order.insertMap: 'number' is required to insert Order and missing. Give a value.
                        EM-1307 Order.insertMap: 'lines[1].bookId' is required to insert OrderLine and missing. Give a value.
                        EM-1307 Order.insertMap: 'lines[1].quantity' is required to insert OrderLine and missing. Give a value.""");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void insertMap_valuesBesideTheKey_thatDiffer_areRefused() {
        authors().insertMap(Map.of("name", "Herbert", "email", "h@x.org"));
        assertThatThrownBy(() -> book("Dune", "1", "author", Map.of("email", "h@x.org", "name", "Frank")))
                .hasMessage("EM-1318 Book.insertMap: 'author.name' differs from the Author that is linked by its key."
                        + " Leave it out, or ask for MERGE, which writes it into the row.");
        book("Dune", "1", "author", Map.of("email", "h@x.org", "name", "Herbert"));
        assertThat(count("Author")).isOne();
    }

    @Test
    void insertMap_idWithoutRow_isRefused() {
        assertThatThrownBy(() -> book("Dune", "1", "author", Map.of("id", 99)))
                .hasMessage("EM-1316 Book.insertMap: 'author' gives the key of a Author that has no row."
                        + " Leave the key out to insert one, or correct it.");
        assertThat(count("Book")).isZero();
    }

    @Test
    void insertMap_twoKeysOfDifferentRows_areRefused() {
        Author one = authors().insertMap(Map.of("name", "One", "email", "1@x.org"));
        authors().insertMap(Map.of("name", "Two", "email", "2@x.org"));
        assertThatThrownBy(() -> book("Dune", "1", "author", Map.of("id", one.getId(), "email", "2@x.org")))
                .hasMessage("EM-1317 Book.insertMap: 'author' matches several rows of Author by different keys."
                        + " Give only the keys of one row.");
    }

    @Test
    void insertMap_keyAndRelationshipThatDiffer_areRefused() {
        Author one = authors().insertMap(Map.of("name", "One", "email", "1@x.org"));
        assertThatThrownBy(() -> book("Dune", "1", "authorId", one.getId(), "author", Map.of("name", "Two")))
                .hasMessage("EM-1314 Book.insertMap: 'authorId' and the relationship 'author' lead to different rows."
                        + " Give one of the two.");
        book("Dune", "1", "authorId", one.getId(), "author", Map.of("email", "1@x.org"));
    }

    @Test
    void insertMap_cyclicMap_isRefused() {
        Map<String, Object> map = new HashMap<>(Map.of("name", "a"));
        map.put("parent", map);
        assertThatThrownBy(() -> rows(Category.class).insertMap(map))
                .hasMessage(
                        "EM-1331 Category.insertMap: 'parent' is a map that lies within itself. Give a map that comes to an end.");
    }

    @Test
    void insertMap_failureInTheMiddle_leavesNothing() {
        assertThatThrownBy(() -> rows(Order.class)
                        .insertMap(Map.of("number", "o1", "lines", List.of(Map.of("quantity", 1, "bookId", 999)))))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(ConstraintViolatedException.Kind.FOREIGN_KEY);
                    assertThat(failure.entity()).isEqualTo("OrderLine");
                    assertThat(failure.getMessage()).startsWith("EM-2102 Order.insertMap: a foreign key of OrderLine");
                });
        assertThat(count("Order")).isZero();
    }
}
