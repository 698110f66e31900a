package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.not;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.freight.Wagon;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.contract.repository.library.Category;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.query.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is given to a writing verb is bound as it is, or refused with a failure of ours; the tables stay as they are. */
@ParameterizedClass
@EnumSource(Database.class)
class AbuseTest {

    private static final List<String> TEXTS = List.of(
            "'",
            "''; delete from AUTHOR; --",
            "\"",
            "%_*\\",
            "\\",
            "{\"$gt\": 1}",
            "?1 :name #{x} ${y}",
            "\u202e\ud83d\ude00\u0301",
            " ",
            "null",
            "line\nline\ttab\r");

    @Parameter
    private Database database;

    private Library library;
    private Author author;

    @BeforeEach
    void open() {
        library = Library.on(database);
        library.empty();
        author = authors().insertMap(Map.of("name", "x", "email", "x@x.org"));
        library.tap.reset();
    }

    private BlockingRepository<Author> authors() {
        return library.easy.blocking(Author.class);
    }

    private BlockingRepository<Category> categories() {
        return library.easy.blocking(Category.class);
    }

    @Test
    void texts_areBoundAsTheyAre() {
        for (String text : TEXTS) {
            Author inserted = authors().insertMap(Map.of("name", text));
            assertThat(inserted.getName()).isEqualTo(text);
            assertThat(authors().update(author.getId(), Map.of("name", text)).getName())
                    .isEqualTo(text);
            assertThat(authors()
                            .updateWhere(
                                    Map.of("id", author.getId(), "name", Map.of("$eq", text)),
                                    Map.of("name", text + "x" + text)))
                    .isOne();
            assertThat(authors().deleteWhere(Map.of("name", Map.of("$eq", text))))
                    .isOne();
        }
        assertThat(authors().select().one().getId()).isEqualTo(author.getId());
    }

    @Test
    void nul_isKeptOrRefused() {
        try {
            assertThat(authors().insertMap(Map.of("name", "a\0b")).getName()).isEqualTo("a\0b");
        } catch (EasyModelException e) {
            assertThat(e.code()).isEqualTo("EM-2136");
            assertThat(authors().select().count()).isOne();
        }
    }

    /** What one half of a surrogate pair is; PostgreSQL has no such character, and its driver would send another. */
    @Test
    void halfOfASurrogatePair_isKeptAsItIsOrRefusedInWritesConditionsAndSql() {
        authors().insertMap(Map.of("name", "?x"));
        String name = "\uD800x";
        List<Object> many = new ArrayList<>(List.of("\uDC00"));
        for (int i = 0; i < 1200; i++) {
            many.add("n" + i);
        }
        List<Throwable> refusals = new ArrayList<>();
        List<ThrowingCallable> calls = List.of(
                () -> assertThat(authors().insertMap(Map.of("name", name)).getName())
                        .isEqualTo(name),
                () -> authors().insertMaps(List.of(Map.of("name", "fine"), Map.of("name", name))),
                () -> authors().update(author.getId(), Map.of("name", name)),
                () -> authors().updateWhere(Map.of("id", author.getId()), Map.of("name", name)),
                () -> authors().updateOrCreate(Map.of("email", "x\uDC00@x.org"), Map.of("name", "y")),
                () -> assertThat(authors().count(attribute("name").contains("\uD800")))
                        .isPositive(),
                () -> assertThat(authors().count(Map.of("name", name))).isPositive(),
                () -> authors().count(Map.of("name", many)),
                () -> authors()
                        .transaction(tx -> tx.sql("select name from AUTHOR where name = :name", Map.of("name", name))));
        for (ThrowingCallable call : calls) {
            Throwable thrown = catchThrowable(call);
            if (thrown != null) {
                refusals.add(thrown);
            }
        }
        if (database == Database.POSTGRESQL) {
            assertThat(refusals).hasSize(calls.size()).allSatisfy(refused -> assertThat(refused)
                    .isInstanceOfSatisfying(
                            EasyModelException.class, e -> assertThat(e.code()).isEqualTo("EM-2136"))
                    .hasMessageNotContaining(name));
            assertThat(authors().count(Map.of("name", "?x"))).isOne();
            assertThat(authors().select().count()).isEqualTo(2);
        } else {
            assertThat(refusals).isEmpty();
        }
    }

