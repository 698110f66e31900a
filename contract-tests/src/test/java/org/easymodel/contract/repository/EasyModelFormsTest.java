package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.junit.jupiter.api.Test;

/** Maps and records of entities that keep their relationships and timestamps in the base class. */
class EasyModelFormsTest extends LibraryContract {

    @Override
    Database database() {
        return Database.H2;
    }

    private Author author() {
        return authors()
                .insertMap(Map.of(
                        "name",
                        "Herbert",
                        "email",
                        "h@x.org",
                        "books",
                        List.of(Map.of("title", "Dune", "isbn", "1"), Map.of("title", "Messiah", "isbn", "2")),
                        "profile",
                        Map.of("motto", "m")));
    }

    @Test
    void toMap_ofTheBaseClass_isInTheOrderOfTheModel() {
        Author author = author();

        Map<String, Object> map = authors().toMap(author);

        assertThat(List.copyOf(map.keySet()))
                .containsExactly("id", "country", "createdAt", "email", "name", "updatedAt", "books", "profile");
        assertThat(map).containsEntry("createdAt", author.getCreatedAt()).containsEntry("id", author.getId());
        assertThat(authors().toMap(author, "books.title", "profile.motto"))
                .isEqualTo(Map.of(
                        "books",
                        List.of(Map.of("title", "Dune"), Map.of("title", "Messiah")),
                        "profile",
                        Map.of("motto", "m")));
        library.tap.reset();
        assertThat(authors().toMap(authors().select().withoutRelated().one())).doesNotContainKeys("books", "profile");
        assertThat(library.tap.statements()).hasSize(1);
    }

    @Test
    void as_ofTheBaseClass_takesItsRelationships() {
        record BookView(String title) {}
        record AuthorView(String name, Instant createdAt, List<BookView> books, String profileMotto) {}
        Author author = author();

        assertThat(authors().as(AuthorView.class, author))
                .isEqualTo(new AuthorView(
                        "Herbert", author.getCreatedAt(), List.of(new BookView("Dune"), new BookView("Messiah")), "m"));
        Author bare = authors().select().withoutRelated().one();
        assertThatThrownBy(() -> authors().as(AuthorView.class, bare))
                .hasMessage(
                        "EM-1404 Author.as: the component 'books' of the record AuthorView needs 'books', which is not"
                                + " loaded. Ask for it with include(\"books\") before the query runs.");
    }

    @Test
    void schema_saysWhatTheBaseClassFills() {
        assertThat(authors().schema().json().getValue("/properties/updatedAt").toString())
                .isEqualTo("{\"type\":\"string\",\"format\":\"date-time\",\"readOnly\":true}");
    }

    @Test
    void whatIsFilledAtEveryChange_mayStandBesideTheKeyOfALinkedRow() {
        author();
        Book dune = books().select(Map.of("isbn", "1")).include("author").one();
        Map<String, Object> map = books().toMap(dune, "title", "author");
        Map<String, Object> another = new HashMap<>(map);
        another.put("isbn", "3");

        Book copied = books().insertMap(another);

        assertThat(copied.getAuthorId()).isEqualTo(dune.getAuthorId());
        Map<String, Object> stale = new HashMap<>(authorOf(map));
        stale.put("updatedAt", Instant.EPOCH);
        assertThatThrownBy(() -> books().insertMap(Map.of("title", "T", "isbn", "4", "author", stale)))
                .hasMessage(
                        "EM-1318 Book.insertMap: 'author.updatedAt' differs from the Author that is linked by its key."
                                + " Leave it out, or ask for MERGE, which writes it into the row.");
        assertThatThrownBy(() -> books().insertMap(Map.of(
                        "title",
                        "T",
                        "isbn",
                        "4",
                        "author",
                        Map.of("name", "x", "email", "new@x.org", "updatedAt", Instant.EPOCH))))
                .hasMessage(
                        "EM-1309 Book.insertMap: 'author.updatedAt' is filled at every change and cannot be given. Leave it"
                                + " out.");
        assertThatThrownBy(() -> books().insertMap(Map.of(
                        "title", "T", "isbn", "4", "author", Map.of("name", "x", "updatedAt", Instant.EPOCH))))
                .hasMessageStartingWith("EM-1309 Book.insertMap: 'author.updatedAt' is filled");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> authorOf(Map<String, Object> book) {
        return (Map<String, Object>) book.get("author");
    }
}
