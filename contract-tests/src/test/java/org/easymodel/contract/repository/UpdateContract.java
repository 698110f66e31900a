package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.add;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;
import static org.easymodel.query.Conditions.notNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Order;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.RowNotFoundException;
import org.junit.jupiter.api.Test;

abstract class UpdateContract extends LibraryContract {

    private Book dune;
    private Author lem;

    @Override
    void prepare() {
        dune = book("Dune", "1", "price", 10, "stock", 3, "category", Map.of("name", "Fiction"));
        book("Other", "2", "stock", 5);
        lem = authors().insertMap(Map.of("name", "Lem", "email", "l@x.org"));
    }

    @Test
    void update_values_areConvertedAndTheVersionMoves() {
        Book changed = books().update(dune.getId(), Map.of("price", "12.5", "genre", "CRIME", "stock", 4L));
        assertThat(changed.getPrice()).isEqualByComparingTo("12.5");
        assertThat(changed.getGenre()).isEqualTo(Book.Genre.CRIME);
        assertThat(changed.getStock()).isEqualTo(4);
        assertThat(changed.getVersion()).isEqualTo(dune.getVersion() + 1);
        assertThat(changed.getTitle()).isEqualTo("Dune");
    }

    @Test
    void update_callbacks_run() {
        Author changed = authors().update(lem.getId(), EasyMap.of("name", "Stanislaw", "email", null));
        assertThat(changed.getUpdatedAt()).isAfterOrEqualTo(lem.getUpdatedAt());
        assertThat(changed.getCreatedAt()).isEqualTo(lem.getCreatedAt());
        assertThat(changed.getEmail()).isNull();
    }

    @Test
    void update_toOne_isLinkedByKeyOrEmptied() {
        Book changed = books().update(dune.getId(), EasyMap.of("author", Map.of("email", "l@x.org"), "category", null));
        assertThat(changed.getAuthor().getName()).isEqualTo("Lem");
        assertThat(changed.getAuthorId()).isEqualTo(lem.getId());
        assertThat(changed.getCategory()).isNull();
        assertThat(books().update(dune.getId(), Map.of("authorId", dune.getAuthorId()))
                        .getAuthor()
                        .getName())
                .isEqualTo("Someone");
    }

    @Test
    void update_declaredToOne_isLinked() {
        rows(Order.class)
                .insertMap(Map.of("number", "o1", "lines", List.of(Map.of("quantity", 1, "bookId", dune.getId()))));
        rows(Order.class).insertMap(Map.of("number", "o2"));
        OrderLine line = rows(OrderLine.class).select().one();
        OrderLine changed = rows(OrderLine.class).update(line.getId(), Map.of("order", Map.of("number", "o2")));
        assertThat(changed.getOrder().getNumber()).isEqualTo("o2");
    }

    @Test
    void update_withoutRow_fails() {
        assertThatThrownBy(() -> books().update(-1, Map.of("title", "x")))
                .isInstanceOf(RowNotFoundException.class)
                .hasMessage("EM-2012 Book.update: there is no Book with the given key. Use insert for a new row.");
    }

