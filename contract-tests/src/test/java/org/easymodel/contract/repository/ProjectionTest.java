package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.freight.Depot;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.failure.RowNotFoundException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries for records, and what a repository loads into objects that are there already. */
class ProjectionTest {

    /** Some attributes. */
    public record Brief(String title, BigDecimal price) {}

    /** Over to-one relationships. */
    public record Card(String title, String authorName, CategoryName category, String genre) {}

    /** A nested record. */
    public record CategoryName(Long id, String name, CategoryParent parent) {}

    /** Another. */
    public record CategoryParent(String name) {}

    /** With a list, which needs entities. */
    public record Reviewed(String title, List<Rating> reviews) {}

    /** One of the list. */
    public record Rating(int rating) {}

    /** A list in a list, beside a record in it. */
    public record Shelved(String name, List<Volume> books) {}

    /** One of the outer list. */
    public record Volume(String title, List<Rating> reviews, CategoryName category, List<Label> tags) {}

    /** One of an inner list. */
    public record Label(String name) {}

    /** A record with a list in it. */
    public record Written(String title, Shelved author) {}

    /** What has no value everywhere. */
    public record Priced(int price) {}

    /** An embeddable. */
    public record Site(String code, Where address) {}

    /** Its attributes. */
    public record Where(String city, String street) {}

