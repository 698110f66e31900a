package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts have in common: an empty library and the statements of one call. */
abstract class LibraryContract {

    protected Library library;

    abstract Database database();

    @BeforeEach
    void open() {
        library = Library.on(database());
        library.empty();
        prepare();
        library.tap.reset();
    }

    /** The rows that a contract starts with. */
    void prepare() {}

    <E> BlockingRepository<E> rows(Class<E> entity) {
        return library.easy.blocking(entity);
    }

    BlockingRepository<Book> books() {
        return rows(Book.class);
    }

    BlockingRepository<Author> authors() {
        return rows(Author.class);
    }

    long count(String entity) {
        return library.work(em -> em.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult());
    }

    /** Runs a call that must send exactly so many statements. */
    <R> R statements(int expected, Supplier<R> call) {
        library.tap.reset();
        R result = call.get();
        assertThat(library.tap.statements()).hasSize(expected);
        return result;
    }

    Book book(String title, String isbn, Object... more) {
        Map<String, Object> values = new java.util.LinkedHashMap<>(EasyMap.of(more));
        values.put("title", title);
        values.put("isbn", isbn);
        values.putIfAbsent("author", Map.of("email", "someone@x.org", "name", "Someone"));
        return books().insertMap(values);
    }

    static List<String> titles(List<Book> books) {
        return books.stream().map(Book::getTitle).toList();
    }
}
