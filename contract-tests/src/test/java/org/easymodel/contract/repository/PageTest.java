package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.asc;
import static org.easymodel.query.Conditions.desc;

import jakarta.data.page.CursoredPage;
import jakarta.data.page.Page;
import jakarta.data.page.PageRequest;
import jakarta.data.page.PageRequest.Cursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.easymodel.BlockingQuery;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Review;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages by number and from a row on. */
@ParameterizedClass
@EnumSource(Database.class)
class PageTest {

    @Parameter
    private Database database;

    private Library library;

    @BeforeEach
    void open() {
        library = Library.on(database);
        library.empty();
    }

    private BlockingQuery<Author> authors() {
        return library.easy.blocking(Author.class).select();
    }

    private void authors(int count) {
        library.easy
                .blocking(Author.class)
                .insertMaps(IntStream.range(0, count)
                        .mapToObj(i -> EasyMap.of(
                                "name", "n" + i % 7, "email", "e" + i, "country", i % 3 == 0 ? null : "c" + i % 5))
                        .toList());
        library.tap.reset();
    }

    private void booksWithReviews(int books, int reviews) {
        library.easy
                .blocking(Book.class)
                .insertMaps(IntStream.range(0, books)
                        .mapToObj(i -> Map.of(
                                "title",
                                "T" + i,
                                "isbn",
                                "i" + i,
                                "author",
                                Map.of("name", "A", "email", "a@x.org"),
                                "reviews",
                                IntStream.range(0, reviews)
                                        .mapToObj(r -> Map.of("rating", 1 + r % 5, "text", "r" + r))
                                        .toList()))
                        .toList());
        library.tap.reset();
    }

    @Test
    void page_withAToMany_hasItsSizeInRootsAndTheRightTotal() {
        booksWithReviews(25, 3);
        Page<Book> page = library.easy
                .blocking(Book.class)
                .select()
                .orderBy("isbn")
                .include("reviews")
                .page(PageRequest.ofPage(2).size(10).withTotal());
        assertThat(page.content()).hasSize(10).allSatisfy(book -> assertThat(book.getReviews())
                .hasSize(3)
                .extracting(Review::getBookId)
                .containsOnly(book.getId()));
        assertThat(page.totalElements()).isEqualTo(25);
        assertThat(page.totalPages()).isEqualTo(3);
        assertThat(page.hasNext()).isTrue();
        assertThat(library.tap.statements().get(0)).containsPattern("LIMIT|FETCH NEXT");
        assertThat(library.tap.statements()).as("books, reviews, count").hasSize(3);
    }

    @Test
    void page_withoutTotal_stillKnowsWhetherThereIsAnother() {
        authors(20);
        Page<Author> first = authors().page(PageRequest.ofSize(10).withoutTotal());
        Page<Author> second = authors().page(first.nextPageRequest());
        assertThat(first.content()).hasSize(10);
        assertThat(first.hasNext()).isTrue();
        assertThat(second.content()).hasSize(10);
        assertThat(second.hasNext()).isFalse();
        assertThat(second.hasTotals()).isFalse();
        assertThat(authors().page(PageRequest.ofPage(9).size(10).withTotal()).content())
                .isEmpty();
    }

    private static BlockingQuery<Author> ordered(BlockingQuery<Author> query, int way) {
        return switch (way) {
            case 0 -> query.orderBy("country", "-name");
            case 1 ->
                query.orderBy(desc("country").withNullsFirst(), asc("name").ignoringCase());
            case 2 -> query.orderBy("-country", "profile.motto");
            default -> query;
        };
    }

    /** Every way, forwards and then backwards, while others insert. */
    @Test
    void cursor_goesOverEveryRowOnce_inBothDirections() {
        authors(60);
        for (int way = 0; way < 4; way++) {
            int chosen = way;
            List<Long> expected = ordered(authors(), chosen).limit(1000).list().stream()
                    .map(Author::getId)
                    .toList();
            Set<Long> there = new HashSet<>(expected);
            List<Long> forwards = new ArrayList<>();
            List<Long> backwards = new ArrayList<>();
            PageRequest request = PageRequest.ofSize(7).withoutTotal();
            CursoredPage<Author> page = null;
            while (request != null) {
                page = ordered(authors(), chosen).cursor(request);
                page.content().forEach(author -> forwards.add(author.getId()));
                request = page.hasNext() ? page.nextPageRequest() : null;
                library.easy
                        .blocking(Author.class)
                        .insertMap(EasyMap.of("name", "n3", "country", forwards.size() % 2 == 0 ? null : "c2"));
            }
            request = PageRequest.beforeCursor(page.cursor(page.numberOfElements() - 1), 1, 5, false);
            backwards.add(page.content().get(page.numberOfElements() - 1).getId());
            while (request != null) {
                page = ordered(authors(), chosen).cursor(request);
                List<Long> ids = new ArrayList<>(
                        page.content().stream().map(Author::getId).toList());
                Collections.reverse(ids);
                backwards.addAll(ids);
                request = page.hasPrevious() ? page.previousPageRequest() : null;
            }
            Collections.reverse(backwards);
            assertThat(forwards).as("way " + chosen).doesNotHaveDuplicates();
            assertThat(forwards.stream().filter(there::contains))
                    .as("way " + chosen)
                    .isEqualTo(expected);
            assertThat(backwards).as("way " + chosen).doesNotHaveDuplicates();
            assertThat(backwards.stream().filter(there::contains))
                    .as("way " + chosen)
                    .isEqualTo(expected);
        }
    }