    private static Library fill(Database database) {
        Library library = Library.on(database);
        library.empty();
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        books.insertMap(EasyMap.of(
                "title",
                "Dune",
                "isbn",
                "1",
                "price",
                10,
                "genre",
                "SCIENCE",
                "author",
                Map.of("name", "Herbert", "email", "h@x.org"),
                "category",
                Map.of("name", "Novels", "parent", Map.of("name", "Fiction")),
                "reviews",
                List.of(Map.of("rating", 4)),
                "tags",
                List.of(Map.of("name", "classic"))));
        books.insertMap(
                EasyMap.of("title", "Solaris", "isbn", "2", "author", Map.of("name", "Lem", "email", "l@x.org")));
        library.tap.reset();
        return library;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void listsInLists_areLoadedAtOnce(Database database) {
        Library library = fill(database);
        Volume dune = new Volume(
                "Dune",
                List.of(new Rating(4)),
                new CategoryName(
                        library.easy
                                .blocking(Category.class)
                                .select(Map.of("name", "Novels"))
                                .one()
                                .getId(),
                        "Novels",
                        new CategoryParent("Fiction")),
                List.of(new Label("classic")));
        Shelved herbert = new Shelved("Herbert", List.of(dune));
        Shelved lem = new Shelved("Lem", List.of(new Volume("Solaris", List.of(), null, List.of())));
        library.tap.reset();

        assertThat(library.easy
                        .blocking(Author.class)
                        .select()
                        .orderBy("name")
                        .as(Shelved.class)
                        .list())
                .containsExactly(herbert, lem);
        assertThat(library.tap.statements().size()).isLessThanOrEqualTo(6);
        assertThat(library.easy
                        .blocking(Book.class)
                        .select()
                        .orderBy("title")
                        .as(Written.class)
                        .list())
                .containsExactly(new Written("Dune", herbert), new Written("Solaris", lem));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void records_areMadeOfTheColumnsTheyNeed(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        assertThat(books.select().orderBy("title").as(Brief.class).list())
                .containsExactly(new Brief("Dune", new BigDecimal("10.00")), new Brief("Solaris", null));
        assertThat(library.tap.statements()).hasSize(1);
        assertThat(library.tap.statements().get(0))
                .contains("TITLE", "PRICE")
                .doesNotContain("ISBN", "STOCK", "AUTHORID");
        library.tap.reset();
        List<Card> cards = books.select().orderBy("title").as(Card.class).list();
        assertThat(cards.get(0).authorName()).isEqualTo("Herbert");
        assertThat(cards.get(0).genre()).isEqualTo("SCIENCE");
        assertThat(cards.get(0).category().name()).isEqualTo("Novels");
        assertThat(cards.get(0).category().parent()).isEqualTo(new CategoryParent("Fiction"));
        assertThat(cards.get(1)).isEqualTo(new Card("Solaris", "Lem", null, null));
        assertThat(library.tap.statements()).hasSize(1);
        assertThat(library.tap.statements().get(0)).doesNotContain("ISBN", "STOCK");
        assertThat(books.select(Map.of("author.name", "Lem")).as(Brief.class).first())
                .contains(new Brief("Solaris", null));
        assertThat(books.select()
                        .orderBy("-title")
                        .limit(1)
                        .offset(1)
                        .as(Brief.class)
                        .list())
                .extracting(Brief::title)
                .containsExactly("Dune");
        assertThat(books.select(Map.of("title", List.of())).as(Brief.class).list())
                .isEmpty();
        assertThat(library.easy
                        .repository(Book.class)
                        .select()
                        .orderBy("title")
                        .as(Brief.class)
                        .first()
                        .toCompletableFuture()
                        .join())
                .map(Brief::title)
                .contains("Dune");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void records_withMore_areMadeOfEntities(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        assertThat(books.select().orderBy("title").as(Reviewed.class).list())
                .containsExactly(new Reviewed("Dune", List.of(new Rating(4))), new Reviewed("Solaris", List.of()));
        assertThat(library.tap.statements()).hasSize(2);
        assertThatThrownBy(() -> books.select().as(Priced.class).list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("EM-124");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void records_ofEmbeddables(Database database) {
        Freight freight = Freight.on(database);
        freight.empty();
        freight.rows(Depot.class)
                .insertMap(EasyMap.of("country", "DE", "code", "BER", "address", Map.of("city", "Berlin")));
        freight.rows(Depot.class).insertMap(EasyMap.of("country", "DE", "code", "HAM"));
        assertThat(freight.rows(Depot.class)
                        .select()
                        .orderBy("code")
                        .as(Site.class)
                        .list())
                .containsExactly(new Site("BER", new Where("Berlin", null)), new Site("HAM", null));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void loadRelated_fillsTheSameObjects(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        List<Book> bare = books.withoutRelated().select().orderBy("title").list();
        library.tap.reset();
        assertThat(books.loadRelated(bare, "author.books", "reviews", "tags")).isSameAs(bare);
        assertThat(library.tap.statements()).hasSize(5);
        assertThat(bare.get(0).getAuthor().getName()).isEqualTo("Herbert");
        assertThat(bare.get(0).getAuthor().books()).extracting(Book::getTitle).containsExactly("Dune");
        assertThat(bare.get(0).getReviews()).hasSize(1);
        assertThat(bare.get(1).getTags()).isEmpty();
        Author lem = library.easy
                .blocking(Author.class)
                .withoutRelated()
                .first(Map.of("name", "Lem"))
                .orElseThrow();
        assertThatThrownBy(lem::books)
                .isInstanceOf(RelationshipNotLoadedException.class)
                .hasMessageContaining("books");
        assertThat(library.easy
                        .repository(Author.class)
                        .loadRelated(lem, "books")
                        .toCompletableFuture()
                        .join())
                .isSameAs(lem);
        assertThat(lem.books()).hasSize(1);
        assertThatThrownBy(() -> books.loadRelated(bare)).hasMessageStartingWith("EM-1266");
        assertThatThrownBy(() -> books.loadRelated(new Book("x", "y"), "author"))
                .hasMessageStartingWith("EM-2030");
        assertThatThrownBy(() -> books.loadRelated(bare, "autor")).hasMessageStartingWith("EM-1204");
        assertThat(books.loadRelated(List.of(), "author")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refresh_givesTheCurrentRow(Database database) {
        Library library = fill(database);
        BlockingRepository<Book> books = library.easy.blocking(Book.class);
        Book dune = books.first(Map.of("title", "Dune")).orElseThrow();
        books.update(dune.getId(), Map.of("stock", 42));
        Book fresh = books.include("author").refresh(dune);
        assertThat(fresh.getStock()).isEqualTo(42);
        assertThat(fresh.getAuthor().getName()).isEqualTo("Herbert");
        assertThat(dune.getStock()).isZero();
        books.deleteById(dune.getId());
        assertThatThrownBy(() -> books.refresh(dune)).isInstanceOf(RowNotFoundException.class);
        assertThatThrownBy(() -> library.easy
                        .repository(Book.class)
                        .refresh(dune)
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RowNotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void views_sayWhatResultsContain(Database database) {
        Library library = fill(database);
        BlockingRepository<Category> categories = library.easy.blocking(Category.class);
        Category novels =
                categories.withoutRelated().first(Map.of("name", "Novels")).orElseThrow();
        assertThat(novels.parent()).isEmpty();
        library.tap.reset();
        Category fiction = categories
                .include("children.children")
                .first(Map.of("name", "Fiction"))
                .orElseThrow();
        assertThat(library.tap.statements()).hasSize(3);
        assertThat(fiction.children()).hasSize(1);
        assertThat(fiction.children().get(0).children()).isEmpty();
        assertThat(categories
                        .includeDepth(2)
                        .find(fiction.getId())
                        .orElseThrow()
                        .children()
                        .get(0)
                        .children())
                .isEmpty();
        assertThat(categories
                        .include("children")
                        .async()
                        .find(fiction.getId())
                        .toCompletableFuture()
                        .join()
                        .orElseThrow()
                        .children())
                .hasSize(1);
        assertThatThrownBy(() -> categories.include("childre")).hasMessageContaining("Did you mean 'children'?");
        assertThatThrownBy(() -> categories.includeDepth(-1)).hasMessageStartingWith("EM-1230");
    }
}
