package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.ConstraintViolatedException.Kind;
import org.junit.jupiter.api.Test;

/** What a database refuses is told in the words of the model, and never with the values. */
abstract class FailureContract extends LibraryContract {

    @Test
    void unique_isNamed() {
        authors().insertMap(Map.of("name", "secret", "email", "secret@x.org"));
        assertThatThrownBy(() -> authors().insertMap(Map.of("name", "other", "email", "secret@x.org")))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.UNIQUE);
                    assertThat(failure.entity()).isEqualTo("Author");
                    assertThat(failure.getMessage())
                            .startsWith(
                                    "EM-2101 Author.insertMap: another row has the same value of a unique key of Author");
                    assertThat(failure.getMessage()).doesNotContain("secret");
                    assertThat(failure.getCause()).isNotNull();
                });
        assertThat(count("Author")).isOne();
    }

    @Test
    void namedUniqueKey_tellsItsAttributes() {
        Category parent = rows(Category.class).insertMap(Map.of("name", "a", "children", List.of(Map.of("name", "b"))));
        assertThatThrownBy(() -> rows(Category.class).insertMap(Map.of("name", "b", "parentId", parent.getId())))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.attributes()).containsExactlyInAnyOrder("name", "parentId");
                    assertThat(failure.constraint()).startsWith("UK_CATEGORY_NAME");
                });
    }

    @Test
    void foreignKey_isNamed() {
        assertThatThrownBy(() -> rows(Review.class).insertMap(Map.of("rating", 1, "bookId", 99)))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.FOREIGN_KEY);
                    assertThat(failure.entity()).isEqualTo("Review");
                    assertThat(failure.getMessage()).doesNotContain("99");
                });
    }

    @Test
    void notNull_isNamed() {
        Author author = authors().insertMap(Map.of("name", "x"));
        assertThatThrownBy(() -> library.easy
                        .blocking(Author.class)
                        .updateWhere(
                                Map.of("id", author.getId()),
                                Map.of("name", org.easymodel.query.Conditions.attribute("country"))))
                .isInstanceOfSatisfying(ConstraintViolatedException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Kind.NOT_NULL);
                    assertThat(failure.entity()).isEqualTo("Author");
                    assertThat(failure.attributes()).containsExactly("name");
                    assertThat(failure.getMessage())
                            .isEqualTo(
                                    "EM-2103 Author.updateWhere: a required value of Author (name) is missing. Nothing was written. Give a value.");
                });
    }

    @Test
    void requiredChange_cannotBeNull() {
        assertThatThrownBy(() -> authors().updateWhere(Map.of("name", "x"), org.easymodel.EasyMap.of("name", null)))
                .hasMessage("EM-1308 Author.updateWhere: 'name' is required and is given as null. Give a value.");
    }

    @Test
    void tooLong_isNamed() {
        Author author = authors().insertMap(Map.of("name", "x"));
        Attempt attempt = Attempt.of(
                () -> authors().updateWhere(Map.of("id", author.getId()), Map.of("country", "secret".repeat(100))));
        assertThat(attempt.violation().kind()).isEqualTo(Kind.LENGTH);
        assertThat(attempt.violation().entity()).isEqualTo("Author");
        assertThat(attempt.violation().attributes()).contains("country");
        assertThat(attempt.violation().getMessage())
                .startsWith("EM-2123 Author.updateWhere: a value of Author (")
                .doesNotContain("secret");
    }

    @Test
    void outOfRange_isNamed() {
        Book book = book("Dune", "1", "price", 5);
        Attempt attempt = Attempt.of(
                () -> books().updateWhere(Map.of("id", book.getId()), Map.of("price", new BigDecimal("1e30"))));
        assertThat(attempt.violation().kind()).isEqualTo(Kind.RANGE);
        assertThat(attempt.violation().entity()).isEqualTo("Book");
    }

    @Test
    void foreignKey_namesItsAttribute() {
        Attempt attempt = Attempt.of(() -> rows(Review.class).insertMap(Map.of("rating", 1, "bookId", 99)));
        assertThat(attempt.violation().attributes()).containsExactly("bookId");
        assertThat(attempt.violation().constraint()).isNotEmpty();
        assertThat(attempt.violation().isRetryable()).isFalse();
    }

    /** What a call threw. */
    private record Attempt(ConstraintViolatedException violation) {

        static Attempt of(Runnable call) {
            try {
                call.run();
            } catch (ConstraintViolatedException e) {
                return new Attempt(e);
            }
            throw new AssertionError("nothing was refused");
        }
    }
}
