package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.easymodel.EasyRepository;
import org.easymodel.EasyTransaction;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RolledBackException;
import org.junit.jupiter.api.Test;

/** Several verbs in one transaction, in both views. */
abstract class TransactionContract extends LibraryContract {

    record Named(String name, String country) {}

    private EasyRepository<Author> later() {
        return library.easy.repository(Author.class);
    }

    private static CompletionStage<Author> insert(EasyTransaction tx, String name) {
        return tx.repository(Author.class).insertMap(Map.of("name", name));
    }

    private static <T> T result(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Throwable failure(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
            throw new AssertionError("The stage did not fail");
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return e;
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> CompletionStage<T> afterAWhile(CompletionStage<T> stage) {
        return stage.thenApplyAsync(value -> value, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
    }

    private List<String> names() {
        return authors().select().orderBy("name").list().stream()
                .map(Author::getName)
                .toList();
    }

    @Test
    void stage_thatSucceeds_isCommittedBeforeTheResult() {
        Author author = result(
                later().transaction(tx -> afterAWhile(insert(tx, "Lem").thenCompose(lem -> tx.repository(Book.class)
                        .insertMap(Map.of("title", "Solaris", "isbn", "1", "author", Map.of("id", lem.getId())))
                        .thenApply(book -> lem)))));
        assertThat(author.getName()).isEqualTo("Lem");
        assertThat(names()).containsExactly("Lem");
        assertThat(count("Book")).isOne();
    }

    @Test
    void stage_thatFailsLater_takesEverythingBack() {
        IllegalStateException later = new IllegalStateException("later");
        assertThat(failure(
                        later().transaction(tx -> afterAWhile(insert(tx, "Lem")).thenApply(lem -> {
                            throw later;
                        }))))
                .isSameAs(later);
        assertThat(names()).isEmpty();
    }

    @Test
    void function_thatThrowsOrGivesNothing_takesEverythingBack() {
        IllegalStateException thrown = new IllegalStateException("thrown");
        assertThat(failure(later().transaction(tx -> {
                    insert(tx, "Lem");
                    throw thrown;
                })))
                .isSameAs(thrown);
        assertThat(failure(later().transaction(tx -> null)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("EM-2307 Author.transaction: the function gave null instead of a stage.");
        assertThat(names()).isEmpty();
    }

    @Test
    void allOf_aHundredInserts_useOneConnection() {
        Set<Connection> connections = ConcurrentHashMap.newKeySet();
        result(later().transaction(tx -> {
            List<CompletableFuture<?>> stages = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                stages.add(insert(tx, "n" + i).toCompletableFuture());
                stages.add(tx.connection(connections::add).toCompletableFuture());
            }
            return CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
        }));
        assertThat(count("Author")).isEqualTo(100);
        assertThat(connections).hasSize(1);
    }

    @Test
    void stages_startedButNotWaitedFor_belongToTheTransaction() {
        result(later().transaction(tx -> {
            insert(tx, "first");
            insert(tx, "second");
            return CompletableFuture.completedStage(true);
        }));
        assertThat(names()).containsExactly("first", "second");
    }

    @Test
    void verbs_seeWhatWasDoneBefore() {
        long seen = result(later().transaction(tx -> insert(tx, "Lem").thenCompose(lem -> tx.repository(Author.class)
                .select(Map.of("name", "Lem"))
                .count())));
        assertThat(seen).isOne();
    }

    @Test
    void stage_afterTheEnd_isRefused() {
        AtomicReference<EasyTransaction> kept = new AtomicReference<>();
        result(later().transaction(tx -> {
            kept.set(tx);
            return insert(tx, "Lem");
        }));
        assertThat(failure(insert(kept.get(), "late")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-2302 Author.transaction: the transaction has ended; what is started afterwards does not"
                        + " belong to it. Chain everything to the stage that the function returns.");
        assertThat(names()).containsExactly("Lem");
    }

    @Test
    void failure_thatTheDatabaseSaw_cannotBeHandledInside() {
        authors().insertMap(Map.of("name", "there", "email", "e"));
        Throwable failure = failure(later().transaction(tx -> insert(tx, "Lem")
                .thenCompose(lem -> tx.repository(Author.class).insertMap(Map.of("name", "twice", "email", "e")))
                .exceptionally(handled -> null)));
        assertThat(failure)
                .isInstanceOf(RolledBackException.class)
                .hasMessageStartingWith("EM-2304 Author.transaction:");
        assertThat(failure.getCause()).isInstanceOf(ConstraintViolatedException.class);
        assertThat(names()).containsExactly("there");
    }

    @Test
    void request_thatIsRefusedBefore_harmsNothing() {
        result(later().transaction(tx -> insert(tx, "Lem")
                .thenCompose(lem -> tx.repository(Author.class).insertMap(Map.of("nmae", "x")))
                .exceptionally(handled -> null)));
        assertThat(names()).containsExactly("Lem");
    }

    @Test
    void nested_thatFails_isTakenBackAlone() {
        authors().insertMap(Map.of("name", "there", "email", "e"));
        result(later().transaction(tx -> insert(tx, "before")
                .thenCompose(before -> tx.nested(inner -> insert(inner, "inside")
                                .thenCompose(inside -> inner.sql("select * from no_such_table", Map.of())))
                        .exceptionally(handled -> List.of()))
                .thenCompose(nothing -> insert(tx, "after"))));
        assertThat(names()).containsExactly("after", "before", "there");
    }

    @Test
    void nested_thatSucceeds_staysWithTheTransaction() {
        result(later().transaction(tx -> tx.nested(inner -> insert(inner, "inside"))));
        assertThat(names()).containsExactly("inside");
        failure(later().transaction(tx -> tx.nested(inner -> insert(inner, "again"))
                .thenCompose(inside -> CompletableFuture.failedStage(new IllegalStateException()))));
        assertThat(names()).containsExactly("inside");
    }

    @Test
    void requiresNew_isAnotherTransaction() {
        failure(later().transaction(tx -> tx.requiresNew(other -> insert(other, "audit"))
                .thenCompose(audit -> insert(tx, "lost"))
                .thenCompose(lost -> CompletableFuture.failedStage(new IllegalStateException()))));
        assertThat(names()).containsExactly("audit");
    }

    @Test
    void rollbackOnly_isRolledBack() {
        assertThat(failure(later().transaction(tx -> {
                    tx.setRollbackOnly();
                    return insert(tx, "Lem");
                })))
                .isInstanceOf(RolledBackException.class)
                .hasMessageStartingWith("EM-2305");
        assertThat(names()).isEmpty();
    }

    @Test
    void repository_inside_joins() {
        failure(later().transaction(tx -> tx.repository(Author.class)
                .transaction(inner -> insert(inner, "joined"))
                .thenCompose(joined -> CompletableFuture.failedStage(new IllegalStateException()))));
        assertThat(names()).isEmpty();
    }

    @Test
    void sql_bindsNames_andGivesMapsAndRecords() {
        authors().insertMap(Map.of("name", "Lem", "country", "PL"));
        List<Named> rows = result(later().transaction(tx -> insert(tx, ":name")
                .thenCompose(author -> tx.execute(
                        "update author set country = :country where name = ':name' -- :comment",
                        Map.of("country", "US")))
                .thenCompose(changed -> {
                    assertThat(changed).isOne();
                    return tx.sql(
                            Named.class,
                            "select name, country from author where country in (:countries) order by name",
                            Map.of("countries", List.of("PL", "US")));
                })));
        assertThat(rows).containsExactly(new Named(":name", "US"), new Named("Lem", "PL"));
        List<Map<String, Object>> maps = result(later().transaction(
                        tx -> tx.sql("select name as the_name from author where name = :name", Map.of("name", "Lem"))));
        assertThat(maps).containsExactly(Map.of("the_name", "Lem"));
        assertThat(failure(later().transaction(tx -> tx.sql("select :a", Map.of("b", 1)))))
                .hasMessageStartingWith(
                        "EM-2308 Author.transaction: the text has 'a' without a value. the map has 'b' that the text does"
                                + " not use.");
    }

    @Test
    void entityManager_changesAreSeenByVerbs() {
        Author lem = authors().insertMap(Map.of("name", "Lem"));
        String country = result(later().transaction(tx -> tx.entityManager(
                        em -> em.createQuery("update Author a set a.country = 'PL' where a.id = :id")
                                .setParameter("id", lem.getId())
                                .executeUpdate())
                .thenCompose(count -> tx.repository(Author.class).find(lem.getId()))
                .thenApply(found -> found.orElseThrow().getCountry())));
        assertThat(country).isEqualTo("PL");
    }

    @Test
    void deadline_endsAStageThatNeverEnds() {
        CompletionStage<Object> never = later().transaction(
                        Duration.ofMillis(300), tx -> insert(tx, "Lem").thenCompose(lem -> new CompletableFuture<>()));
        assertThat(failure(never))
                .isInstanceOf(RolledBackException.class)
                .hasMessageStartingWith(
                        "EM-2303 Author.transaction: the transaction was rolled back: it had not ended after 300 ms.");
        result(later().transaction(tx -> insert(tx, "next")));
        assertThat(names()).containsExactly("next");
    }

    @Test
    void cancelled_isRolledBack() {
        CompletableFuture<Boolean> inserted = new CompletableFuture<>();
        CompletableFuture<Object> stage = later().transaction(
                        tx -> insert(tx, "Lem").thenCompose(lem -> {
                            inserted.complete(true);
                            return new CompletableFuture<>();
                        }))
                .toCompletableFuture();
        CompletableFuture<Object> dependent = stage.thenApply(value -> value);
        inserted.join();
        dependent.cancel(false);
        assertThat(stage).isCancelled();
        result(later().transaction(tx -> insert(tx, "next")));
        assertThat(names()).containsExactly("next");
    }

    @Test
    void stages_mayWaitForOthers() {
        List<CompletableFuture<Author>> stages = IntStream.range(0, 8)
                .mapToObj(i -> later().transaction(tx -> insert(tx, "a" + i).thenApply(first -> insert(tx, "b" + i)
                                .toCompletableFuture()
                                .join()))
                        .toCompletableFuture())
                .toList();
        stages.forEach(CompletableFuture::join);
        assertThat(count("Author")).isEqualTo(16);
    }

    @Test
    void blocking_commitsAndRollsBack() {
        Author lem = authors().transaction(tx -> {
            Author inside = tx.repository(Author.class).insertMap(Map.of("name", "Lem"));
            tx.repository(Author.class)
                    .async()
                    .insertMap(Map.of("name", "async"))
                    .toCompletableFuture()
                    .join();
            return inside;
        });
        assertThat(lem.getId()).isNotNull();
        IllegalStateException thrown = new IllegalStateException();
        assertThatThrownBy(() -> authors().transaction(tx -> {
                    tx.repository(Author.class).insertMap(Map.of("name", "lost"));
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(names()).containsExactly("Lem", "async");
    }

    @Test
    void blocking_nestedAndRequiresNew() {
        assertThatThrownBy(() -> authors().transaction(tx -> {
                    tx.requiresNew(other -> other.repository(Author.class).insertMap(Map.of("name", "audit")));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        authors().transaction(tx -> {
            assertThatThrownBy(() -> tx.nested(inner -> {
                        inner.repository(Author.class).insertMap(Map.of("name", "inside"));
                        return inner.sql("select * from no_such_table", Map.of());
                    }))
                    .isInstanceOf(RuntimeException.class);
            return tx.repository(Author.class).insertMap(Map.of("name", "after"));
        });
        assertThat(names()).containsExactly("after", "audit");
    }

    @Test
    void blocking_handledFailureOfTheDatabase_rollsBack() {
        authors().insertMap(Map.of("name", "there", "email", "e"));
        assertThatThrownBy(() -> authors().transaction(tx -> {
                    try {
                        return tx.repository(Author.class).insertMap(Map.of("name", "x", "email", "e"));
                    } catch (ConstraintViolatedException handled) {
                        return null;
                    }
                }))
                .isInstanceOf(RolledBackException.class);
        assertThat(names()).containsExactly("there");
    }

    @Test
    void blockingView_insideAnAsynchronousTransaction_belongsToIt() {
        failure(later().transaction(tx -> CompletableFuture.supplyAsync(
                        () -> tx.repository(Author.class).blocking().insertMap(Map.of("name", "Lem")))
                .thenCompose(
                        lem -> CompletableFuture.failedStage(new CompletionException(new IllegalStateException())))));
        assertThat(names()).isEmpty();
    }
}
