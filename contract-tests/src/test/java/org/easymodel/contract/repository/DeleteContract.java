package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;

import java.util.List;
import java.util.Map;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.Order;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.failure.ConstraintViolatedException;
import org.junit.jupiter.api.Test;

abstract class DeleteContract extends LibraryContract {

    private Book dune;

    @Override
    void prepare() {
        dune = book(
                "Dune",
                "1",
                "category",
                Map.of("name", "Fiction"),
                "tags",
                List.of(Map.of("name", "classic"), Map.of("name", "desert")),
                "reviews",
                List.of(Map.of("rating", 5), Map.of("rating", 1)));
        book("Other", "2", "tags", List.of(Map.of("name", "classic")), "reviews", List.of(Map.of("rating", 1)));
    }

    @Test
    void deleteById_tellsWhetherThereWasARow() {
        Author author = authors().insertMap(Map.of("name", "x"));
        assertThat(authors().deleteById(author.getId())).isTrue();
        assertThat(authors().deleteById(author.getId())).isFalse();
    }

    @Test
    void deleteById_refusingChildren_areCounted() {
        assertThatThrownBy(() -> authors().deleteById(dune.getAuthorId()))
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessage("EM-2105 Author.deleteById: 2 rows of Book (authorId) lead to what is to be deleted."
                        + " Delete or change them first, or declare onDelete on 'Book.author'.");
        assertThat(count("Author")).isOne();
    }

    @Test
    void deleteById_childrenAndLinks_goWithTheRow() {
        assertThat(books().deleteById(dune.getId())).isTrue();
        assertThat(count("Book")).isOne();
        assertThat(count("Review")).isOne();
        assertThat(count("BookTag")).isOne();
        assertThat(count("Tag")).isEqualTo(2);
        assertThat(rows(Tag.class).deleteWhere(Map.of("name", "classic"))).isOne();
        assertThat(count("BookTag")).isZero();
    }

    @Test
    void deleteWhere_isOneStatementForEachTable() {
        library.tap.reset();
        assertThat(books().deleteWhere(Map.of("author", Map.of("email", "someone@x.org"))))
                .isEqualTo(2);
        assertThat(library.tap.statements())
                .filteredOn(sql -> sql.startsWith("DELETE"))
                .extracting(sql -> sql.split(" ")[2])
                .as("EclipseLink empties the table of a many-to-many relationship once more")
                .containsExactly("BOOKTAG", "REVIEW", "BOOKTAG", "BOOK");
        assertThat(library.tap.statements())
                .as("the keys, the order lines that would refuse")
                .hasSize(6);
        assertThat(statements(1, () -> rows(Review.class).deleteWhere(Map.of("rating", 1))))
                .isZero();
    }

    @Test
    void deleteWhere_overItsOwnChildren_stillDeletesTheParents() {
        assertThat(books().deleteWhere(Map.of("reviews.rating", 5))).isOne();
        assertThat(count("Review")).isOne();
    }

    @Test
    void deleteWhere_setNull_emptiesTheKey() {
        assertThat(rows(Category.class).deleteWhere(Map.of("name", "Fiction"))).isOne();
        assertThat(books().find(dune.getId()).orElseThrow().getCategoryId()).isNull();
    }

    @Test
    void deleteById_circle_goesAsAWhole() {
        Long first = rows(Category.class).insertMap(Map.of("name", "first")).getId();
        Long second = rows(Category.class)
                .insertMap(Map.of("name", "second", "parentId", first))
                .getId();
        rows(Category.class).insertMap(Map.of("name", "beside", "parentId", second));
        rows(Category.class).update(first, Map.of("parentId", second));
        long before = count("Category");
        assertThat(rows(Category.class).deleteById(first)).isTrue();
        assertThat(count("Category")).isEqualTo(before - 3);

        Long own = rows(Category.class).insertMap(Map.of("name", "own")).getId();
        rows(Category.class).update(own, Map.of("parentId", own));
        assertThat(rows(Category.class).deleteById(own)).isTrue();
    }

    @Test
    void deleteWhere_tree_goesWithItsBranches() {
        Category root = rows(Category.class)
                .insertMap(Map.of(
                        "name",
                        "a",
                        "children",
                        List.of(Map.of("name", "b", "children", List.of(Map.of("name", "c"))), Map.of("name", "d"))));
        book("In b", "3", "category", Map.of("id", root.children().get(0).getId()));
        assertThat(rows(Category.class).deleteById(root.getId())).isTrue();
        assertThat(count("Category")).isOne();
        assertThat(books().select(Map.of("isbn", "3")).one().getCategory()).isNull();
        rows(Category.class).insertMap(Map.of("name", "a", "children", List.of(Map.of("name", "b"))));
        assertThat(rows(Category.class).deleteWhere(Map.of("name", List.of("a", "b"))))
                .isEqualTo(2);
        assertThat(count("Category")).isOne();
    }

    @Test
    void deleteWhere_declaredCascade_deletesTheLines() {
        rows(Order.class)
                .insertMap(Map.of("number", "o1", "lines", List.of(Map.of("quantity", 1, "bookId", dune.getId()))));
        assertThatThrownBy(() -> books().deleteById(dune.getId()))
                .hasMessage("EM-2105 Book.deleteById: 1 row of OrderLine (bookId) leads to what is to be deleted."
                        + " Delete or change them first, or declare onDelete on 'OrderLine.book'.");
        assertThat(count("Review")).isEqualTo(3);
        assertThat(rows(Order.class).deleteWhere(attribute("number").equalTo("o1")))
                .isOne();
        assertThat(count("OrderLine")).isZero();
        assertThat(books().deleteById(dune.getId())).isTrue();
    }

    @Test
    void deleteWhere_oneToOne_goesToo() {
        Author author = authors().insertMap(Map.of("name", "x", "profile", Map.of("motto", "m")));
        assertThat(authors().deleteById(author.getId())).isTrue();
        assertThat(count("Profile")).isZero();
    }

    @Test
    void deleteWhere_emptyCriteria_areRefused() {
        assertThatThrownBy(() -> books().deleteWhere(Map.of()))
                .hasMessageStartingWith("EM-2009 Book.deleteWhere: the criteria restrict nothing");
        assertThatThrownBy(() -> books().deleteWhere(attribute("stock").notIn(List.of())))
                .hasMessageStartingWith("EM-2009");
        assertThat(books().deleteWhere(attribute("stock").in(List.of()))).isZero();
        assertThat(count("Book")).isEqualTo(2);
    }
}
