package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.cdi.Application.result;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.RejectedException;
import org.junit.jupiter.api.Test;

/** What is left when the container is shut down. */
class ShutdownTest {

    private static final String DATABASE = "jdbc:h2:mem:notes;IFEXISTS=TRUE";

    /** Its factory is the application's to close. */
    @Dependent
    static class LentFactory {

        private static EntityManagerFactory factory;

        @Produces
        EntityManagerFactory produce() {
            return factory;
        }
    }

    @Test
    void ownFactory_isClosed() throws SQLException {
        try (Application application = Application.start("one")) {
            application.notes();
            DriverManager.getConnection(DATABASE).close();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(DATABASE))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }

    @Test
    void application_withoutAnyInjection_ends() {
        try (Application application = Application.start("broken")) {
            assertThat(application.container().isRunning()).isTrue();
        }
    }

    @Test
    void factoryOfApplication_staysOpen() {
        try (Application application = Application.start("one", LentFactory.class);
                EntityManagerFactory factory = Persistence.createEntityManagerFactory("notes")) {
            LentFactory.factory = factory;
            EasyRepository<Note> notes = application.notes();
            application.container().shutdown();
            assertThat(factory.isOpen()).isTrue();
            assertThat(notes.blocking().select().count()).isZero();
            assertRejected(notes);
        }
    }

    @Test
    void asynchronousCall_afterShutdown_isRejected() {
        EasyRepository<Note> notes;
        try (Application application = Application.start("one")) {
            notes = application.notes();
            assertThat(result(notes.select().count())).isZero();
        }
        assertRejected(notes);
    }

    @Test
    void blockingCall_afterShutdown_fails() {
        EasyRepository<Note> notes;
        try (Application application = Application.start("one")) {
            notes = application.notes();
        }
        assertThatThrownBy(() -> notes.blocking().select().count())
                .isInstanceOf(DatabaseException.class)
                .hasMessage("EM-2191 Note.select: the persistence provider failed with IllegalStateException. The cause"
                        + " says how.");
    }

    private static void assertRejected(EasyRepository<Note> notes) {
        assertThatThrownBy(() -> notes.select().count().toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(RejectedException.class)
                .hasMessage(
                        "EM-2015 Note.select: the call was not taken on: too many are in flight, or the repositories"
                                + " are closed. Try again later, or raise easymodel.async.max-in-flight.");
    }
}