    @Test
    void cursor_statementsDoNotGrow_andTotalsAreRight() {
        booksWithReviews(30, 2);
        BlockingQuery<Book> books =
                library.easy.blocking(Book.class).select().orderBy("-title").include("reviews");
        CursoredPage<Book> first = books.cursor(PageRequest.ofSize(10).withTotal());
        assertThat(first.totalElements()).isEqualTo(30);
        assertThat(first.hasPrevious()).isFalse();
        library.tap.reset();
        CursoredPage<Book> second = books.cursor(first.nextPageRequest().withoutTotal());
        assertThat(second.content()).hasSize(10).allSatisfy(book -> assertThat(book.getReviews())
                .hasSize(2));
        assertThat(library.tap.statements()).as("keys, books, reviews").hasSize(3);
    }

    @Test
    void cursor_asTheTextOfAClient() {
        authors(10);
        BlockingQuery<Author> query = authors().where(Map.of("country", "c1")).orderBy("email");
        String text = (String)
                query.cursor(PageRequest.ofSize(1).withoutTotal()).cursor(0).get(0);
        CursoredPage<Author> next = query.cursor(PageRequest.afterCursor(Cursor.forKey(text), 1, 10, false));
        String first = query.limit(1).list().get(0).getEmail();
        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1))
                .as("the sort value is not to be read by the client")
                .doesNotContain(first);
        assertThat(next.content()).isEmpty();
        assertThat(next.hasNext()).isFalse();
    }

    @Test
    void cursor_thatWasChangedOrIsOfAnotherQuery_isRefusedBeforeTheDatabaseIsAsked() {
        authors(10);
        BlockingQuery<Author> query = authors().where(Map.of("country", "c1")).orderBy("email");
        String text = (String)
                query.cursor(PageRequest.ofSize(1).withoutTotal()).cursor(0).get(0);
        library.tap.reset();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            if (!java.util.Arrays.equals(
                    java.util.Base64.getUrlDecoder().decode(changed),
                    java.util.Base64.getUrlDecoder().decode(text))) {
                refused(query, changed);
            }
        }
        refused(query, "");
        refused(query, "%");
        refused(query, text + text);
        refused(authors().where(Map.of("country", "c2")).orderBy("email"), text);
        refused(authors().where(Map.of("country", "c1")).orderBy("-email"), text);
        refused(authors().where(Map.of("country", "c1")), text);
        assertThatThrownBy(() -> query.cursor(PageRequest.afterCursor(Cursor.forKey(1, 2), 1, 10, false)))
                .hasMessageContaining("EM-1276");
        assertThat(library.tap.statements()).isEmpty();
    }

    private static void refused(BlockingQuery<Author> query, String text) {
        assertThatThrownBy(() -> query.cursor(PageRequest.afterCursor(Cursor.forKey(text), 1, 10, false)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1277");
    }

    @Test
    void whatIsNoPage_isRefused() {
        assertThatThrownBy(() -> authors().page(null)).hasMessageContaining("EM-1270");
        assertThatThrownBy(() -> authors().limit(3).page(PageRequest.ofSize(2))).hasMessageContaining("EM-1271");
        assertThatThrownBy(() -> authors().page(PageRequest.afterCursor(Cursor.forKey("x"), 1, 10, false)))
                .hasMessageContaining("EM-1272");
        assertThatThrownBy(
                        () -> authors().page(PageRequest.ofPage(Long.MAX_VALUE).size(2)))
                .hasMessageContaining("EM-1273");
        assertThatThrownBy(() -> authors().cursor(PageRequest.ofPage(2).size(10)))
                .hasMessageContaining("EM-1274");
    }
}