    @Test
    void update_problems_areToldAllAtOnce() {
        library.tap.reset();
        assertThatThrownBy(() -> books().update(
                                dune.getId(),
                                EasyMap.of(
                                        "id",
                                        -5,
                                        "titel",
                                        "x",
                                        "title",
                                        null,
                                        "stock",
                                        "many",
                                        "tags",
                                        List.of(),
                                        "author",
                                        Map.of("nam", "x"))))
                .hasMessage("""
                        EM-1304 Book.update: there is no attribute 'author.nam'. Author has books, country, createdAt, email, id, name, profile, updatedAt. Did you mean 'author.name'?
                        EM-1322 Book.update: 'id' cannot be changed by an update. Leave it out.
                        EM-1306 Book.update: 'stock' takes Integer, not a value of type String. Give a value that converts without loss.
                        EM-1304 Book.update: there is no attribute 'titel'. Book has author, authorId, bookTags, category, categoryId, genre, id, isbn, orderLines, price, published, reviews, stock, tags, title, version. Did you mean 'title'?
                        EM-1308 Book.update: 'title' is required and is given as null. Give a value.""");
        assertThatThrownBy(() -> books().update(dune.getId(), Map.of("stock", increment(1))))
                .hasMessage(
                        "EM-1325 Book.update: 'stock' is given as an expression, which only updateWhere takes, where it changes nothing"
                                + " but columns of the rows. Give a value, or change it in a call of its own.");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void updateWhere_isOneStatementAndMovesTheVersion() {
        long changed = statements(1, () -> books().updateWhere(
                        Map.of("author", Map.of("email", "someone@x.org"), "stock", Map.of("$gt", 0)),
                        EasyMap.of(
                                "stock",
                                increment(10),
                                "price",
                                attribute("price").times(2),
                                "genre",
                                "CRIME",
                                "published",
                                null)));
        assertThat(changed).isEqualTo(2);
        Book after = books().find(dune.getId()).orElseThrow();
        assertThat(after.getStock()).isEqualTo(13);
        assertThat(after.getPrice()).isEqualByComparingTo(BigDecimal.valueOf(20));
        assertThat(after.getGenre()).isEqualTo(Book.Genre.CRIME);
        assertThat(after.getVersion()).isEqualTo(dune.getVersion() + 1);
    }

    @Test
    void updateWhere_overToMany_changesTheRowsThatHaveOne() {
        books().updateWhere(Map.of("reviews.rating", 5), Map.of("stock", 0));
        rows(org.easymodel.contract.repository.library.Review.class)
                .insertMap(Map.of("rating", 5, "bookId", dune.getId()));
        assertThat(books().updateWhere(Map.of("reviews.rating", 5), Map.of("stock", 77)))
                .isOne();
        assertThat(books().select(Map.of("stock", 77)).one().getTitle()).isEqualTo("Dune");
        assertThat(authors().updateWhere(Map.of("books.isbn", "1"), Map.of("country", "PL")))
                .isOne();
    }

    @Test
    void updateWhere_updatedAt_moves() {
        assertThat(authors().updateWhere(Map.of("email", "l@x.org"), Map.of("country", "PL")))
                .isOne();
        Author after = authors().find(lem.getId()).orElseThrow();
        assertThat(after.getUpdatedAt()).isAfterOrEqualTo(lem.getUpdatedAt());
        assertThat(after.getCountry()).isEqualTo("PL");
    }

    @Test
    void updateWhere_toOne_isSetByIdOrEmptied() {
        assertThat(books().updateWhere(
                                Map.of("isbn", "1"), EasyMap.of("category", null, "author", Map.of("id", lem.getId()))))
                .isOne();
        Book after = books().find(dune.getId()).orElseThrow();
        assertThat(after.getAuthor().getName()).isEqualTo("Lem");
        assertThat(after.getCategory()).isNull();
    }

    @Test
    void updateWhere_nestedMap_linksEveryRowAndRunsCallbacks() {
        assertThat(books().updateWhere(
                                Map.of("stock", Map.of("$gt", 0)),
                                Map.of("author", Map.of("email", "l@x.org"), "genre", "CRIME")))
                .isEqualTo(2);
        assertThat(books().all()).allSatisfy(book -> {
            assertThat(book.getAuthor().getName()).isEqualTo("Lem");
            assertThat(book.getGenre()).isEqualTo(Book.Genre.CRIME);
            assertThat(book.getVersion()).isEqualTo(dune.getVersion() + 1);
        });
        assertThat(count("Author")).isEqualTo(2);
    }

    @Test
    void updateWhere_nestedMaps_changeAndMakeWhatHangsOnEachRow() {
        assertThat(books().updateWhere(
                                Map.of("author.email", "someone@x.org"),
                                Map.of(
                                        "category",
                                        Map.of("name", "Science"),
                                        "reviews",
                                        add(Map.of("rating", 4)),
                                        "tags",
                                        List.of(Map.of("name", "new")))))
                .isEqualTo(2);
        assertThat(books().all()).allSatisfy(book -> {
            assertThat(book.getCategory().getName()).isEqualTo("Science");
            assertThat(book.getReviews()).hasSize(1);
            assertThat(book.getTags()).hasSize(1);
        });
        assertThat(count("Tag")).isOne();
        assertThat(count("Review")).isEqualTo(2);
    }

    @Test
    void updateWhere_overAnInverse_changesTheRowsAtItsEnd() {
        assertThat(authors()
                        .updateWhere(
                                Map.of("name", List.of("Lem", "Someone")), Map.of("profile", Map.of("motto", "x"))))
                .isEqualTo(2);
        assertThat(count("Profile")).isEqualTo(2);
        assertThat(authors().select(Map.of("profile.motto", "x")).update(EasyMap.of("profile", Map.of("motto", "y"))))
                .isEqualTo(2);
        assertThat(count("Profile")).isEqualTo(2);
        assertThat(authors().count(Map.of("profile.motto", "y"))).isEqualTo(2);
    }

    @Test
    void updateWhere_furtherThanColumns_needsOneStatementForAllRows() {
        for (int i = 0; i < 20; i++) {
            book("B" + i, "n" + i, "stock", 9);
        }
        library.tap.reset();
        assertThat(books().updateWhere(Map.of("stock", 9), Map.of("author", Map.of("email", "l@x.org"))))
                .isEqualTo(20);
        assertThat(library.tap.statements().stream().filter(sql -> sql.startsWith("SELECT")))
                .hasSize(2);
    }

    @Test
    void updateWhere_furtherThanColumns_whatIsWrongIsRefusedBefore() {
        library.tap.reset();
        assertThatThrownBy(() -> books().updateWhere(
                                Map.of("stock", 9),
                                EasyMap.of("author", Map.of("nam", "x"), "tags", "x", "titel", "x", "id", 3)))
                .hasMessageContaining("there is no attribute 'author.nam'")
                .hasMessageContaining("'tags' takes a collection")
                .hasMessageContaining("there is no attribute 'titel'")
                .hasMessageContaining("'id' cannot be changed");
        assertThatThrownBy(
                        () -> books().updateWhere(Map.of("stock", 9), Map.of("stock", increment(1), "tags", List.of())))
                .hasMessageStartingWith("EM-1325 Book.updateWhere: 'stock' is given as an expression");
        assertThatThrownBy(() -> books().updateWhere(Map.of(), Map.of("tags", List.of())))
                .hasMessageStartingWith("EM-2009");
        assertThat(books().updateWhere(Map.of("id", List.of()), Map.of("tags", List.of())))
                .isZero();
        assertThat(library.tap.statements()).isEmpty();
        assertThat(books().updateWhere(Map.of("stock", 9), Map.of("tags", List.of())))
                .isZero();
    }

    @Test
    void updateWhere_oneRowThatFails_leavesAllAsTheyWere() {
        assertThatThrownBy(() -> books().updateWhere(
                                Map.of("stock", Map.of("$gt", 0)),
                                Map.of("isbn", "same", "tags", List.of(Map.of("name", "new")))))
                .isInstanceOf(ConstraintViolatedException.class);
        assertThat(count("Tag")).isZero();
        assertThat(books().exists(Map.of("isbn", "same"))).isFalse();
    }

    @Test
    void updateWhere_emptyCriteria_areRefused() {
        assertThatThrownBy(() -> books().updateWhere(Map.of(), Map.of("stock", 1)))
                .hasMessage("EM-2009 Book.updateWhere: the criteria restrict nothing, so that every row would be meant."
                        + " Name an attribute. To mean every row, say so, for instance with notNull() under the id.");
        assertThatThrownBy(() -> books().updateWhere(Map.of("stock", 1), Map.of()))
                .hasMessage("EM-2010 Book.updateWhere: no change is given.");
        assertThat(books().updateWhere(Map.of("id", notNull()), Map.of("stock", 1)))
                .isEqualTo(2);
        assertThat(books().updateWhere(Map.of("id", List.of()), Map.of("stock", 1)))
                .isZero();
    }
}