    @Test
    void longTexts_areRefusedByTheLengthOfTheColumn() {
        String text = "x".repeat(1_000_000);
        assertThatThrownBy(() -> authors().insertMap(Map.of("name", "long", "country", text)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "EM-1332 Author.insertMap: 'country' takes a text of at most 30 characters. Give a shorter one.");
        assertThat(library.tap.statements()).isEmpty();
        try {
            authors().update(author.getId(), Map.of("name", text));
        } catch (ConstraintViolatedException e) {
            assertThat(e.kind()).isEqualTo(ConstraintViolatedException.Kind.LENGTH);
            assertThat(e.entity()).isEqualTo("Author");
            assertThat(e.getMessage()).doesNotContain("xxx");
        }
    }

    @Test
    void deepMaps_areRefused() {
        Map<String, Object> map = new HashMap<>(Map.of("name", "deepest"));
        for (int i = 0; i < 10_000; i++) {
            map = new HashMap<>(EasyMap.of("name", "n" + i, "parent", map));
        }
        Map<String, Object> deep = map;
        assertThatThrownBy(() -> categories().insertMap(deep))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1313 Category.insertMap:");
        assertThatThrownBy(() -> categories().update(1, deep)).hasMessageContaining("EM-1313 Category.update:");
        assertThatThrownBy(() -> categories()
                        .async()
                        .insertMap(deep)
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("EM-1313");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void cyclicMaps_areRefused() {
        Map<String, Object> map = new HashMap<>(Map.of("name", "a"));
        List<Object> children = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            children.add(map);
        }
        map.put("children", children);
        assertThatThrownBy(() -> categories().insertMap(map)).hasMessageContaining("EM-1331 Category.insertMap:");
        assertThatThrownBy(() -> categories().update(1, map)).hasMessageContaining("EM-1331");
        assertThatThrownBy(() -> categories()
                        .async()
                        .insertMap(map)
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("EM-1331");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void smallMapsThatMeanManyRows_areRefused() {
        Map<String, Object> map = Map.of("name", "leaf");
        for (int i = 0; i < 40; i++) {
            map = Map.of("name", "n", "children", List.of(map, map));
        }
        Map<String, Object> bomb = map;
        assertThatThrownBy(() -> categories().insertMap(bomb))
                .hasMessageStartingWith("EM-1330 Category.insertMap: a map means more than 100000 rows.");
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void unknownKeysAndWrongTypes_areRefused() {
        List<Map<String, Object>> wrong = new ArrayList<>();
        for (String key : List.of(
                "name; drop table AUTHOR",
                "name = 1 or 1",
                "",
                " ",
                ".",
                "name.",
                "books.title",
                "e.name",
                "class",
                "$gt")) {
            wrong.add(EasyMap.of("name", "x", key, "y"));
        }
        for (Object value :
                List.of(1, List.of("a"), Map.of("a", 1), new Object(), 'c' == 'd', new byte[] {1}, Thread.State.NEW)) {
            wrong.add(EasyMap.of("name", value));
        }
        for (Object value : List.of("x", 1, List.of(1), List.of(List.of()), new Object())) {
            wrong.add(EasyMap.of("name", "x", "books", value));
        }
        Map<Object, Object> keys = new LinkedHashMap<>();
        keys.put(1, "x");
        wrong.add(EasyMap.of("name", "x", "books", List.of(keys)));
        for (Map<String, Object> each : wrong) {
            assertThatThrownBy(() -> authors().insertMap(each)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> authors().update(author.getId(), each))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> authors().insertMaps(List.of(each))).isInstanceOf(InvalidRequestException.class);
        }
        assertThat(library.tap.statements()).isEmpty();
        assertThat(authors().select().count()).isOne();
    }

    @Test
    void criteriaWithSql_areRefused() {
        for (String path : List.of("name) or (1=1", "name = name or e.id", "books.title; delete", "'", "e")) {
            assertThatThrownBy(() -> authors().updateWhere(Map.of(path, 1), Map.of("name", "y")))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> authors().deleteWhere(Map.of(path, 1)))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> authors().updateWhere(Map.of("id", 1), Map.of(path, 1)))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void deepAndCyclicCriteria_areRefused() {
        Map<String, Object> deep = Map.of("name", "x");
        for (int i = 0; i < 10_000; i++) {
            deep = Map.of(i % 2 == 0 ? "parent" : "$not", deep);
        }
        Map<String, Object> cyclic = new HashMap<>(Map.of("name", "x"));
        cyclic.put("parent", cyclic);
        Map<String, Object> listed = new HashMap<>();
        listed.put("$or", List.of(listed, Map.of("name", "x")));
        for (Map<String, Object> criteria : List.of(deep, cyclic, listed)) {
            assertThatThrownBy(() -> categories().select(criteria).list()).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> categories().updateWhere(criteria, Map.of("name", "y")))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> categories().deleteWhere(criteria)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> categories().getOrCreate(Map.of("parent", criteria), Map.of()))
                    .isInstanceOf(InvalidRequestException.class);
        }
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void longChainsOfConditions_areAnsweredOrRefused() {
        for (int length : List.of(200, 5_000)) {
            Condition any = attribute("name").equalTo("x");
            Condition nested = attribute("name").equalTo("x");
            for (int i = 0; i < length; i++) {
                any = any.or(attribute("name").equalTo("y" + i));
                nested = not(nested);
            }
            for (Condition condition : List.of(any, nested)) {
                try {
                    assertThat(authors().count(condition)).isOne();
                } catch (EasyModelException e) {
                    assertThat(length).as(e.getMessage()).isGreaterThan(200);
                }
            }
        }
    }

    @Test
    void pathsWithSql_areRefusedEverywhere() {
        for (String path : List.of("name) or (1=1", "name; delete from Author", "' or ''='", "name desc --", "")) {
            List<ThrowingCallable> calls = List.of(
                    () -> authors().select().orderBy(path).list(),
                    () -> authors().select().include(path).list(),
                    () -> authors().select(attribute(path).equalTo(1)).list(),
                    () -> authors()
                            .select(attribute("name").equalTo(attribute(path)))
                            .list(),
                    () -> authors().select().groupBy(path).count("n").list(),
                    () -> authors().select().sum(path),
                    () -> authors().find(author.getId(), path),
                    () -> authors().loadRelated(author, path),
                    () -> authors().addRelated(author, path, 1L),
                    () -> authors().insertMap(Map.of(path, 1)),
                    () -> authors().update(author.getId(), Map.of(path, 1)),
                    () -> authors().updateEach(List.of(Map.of("id", author.getId(), path, 1))),
                    () -> authors().updateOrCreate(Map.of(path, 1), Map.of()));
            calls.forEach(call -> assertThatThrownBy(call).isInstanceOf(InvalidRequestException.class));
        }
        assertThat(library.tap.statements()).isEmpty();
    }

    @Test
    void hugeLists_areAnsweredOrRefused() {
        List<Object> ids = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            ids.add(-i);
        }
        assertThat(authors().deleteWhere(Map.of("id", ids))).isZero();
        assertThat(authors().updateWhere(Map.of("id", ids), Map.of("name", "y")))
                .isZero();
        assertThat(authors().select().one().getName()).isEqualTo("x");
    }

    @Test
    void longChainsOfEntities_areWrittenOrRefused() {
        Freight freight = Freight.on(database);
        freight.empty();
        assertThat(freight.rows(Wagon.class).insert(chain(300)).getId()).isEqualTo(300L);
        assertThat(freight.count("Wagon")).isEqualTo(300);
        freight.write(em -> {
            em.createQuery("update Wagon w set w.nextId = null").executeUpdate();
            em.createQuery("delete from Wagon w").executeUpdate();
        });
        // How deep the provider may recurse is the virtual machine's matter: all of it or nothing.
        Throwable refusal = catchThrowable(() -> freight.rows(Wagon.class).insert(chain(10_000)));
        if (refusal == null) {
            assertThat(freight.count("Wagon")).isEqualTo(10_000);
            freight.write(em -> {
                em.createQuery("update Wagon w set w.nextId = null").executeUpdate();
                em.createQuery("delete from Wagon w").executeUpdate();
            });
        } else {
            assertThat(refusal)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageStartingWith("EM-1340 Wagon.insert:");
            assertThat(freight.count("Wagon")).isZero();
        }
    }

    private static Wagon chain(int length) {
        Wagon next = null;
        for (long i = 1; i <= length; i++) {
            next = new Wagon(i, next);
        }
        return next;
    }

    @Test
    void theLastChildFailing_leavesNothing() {
        Map<String, Object> book = Map.of(
                "title",
                "T",
                "isbn",
                "1",
                "author",
                Map.of("name", "New"),
                "tags",
                List.of(Map.of("name", "a"), Map.of("name", "b"), Map.of("name", "c")),
                "orderLines",
                List.of(
                        Map.of("quantity", 1, "order", Map.of("number", "o")),
                        Map.of("quantity", 2, "order", Map.of("number", "p"))),
                "categoryId",
                99);
        assertThatThrownBy(() -> library.easy.blocking(Book.class).insertMap(book))
                .isInstanceOf(ConstraintViolatedException.class);
        for (String entity : List.of("Book", "Tag", "BookTag", "OrderLine", "Order")) {
            long rows = library.work(em -> em.createQuery("select count(e) from " + entity + " e", Long.class)
                    .getSingleResult());
            assertThat(rows).as(entity).isZero();
        }
        assertThat(authors().select().count()).isOne();
    }
}
