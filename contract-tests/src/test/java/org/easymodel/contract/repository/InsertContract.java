package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Order;
import org.easymodel.contract.repository.library.OrderLine;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;

abstract class InsertContract extends LibraryContract {

    @Test
    void insert_graphOfNewObjects_insertsAll() {
        Book given = new Book("Dune", "1");
        given.setAuthor(new Author("Herbert"));
        given.getReviews().add(new Review(5));
        given.getTags().add(new Tag("classic"));
        Book inserted = books().insert(given);
        assertThat(given.getId()).isNotNull();
        assertThat(given.getAuthor().getId()).isEqualTo(given.getAuthorId());
        assertThat(inserted).isNotSameAs(given);
        assertThat(inserted.getId()).isEqualTo(given.getId());
        assertThat(inserted.getAuthor().getName()).isEqualTo("Herbert");
        assertThat(inserted.getReviews()).hasSize(1);
        assertThat(inserted.getTags()).extracting(Tag::getName).containsExactly("classic");
        assertThat(count("BookTag")).isOne();
    }

    @Test
    void insert_objectWithRow_isLinked() {
        Author author = authors().insert(new Author("Herbert"));
        Tag tag = rows(Tag.class).insert(new Tag("classic"));
        Book given = new Book("Dune", "1");
        given.setAuthor(author);
        given.getTags().add(tag);
        Book inserted = books().insert(given);
        assertThat(inserted.getAuthorId()).isEqualTo(author.getId());
        assertThat(inserted.getTags()).containsExactly(tag);
        assertThat(count("Author")).isOne();
        assertThat(count("Tag")).isOne();
    }

    @Test
    void insert_objectWithKeyButNoRow_isRefused() {
        Author author = new Author("Nobody");
        author.setId(99L);
        Book given = new Book("Dune", "1");
        given.setAuthor(author);
        assertThatThrownBy(() -> books().insert(given)).hasMessageStartingWith("EM-1316 Book.insert: 'author'");
    }

    @Test
    void insert_missingValue_isRefusedBeforeAnyStatement() {
        Book given = new Book(null, "1");
        given.getReviews().add(new Review());
        assertThatThrownBy(() -> books().insert(given))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("""
                        EM-1307 Book.insert: 'authorId' is required to insert Book and missing. Give a value.
                        EM-1307 Book.insert: 'title' is required to insert Book and missing. Give a value.
                        EM-1307 Book.insert: 'reviews[0].rating' is required to insert Review and missing. Give a value.""");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void insert_declaredRelationships_areInserted() {
        Book dune = book("Dune", "1");
        Order given = new Order("o1");
        given.getLines().add(new OrderLine(given, dune.getId(), 2));
        given.getLines().add(new OrderLine(given, dune.getId(), 3));
        Order inserted = rows(Order.class).insert(given);
        assertThat(inserted.getLines()).extracting(OrderLine::getQuantity).containsExactlyInAnyOrder(2, 3);
        OrderLine further = rows(OrderLine.class).insert(new OrderLine(inserted, dune.getId(), 4));
        assertThat(further.getOrder().getNumber()).isEqualTo("o1");
        assertThat(count("OrderLine")).isEqualTo(3);
    }

    @Test
    void insert_oneRow_isOneStatementBesidesItsResult() {
        Author author = statements(2, () -> authors().insert(new Author("x")));
        assertThat(author.getCreatedAt()).isNotNull();
        assertThat(author.books()).isEmpty();
        assertThat(author.profile()).isEmpty();
        Book book = statements(4, () -> books().insertMap(Map.of("title", "T", "isbn", "1", "author", author)));
        assertThat(book.getReviews()).isEmpty();
        assertThat(book.getTags()).isEmpty();
        assertThat(book.getCategory()).isNull();
        assertThat(book.getAuthor()).isEqualTo(author);
    }
}
