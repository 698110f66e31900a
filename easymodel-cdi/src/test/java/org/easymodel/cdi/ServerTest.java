package org.easymodel.cdi;

import static jakarta.transaction.Status.STATUS_NO_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.cdi.Application.result;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RejectedException;
import org.junit.jupiter.api.Test;

/** Repositories where JNDI has what a server gives; the servers themselves are the matter of the container tests. */
class ServerTest {

    @Test
    void unit_ofTheReference_isThatOfPlainPoints() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            EasyRepository<Note> notes = application.notes();
            Note first = result(notes.insert(new Note("first")));
            assertThat(notes.blocking().find(first.getId())).map(Note::text).contains("first");
            application.container().shutdown();
            assertThat(factory.isOpen()).isTrue();
            assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
        }
    }

    @Test
    void blockingCalls_insideTransaction_joinIt() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            BlockingRepository<Note> notes = application.notes().blocking();
            server.transaction().begin();
            notes.insert(new Note("lost"));
            assertThat(notes.select().count()).isEqualTo(1);
            server.transaction().rollback();
            assertThat(notes.select().count()).isZero();
            server.transaction().begin();
            notes.insert(new Note("first"));
            assertThatThrownBy(() -> notes.select(Map.of("txet", "first"))).isInstanceOf(InvalidRequestException.class);
            notes.insert(new Note("second"));
            server.transaction().commit();
            assertThat(notes.select().orderBy("text").list())
                    .extracting(Note::text)
                    .containsExactly("first", "second");
        }
    }

    @Test
    void asynchronousCall_insideTransaction_hasItsOwn() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            EasyRepository<Note> notes = application.notes();
            assertThat(notes.blocking().select().count()).isZero();
            server.transaction().begin();
            result(notes.insert(new Note("kept")));
            server.transaction().rollback();
            List<Note> kept = notes.blocking().select().list();
            assertThat(kept).extracting(Note::text).containsExactly("kept");
        }
    }

    @Test
    void asynchronousCall_insideTransaction_isRefusedIfTheApplicationSaysSo() throws Exception {
        System.setProperty("easymodel.notes.async.in-transaction", "refuse");
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            EasyRepository<Note> notes = application.notes();
            server.transaction().begin();
            assertThat(notes.insert(new Note("lost")).toCompletableFuture().handle((note, failure) -> failure))
                    .isCompletedWithValueMatching(failure -> failure instanceof InvalidRequestException
                            && failure.getMessage().startsWith("EM-2277 Note.insert"));
            assertThat(notes.blocking().select().count()).isZero();
            server.transaction().rollback();
            result(notes.insert(new Note("kept")));
            assertThat(result(notes.select().count())).isOne();
        } finally {
            System.clearProperty("easymodel.notes.async.in-transaction");
        }
    }

    @Test
    void asynchronousCall_runsOnManagedThread() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            EasyRepository<Note> notes = application.notes();
            CompletionStage<String> thread =
                    server.busy(() -> notes.select().count().thenApply(count -> Thread.currentThread()
                            .getName()));
            assertThat(result(thread)).isEqualTo(ServerThreads.NAME);
        }
    }

    @Test
    void asynchronousCall_thatTheServerRefuses_isRejected() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            EasyRepository<Note> notes = application.notes();
            server.stopThreads();
            assertThat(notes.select().count().toCompletableFuture().handle((count, failure) -> failure))
                    .isCompletedWithValueMatching(RejectedException.class::isInstance);
        }
    }

    @Test
    void unit_withTransactionsOfItsOwn_isUsedWithThemInServerToo() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("one");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            BlockingRepository<Note> notes = application.notes().blocking();
            server.transaction().begin();
            notes.insert(new Note("kept"));
            server.transaction().rollback();
            assertThat(notes.select().count()).isEqualTo(1);
        }
    }

    @Test
    void plainPoint_withoutReference_isRefused() throws Exception {
        assertUnreferenced(Optional.empty());
    }

    @Test
    void namedPoint_withoutBean_isRefused() throws Exception {
        assertUnreferenced(Optional.of("notes"));
    }

    private static void assertUnreferenced(Optional<String> unit) throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta")) {
            assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
            assertThatThrownBy(() -> unit.map(name -> application.notes(name)).orElseGet(() -> application.notes()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "EM-4006 persistence unit 'notes': the application does not say that repositories use it."
                                    + " Produce its factory as a bean: @Produces @Unit(\"notes\") @PersistenceUnit(unitName ="
                                    + " \"notes\") EntityManagerFactory. For injection points without @Unit, a"
                                    + " <persistence-unit-ref> in web.xml with the name persistence/easymodel does it too.");
        }
    }

    @Test
    void server_withoutManagedExecutor_isRefused() throws Exception {
        try (Server server = new Server();
                Application application = Application.start("jta");
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            ServerNaming.bind(Server.REFERENCE, factory);
            ServerNaming.unbind(Server.EXECUTOR);
            assertThatThrownBy(() -> application.notes())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("EM-4007 java:comp/DefaultManagedExecutorService: the server has no default managed"
                            + " executor. Switch on Jakarta Concurrency in the server.");
            assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
        }
    }
}
