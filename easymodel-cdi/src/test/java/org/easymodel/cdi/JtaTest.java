package org.easymodel.cdi;

import static jakarta.transaction.Status.STATUS_ACTIVE;
import static jakarta.transaction.Status.STATUS_MARKED_ROLLBACK;
import static jakarta.transaction.Status.STATUS_NO_TRANSACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.easymodel.cdi.notes.Note;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.spi.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both units of work with a real transaction manager. */
class JtaTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private URLClassLoader loader;
    private Server server;
    private EntityManagerFactory factory;
    private UnitOfWork own;
    private UnitOfWork joining;

    @BeforeEach
    void open() throws Exception {
        loader = new URLClassLoader(
                new URL[] {Path.of("target/test-classes/units/jta").toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
        server = new Server();
        factory = Persistence.createEntityManagerFactory("notes");
        factory.createEntityManager().close();
        own = new OwnJtaUnitOfWork(factory);
        joining = new JoiningJtaUnitOfWork(factory, own);
    }

    @AfterEach
    void close() throws Exception {
        try {
            if (factory.isOpen()) {
                factory.close();
            }
            server.close();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            loader.close();
        }
    }

    @Test
    void own_workThatReturns_isCommitted() {
        Note note = insert(own, "kept");
        assertThat(note.getId()).isNotNull();
        assertThat(texts()).containsExactly("kept");
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
    }

    @Test
    void own_workThatFails_isRolledBack() {
        IllegalArgumentException failure = new IllegalArgumentException("of the work");
        assertThatThrownBy(() -> own.call(entityManager -> {
                    entityManager.persist(new Note("lost"));
                    entityManager.flush();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
        assertThat(texts()).isEmpty();
    }

    @Test
    void own_workThatEndsItsTransaction_failsWithItsOwnFailure() {
        IllegalArgumentException failure = new IllegalArgumentException("of the work");
        assertThatThrownBy(() -> own.call(entityManager -> {
                    rollback();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
    }

    @Test
    void own_commitThatFails_isTold() {
        assertThatThrownBy(() -> own.call(entityManager -> {
                    entityManager.persist(new Note("too long ".repeat(100)));
                    return null;
                }))
                .isInstanceOf(PersistenceException.class)
                .hasMessage("The transaction was not committed")
                .hasCauseInstanceOf(RollbackException.class)
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
        assertThat(texts()).isEmpty();
    }

    @Test
    void own_insideTransaction_isRefusedAndLeavesItAlone() throws Exception {
        server.transaction().begin();
        insert(joining, "of the caller");
        assertThatThrownBy(() -> insert(own, "lost"))
                .isInstanceOf(PersistenceException.class)
                .hasMessage("A transaction cannot be begun")
                .hasCauseInstanceOf(NotSupportedException.class);
        assertThat(server.status()).isEqualTo(STATUS_ACTIVE);
        server.transaction().commit();
        assertThat(texts()).containsExactly("of the caller");
    }

    @Test
    void own_withClosedFactory_leavesNoTransaction() {
        factory.close();
        assertThatThrownBy(() -> insert(own, "lost")).isInstanceOf(IllegalStateException.class);
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
    }

    @Test
    void own_withoutUserTransaction_isRefused() {
        ServerNaming.unbind(Server.USER_TRANSACTION);
        assertThatThrownBy(() -> insert(own, "lost"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "EM-4008 java:comp/UserTransaction: a transaction is needed, and none can be begun here. Call"
                                + " from a transaction of the container, or from a component that may use UserTransaction.");
    }

    @Test
    void joining_withoutTransaction_opensItsOwn() {
        insert(joining, "kept");
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
        assertThat(texts()).containsExactly("kept");
    }

    @Test
    void joining_transactionThatCommits_isKept() throws Exception {
        server.transaction().begin();
        insert(joining, "first");
        insert(joining, "second");
        assertThat(server.status()).isEqualTo(STATUS_ACTIVE);
        server.transaction().commit();
        assertThat(texts()).containsExactly("first", "second");
    }

    @Test
    void joining_transactionThatRollsBack_isLost() throws Exception {
        server.transaction().begin();
        insert(joining, "lost");
        server.transaction().rollback();
        assertThat(texts()).isEmpty();
    }

    @Test
    void joining_twiceInTransaction_seesWhatWasWritten() throws Exception {
        server.transaction().begin();
        insert(joining, "first");
        assertThat(texts()).containsExactly("first");
        server.transaction().rollback();
    }

    @Test
    void joining_workThatFails_marksTransaction() throws Exception {
        IllegalArgumentException failure = new IllegalArgumentException("of the work");
        assertMarks(failure);
        assertMarks(new AssertionError("of the work"));
        assertMarks(new PersistenceException("of the work"));
    }

    private void assertMarks(Throwable failure) throws Exception {
        server.transaction().begin();
        insert(joining, "lost");
        assertThatThrownBy(() -> joining.call(entityManager -> sneak(failure))).isSameAs(failure);
        assertThat(server.status()).isEqualTo(STATUS_MARKED_ROLLBACK);
        server.transaction().rollback();
        assertThat(texts()).isEmpty();
    }

    @Test
    void joining_flushThatFails_marksTransaction() throws Exception {
        server.transaction().begin();
        assertThatThrownBy(() -> insert(joining, "too long ".repeat(100)))
                .isInstanceOf(PersistenceException.class)
                .hasRootCauseInstanceOf(java.sql.SQLException.class);
        assertThat(server.status()).isEqualTo(STATUS_MARKED_ROLLBACK);
        server.transaction().rollback();
    }

    @Test
    void joining_requestThatIsRefused_leavesTransactionUsable() throws Exception {
        InvalidRequestException refusal =
                new InvalidRequestException(new Problem("EM-9999", "Note.select", "the call is wrong.", ""));
        server.transaction().begin();
        insert(joining, "kept");
        assertThatThrownBy(() -> joining.call(entityManager -> sneak(refusal))).isSameAs(refusal);
        assertThat(server.status()).isEqualTo(STATUS_ACTIVE);
        server.transaction().commit();
        assertThat(texts()).containsExactly("kept");
    }

    @Test
    void joining_workThatEndsTransaction_failsWithItsOwnFailure() throws Exception {
        IllegalArgumentException failure = new IllegalArgumentException("of the work");
        server.transaction().begin();
        assertThatThrownBy(() -> joining.call(entityManager -> {
                    rollback();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(server.status()).isEqualTo(STATUS_NO_TRANSACTION);
    }

    @Test
    void joining_transactionMarkedForRollback_writesNothing() throws Exception {
        server.transaction().begin();
        server.transaction().setRollbackOnly();
        assertThatThrownBy(() -> insert(joining, "lost")).isInstanceOf(RuntimeException.class);
        assertThat(server.status()).isEqualTo(STATUS_MARKED_ROLLBACK);
        server.transaction().rollback();
        assertThat(texts()).isEmpty();
    }

    private void rollback() {
        try {
            server.transaction().rollback();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <R, F extends Throwable> R sneak(Throwable failure) throws F {
        throw (F) failure;
    }

    private static Note insert(UnitOfWork unitOfWork, String text) {
        return unitOfWork.call(entityManager -> {
            Note note = new Note(text);
            entityManager.persist(note);
            return note;
        });
    }

    private List<String> texts() {
        return joining.call(entityManager -> entityManager
                .createQuery("select n.text from Note n order by n.text", String.class)
                .getResultList());
    }
}
