package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.Ensured;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.BookTag;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.contract.repository.library.Tag;
import org.easymodel.contract.repository.yard.Crane;
import org.easymodel.contract.repository.yard.Machine;
import org.easymodel.contract.repository.yard.Room;
import org.easymodel.contract.repository.yard.Spot;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One row under one key, however many callers. */
@ParameterizedClass
@EnumSource(Database.class)
class EnsureTest {

    private static final int MANY = 64;

    @Parameter
    private Database database;

    private Library library;

    @BeforeEach
    void open() {
        library = Library.on(database);
        library.empty();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return library.easy.blocking(type);
    }

    private static Map<String, Object> named(String name) {
        return Map.of("name", name);
    }

    /** All at once, from as many threads; none may fail. */
    private static <T> List<T> together(int count, IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            CyclicBarrier start = new CyclicBarrier(count);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(threads.submit((Callable<T>) () -> {
                    start.await();
                    return work.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void getOrCreate_createsOnce_thenFinds() {
        Ensured<Author> first =
                rows(Author.class).getOrCreate(Map.of("email", "a@x.org"), Map.of("name", "Ada", "country", "UK"));
        Ensured<Author> second = rows(Author.class).getOrCreate(Map.of("email", "a@x.org"), Map.of("name", "Other"));
        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.entity().getId()).isEqualTo(first.entity().getId());
        assertThat(second.entity().getName()).isEqualTo("Ada");
        assertThat(rows(Author.class).count()).isOne();
    }

    @Test
    void getOrCreate_ofARowThatIsThere_needsNoDefaults() {
        Author there = rows(Author.class).insertMap(Map.of("email", "a@x.org", "name", "Ada"));
        Ensured<Author> found = rows(Author.class).getOrCreate(Map.of("email", "a@x.org"), Map.of());
        assertThat(found.created()).isFalse();
        assertThat(found.entity().getId()).isEqualTo(there.getId());
        assertThatThrownBy(() -> rows(Author.class).getOrCreate(Map.of("email", "b@x.org"), Map.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1307");
        assertThat(rows(Author.class).count()).isOne();
    }

    /** The schema makes the two keys of a link a unique key, unless the link says otherwise. */
    @Test
    void theTwoKeysOfALink_areAKey() {
        Book book = rows(Book.class)
                .insertMap(Map.of("isbn", "1", "title", "T", "author", Map.of("name", "A", "email", "a@x.org")));
        Tag tag = rows(Tag.class).insertMap(named("x"));
        Ensured<BookTag> first =
                rows(BookTag.class).getOrCreate(Map.of("bookId", book.getId(), "tagId", tag.getId()), Map.of());
        Ensured<BookTag> second =
                rows(BookTag.class).getOrCreate(Map.of("book", book, "tag", Map.of("id", tag.getId())), Map.of());
        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.entity().getId()).isEqualTo(first.entity().getId());
        assertThat(rows(BookTag.class).count()).isOne();
    }

    @Test
    void getOrCreate_statements() {
        rows(Tag.class).getOrCreate(named("x"), Map.of());
        library.tap.reset();
        rows(Tag.class).withoutRelated().getOrCreate(named("x"), Map.of());
        assertThat(library.tap.statements()).hasSize(1);
    }

    @Test
    void getOrCreate_wildcardsAreText() {
        rows(Tag.class).insertMap(named("java"));
        Ensured<Tag> star = rows(Tag.class).getOrCreate(named("ja*"), Map.of());
        assertThat(star.created()).isTrue();
        assertThat(star.entity().getName()).isEqualTo("ja*");
    }

    @Test
    void getOrCreate_withNestedValues_inATransactionToo() {
        Map<String, Object> defaults = Map.of(
                "title",
                "T",
                "author",
                Map.of("name", "A", "email", "a@x.org"),
                "tags",
                List.of(named("t"), named("u")));
        Book alone = rows(Book.class).getOrCreate(Map.of("isbn", "1"), defaults).entity();
        Book inside = rows(Book.class).transaction(tx -> {
            tx.repository(Author.class).insertMap(named("before"));
            Book book = tx.repository(Book.class)
                    .getOrCreate(Map.of("isbn", "2"), defaults)
                    .entity();
            tx.repository(Author.class).insertMap(named("after"));
            return book;
        });
        for (Book book : List.of(alone, inside)) {
            assertThat(book.getAuthor().getEmail()).isEqualTo("a@x.org");
            assertThat(book.getTags()).extracting(Tag::getName).containsExactlyInAnyOrder("t", "u");
        }
        assertThat(rows(Author.class).count()).isEqualTo(3);
        assertThat(rows(Tag.class).count()).isEqualTo(2);
    }

    @Test
    void getOrCreate_underAKeyWithARelationship() {
        Category root = rows(Category.class).insertMap(named("root"));
        Map<String, Object> key = Map.of("name", "leaf", "parent", Map.of("id", root.getId()));
        Ensured<Category> leaf = rows(Category.class).getOrCreate(key, Map.of());
        Ensured<Category> again = rows(Category.class).getOrCreate(Map.of("name", "leaf", "parent", root), Map.of());
        Ensured<Category> byKey =
                rows(Category.class).getOrCreate(Map.of("name", "leaf", "parentId", root.getId()), Map.of());
        assertThat(leaf.entity().getParentId()).isEqualTo(root.getId());
        assertThat(List.of(leaf.created(), again.created(), byKey.created())).containsExactly(true, false, false);
    }

    @Test
    void getOrCreate_ofManyThreads_isOneRow() throws Exception {
        List<Ensured<Tag>> all = together(MANY, i -> rows(Tag.class).getOrCreate(named("one"), Map.of()));
        assertThat(all).filteredOn(Ensured::created).hasSize(1);
        assertThat(all)
                .extracting(each -> each.entity().getId())
                .containsOnly(all.get(0).entity().getId());
        assertThat(rows(Tag.class).count()).isOne();
    }

    @Test
    void getOrCreate_inManyTransactions_keepsWhatEachHasWritten() throws Exception {
        List<Boolean> created = together(MANY, i -> rows(Tag.class).transaction(tx -> {
            tx.repository(Author.class).insertMap(Map.of("name", "before", "email", "b" + i));
            boolean mine =
                    tx.repository(Tag.class).getOrCreate(named("one"), Map.of()).created();
            tx.repository(Author.class).insertMap(Map.of("name", "after", "email", "a" + i));
            return mine;
        }));
        assertThat(created).filteredOn(mine -> mine).hasSize(1);
        assertThat(rows(Tag.class).count()).isOne();
        assertThat(rows(Author.class).count()).isEqualTo(2L * MANY);
    }

    @Test
    void updateOrCreate_ofManyThreads_losesNoChange() throws Exception {
        List<Ensured<Author>> all = together(
                MANY, i -> rows(Author.class).updateOrCreate(Map.of("email", "a@x.org"), Map.of("name", "N" + i)));
        assertThat(all).filteredOn(Ensured::created).hasSize(1);
        Author row = rows(Author.class).first().orElseThrow();
        assertThat(rows(Author.class).count()).isOne();
        assertThat(row.getName()).startsWith("N");
    }

    @Test
    void updateOrCreate_inManyTransactions_waitsForTheOthers() throws Exception {
        rows(Author.class).insertMap(Map.of("email", "a@x.org", "name", "first"));
        List<Ensured<Author>> all = together(8, i -> rows(Author.class).transaction(tx -> tx.repository(Author.class)
                .updateOrCreate(Map.of("email", "a@x.org"), Map.of("name", "N" + i))));
        assertThat(all).noneMatch(Ensured::created);
        assertThat(rows(Author.class).count()).isOne();
    }

    @Test
    void updateOrCreate_changesWhatIsThere_withWhatHangsOnIt() {
        rows(Book.class)
                .insertMap(Map.of("isbn", "1", "title", "Old", "author", Map.of("name", "A", "email", "a@x.org")));
        Ensured<Book> changed = rows(Book.class)
                .updateOrCreate(Map.of("isbn", "1"), Map.of("title", "New", "tags", List.of(named("t"))));
        assertThat(changed.created()).isFalse();
        assertThat(changed.entity().getTitle()).isEqualTo("New");
        assertThat(changed.entity().getTags()).hasSize(1);
    }

    @Test
    void otherConstraint_isAFailure_andTheTransactionIsRolledBack() {
        try (EasyRepositories yard = yard()) {
            yard.blocking(Machine.class).insertMap(Map.of("serial", "1", "plate", "P"));
            assertThatThrownBy(
                            () -> yard.blocking(Machine.class).getOrCreate(Map.of("serial", "2"), Map.of("plate", "P")))
                    .isInstanceOf(ConstraintViolatedException.class)
                    .hasMessageContaining("plate");
            assertThatThrownBy(() -> yard.blocking(Machine.class).transaction(tx -> tx.repository(Machine.class)
                            .getOrCreate(Map.of("serial", "2"), Map.of("plate", "P"))))
                    .isInstanceOf(ConstraintViolatedException.class)
                    .hasMessageContaining("plate");
            assertThat(yard.blocking(Machine.class).count()).isOne();
        }
    }

    /** As the provider would have inserted it: key, version, tables of a hierarchy, collections, callbacks, relationships. */
    @Test
    void inATransaction_theRowIsLikeAnyOther() {
        try (EasyRepositories yard = yard()) {
            Machine.CALLBACKS.set(0);
            Map<String, Object> defaults = EasyMap.of(
                    "tonnes",
                    40,
                    "spot",
                    Map.of("x", 3, "y", 4),
                    "labels",
                    Set.of("red", "tall"),
                    "room",
                    Map.of("code", "R1", "floor", "ground"));
            Ensured<Crane> crane = yard.blocking(Crane.class)
                    .transaction(tx -> tx.repository(Crane.class).getOrCreate(Map.of("serial", "C1"), defaults));
            assertThat(crane.created()).isTrue();
            Crane read = yard.blocking(Crane.class)
                    .find(crane.entity().getId(), "labels", "room")
                    .orElseThrow();
            assertThat(read.getTonnes()).isEqualTo(40);
            assertThat(read.getStamp()).isEqualTo("stamped C1");
            assertThat(read.getSpot()).extracting(Spot::getX, Spot::getY).containsExactly(3, 4);
            assertThat(read.getLabels()).containsExactlyInAnyOrder("red", "tall");
            assertThat(read.getRoom()).extracting(Room::getFloor).isEqualTo("ground");
            assertThat(Machine.CALLBACKS.get()).isEqualTo(2);
            assertThat(yard.blocking(Crane.class)
                            .update(read.getId(), Map.of("tonnes", 50, "version", read.getVersion()))
                            .getTonnes())
                    .isEqualTo(50);
        }
    }

    /** EclipseLink 4 asks H2 for identities as only the mode of its old versions answers. */
    private EasyRepositories yard() {
        Map<String, String> properties = database.properties("yard" + java.util.UUID.randomUUID());
        return EasyRepositories.builder()
                .url(properties.get("jakarta.persistence.jdbc.url") + (database == Database.H2 ? ";MODE=LEGACY" : ""))
                .user(properties.getOrDefault("jakarta.persistence.jdbc.user", ""))
                .password(properties.getOrDefault("jakarta.persistence.jdbc.password", ""))
                .entities(Machine.class, Crane.class, Room.class)
                .createAll()
                .open();
    }

    @Test
    void wrongKeys_areRefusedBeforeTheDatabaseIsAsked() {
        library.tap.reset();
        assertThatThrownBy(() -> rows(Author.class).getOrCreate(named("x"), Map.of()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-2244")
                .hasMessageContaining("(email)");
        assertThatThrownBy(() -> rows(Author.class).getOrCreate(Map.of("id", 1), named("x")))
                .hasMessageContaining("EM-2245");
        assertThatThrownBy(() -> rows(Author.class).getOrCreate(EasyMap.of("email", null, "emial", 1), Map.of()))
                .hasMessageContaining("EM-2241")
                .hasMessageContaining("EM-2240");
        assertThatThrownBy(() ->
                        rows(Category.class).getOrCreate(Map.of("name", "n", "parent", Map.of("name", "p")), Map.of()))
                .hasMessageContaining("EM-2242");
        assertThatThrownBy(
                        () -> rows(Author.class).getOrCreate(Map.of("email", "e"), Map.of("email", "f", "name", "n")))
                .hasMessageContaining("EM-2243");
        assertThatThrownBy(() -> rows(Author.class).getOrCreate(Map.of("email", "e"), Map.of("nmae", "n")))
                .hasMessageContaining("EM-1304")
                .hasMessageContaining("EM-1307");
        assertThatThrownBy(() -> rows(Author.class).updateOrCreate(Map.of("email", "e"), Map.of("nmae", "n")))
                .hasMessageContaining("EM-1304");
        assertThat(library.tap.statements()).isEmpty();
    }
}
