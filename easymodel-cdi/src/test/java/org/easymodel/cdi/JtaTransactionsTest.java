package org.easymodel.cdi;

import static jakarta.transaction.Status.STATUS_ACTIVE;
import static jakarta.transaction.Status.STATUS_MARKED_ROLLBACK;
import static jakarta.transaction.Status.STATUS_NO_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.cdi.Application.result;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.easymodel.EasyRepository;
import org.easymodel.EasyTransaction;
import org.easymodel.cdi.notes.Note;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RolledBackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transactions of several verbs on a real transaction manager. */
class JtaTransactionsTest {

    private Server server;
    private Application application;
    private EntityManagerFactory factory;
    private EasyRepository<Note> notes;

    @BeforeEach
    void open() throws Exception {
        server = new Server();
        application = Application.start("jta");
        factory = Persistence.createEntityManagerFactory("notes");
        ServerNaming.bind(Server.REFERENCE, factory);
        notes = application.notes();
    }

    @AfterEach
    void close() throws Exception {
        application.close();
        factory.close();
        server.close();
    }

    private static CompletionStage<Note> insert(EasyTransaction tx, String text) {
        return tx.repository(Note.class).insert(new Note(text));
    }

    private List<String> texts() {
        return notes.blocking().select().orderBy("text").list().stream()
                .map(Note::text)
                .toList();
    }

    private static Throwable failure(CompletionStage<?> stage) throws Exception {
        try {
            stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
            throw new AssertionError("The stage did not fail");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Test
    void stages_ofOneTransaction_commitTogether() throws Exception {
        Note last = result(notes.transaction(
                tx -> insert(tx, "a").thenCompose(a -> insert(tx, "b")).thenCombine(insert(tx, "c"), (b, c) -> c)));
        assertThat(last.text()).isEqualTo("c");
        assertThat(texts()).containsExactly("a", "b", "c");
    }

    @Test
    void stage_thatFails_takesEverythingBack() throws Exception {
        IllegalStateException thrown = new IllegalStateException();
        assertThat(failure(notes.transaction(tx -> insert(tx, "lost").thenApply(note -> {
                    throw thrown;
                }))))
                .isSameAs(thrown);
        assertThat(texts()).isEmpty();
    }

    @Test
    void commitThatFails_isTold() throws Exception {
        assertThat(failure(notes.transaction(tx -> tx.entityManager(em -> {
                    em.persist(new Note("too long ".repeat(100)));
                    return true;
                }))))
                .isInstanceOf(org.easymodel.failure.EasyModelException.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void completionOfStages_happensWithoutTransaction() throws Exception {
        int status = result(notes.transaction(tx -> insert(tx, "a").thenApply(note -> server.status())));
        assertThat(status).isEqualTo(STATUS_NO_TRANSACTION);
        int inside = result(notes.transaction(tx -> tx.connection(connection -> server.status())));
        assertThat(inside).isEqualTo(STATUS_ACTIVE);
    }

    @Test
    void manyAtOnce_onOneThread_allCommit() {
        List<CompletableFuture<Note>> stages = IntStream.range(0, 30)
                .mapToObj(i -> notes.transaction(tx -> insert(tx, "a" + i).thenCompose(a -> insert(tx, "b" + i)))
                        .toCompletableFuture())
                .toList();
        stages.forEach(CompletableFuture::join);
        assertThat(texts()).hasSize(60);
    }

    @Test
    void callersTransaction_isNotTouched() throws Exception {
        assertThat(texts()).isEmpty();
        server.transaction().begin();
        result(notes.transaction(tx -> insert(tx, "kept")));
        assertThat(server.status()).isEqualTo(STATUS_ACTIVE);
        server.transaction().rollback();
        assertThat(texts()).containsExactly("kept");
    }

    @Test
    void deadline_takesEverythingBack() throws Exception {
        assertThat(failure(notes.transaction(Duration.ofMillis(300), tx -> insert(tx, "lost")
                        .thenCompose(note -> new CompletableFuture<>()))))
                .isInstanceOf(RolledBackException.class)
                .hasMessageStartingWith("EM-2303");
        result(notes.transaction(tx -> insert(tx, "next")));
        assertThat(texts()).containsExactly("next");
    }

    @Test
    void nested_isASavepoint() throws Exception {
        result(notes.transaction(tx -> insert(tx, "a")
                .thenCompose(a -> tx.nested(inner ->
                                insert(inner, "b").thenCompose(b -> inner.sql("select * from nowhere", Map.of())))
                        .exceptionally(handled -> List.of()))
                .thenCompose(nothing -> insert(tx, "c"))));
        assertThat(texts()).containsExactly("a", "c");
    }

    @Test
    void requiresNew_staysWhenTheOtherFails() throws Exception {
        failure(notes.transaction(tx -> tx.requiresNew(other -> insert(other, "audit"))
                .thenCompose(audit -> insert(tx, "lost"))
                .thenCompose(lost -> CompletableFuture.failedStage(new IllegalStateException()))));
        assertThat(texts()).containsExactly("audit");
    }

    @Test
    void blocking_joinsTheCallersTransaction() throws Exception {
        assertThat(texts()).isEmpty();
        server.transaction().begin();
        notes.blocking().transaction(tx -> {
            tx.repository(Note.class).insert(new Note("lost"));
            tx.requiresNew(other -> other.repository(Note.class).insert(new Note("audit")));
            return tx.nested(inner -> inner.repository(Note.class).insert(new Note("lost too")));
        });
        assertThat(server.status()).isEqualTo(STATUS_ACTIVE);
        server.transaction().rollback();
        assertThat(texts()).containsExactly("audit");
    }

    @Test
    void blocking_thatFails_marksTheCallersTransaction() throws Exception {
        server.transaction().begin();
        IllegalStateException thrown = new IllegalStateException();
        assertThatThrownBy(() -> notes.blocking().transaction(tx -> {
                    tx.repository(Note.class).insert(new Note("lost"));
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(server.status()).isEqualTo(STATUS_MARKED_ROLLBACK);
        server.transaction().rollback();
        assertThat(texts()).isEmpty();
    }

    @Test
    void blocking_withoutTransaction_opensItsOwn() {
        notes.blocking().transaction(tx -> tx.repository(Note.class).insert(new Note("kept")));
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
        assertThatThrownBy(() -> notes.blocking()
                        .transaction(tx -> tx.repository(Note.class).select(Map.of("txet", "x"))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(texts()).containsExactly("kept");
    }
}
