package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.cdi.notes.Task;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.EasyModelException;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.junit.jupiter.api.Test;

/** Units are opened when something of them is injected: once, again after a failure, and with a message that helps. */
class OpeningTest {

    /** Counts how often a unit is opened. */
    @ApplicationScoped
    static class CountedFactory {

        private final AtomicInteger calls = new AtomicInteger();

        @Produces
        EntityManagerFactory produce() {
            calls.incrementAndGet();
            return Persistence.createEntityManagerFactory("notes");
        }

        void close(@Disposes EntityManagerFactory factory) {
            factory.close();
        }

        int calls() {
            return calls.get();
        }
    }

    /** Is ready when another unit is. */
    @ApplicationScoped
    static class WaitingFactory {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch otherUnitIsOpen = new CountDownLatch(1);

        @Produces
        @Unit("notes")
        EntityManagerFactory produce() {
            begun.countDown();
            await(otherUnitIsOpen);
            return Persistence.createEntityManagerFactory("notes");
        }

        void close(@Disposes @Unit("notes") EntityManagerFactory factory) {
            factory.close();
        }

        void awaitBegin() {
            await(begun);
        }

        void otherUnitIsOpen() {
            otherUnitIsOpen.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Dependent
    static class CircularFactory {

        @Inject
        EasyRepository<Note> notes;

        @Produces
        EntityManagerFactory produce() {
            return Persistence.createEntityManagerFactory("notes");
        }
    }

    @Dependent
    static class CircularNamedFactory {

        @Inject
        @Unit("notes")
        EasyRepository<Note> notes;

        @Produces
        @Unit("notes")
        EntityManagerFactory produce() {
            return Persistence.createEntityManagerFactory("notes");
        }
    }

    @Test
    void unit_askedForByManyThreads_isOpenedOnce() {
        try (Application application = Application.start("one", CountedFactory.class)) {
            List<CompletableFuture<EasyRepository<Note>>> repositories = Stream.generate(
                            () -> onAnotherThread(application::notes))
                    .limit(8)
                    .toList();
            assertThat(repositories).extracting(CompletableFuture::join).containsOnly(application.notes());
            assertThat(application.bean(CountedFactory.class).calls()).isEqualTo(1);
        }
    }

    @Test
    void unit_thatOpensSlowly_holdsUpNoOther() {
        try (Application application = Application.start("two", WaitingFactory.class)) {
            WaitingFactory factory = application.bean(WaitingFactory.class);
            CompletableFuture<EasyRepository<Note>> slow = onAnotherThread(() -> application.notes("notes"));
            factory.awaitBegin();
            EasyRepository<Task> tasks = application
                    .container()
                    .select(new TypeLiteral<EasyRepository<Task>>() {}, Unit.Literal.of("tasks"))
                    .get();
            factory.otherUnitIsOpen();
            assertThat(tasks.blocking().select().count()).isZero();
            assertThat(slow.join().blocking().select().count()).isZero();
        }
    }

    @Test
    void unit_thatCouldNotBeOpened_isOpenedAtTheNextInjection() throws SQLException {
        try (Application application = Application.start("broken");
                Connection administrator = lockedDatabase()) {
            assertThatThrownBy(() -> application.notes("locked")).isInstanceOf(ConfigurationException.class);
            assertThatThrownBy(() -> application.notes("locked")).isInstanceOf(ConfigurationException.class);
            administrator.createStatement().execute("create user visitor password 'secret' admin");
            EasyRepository<Note> notes = application.notes("locked");
            assertThat(notes).isSameAs(application.notes("locked"));
            assertThat(notes.blocking().select().count()).isZero();
        }
    }

    @Test
    void factory_thatDidNotServe_isClosed() {
        try (Application application = Application.start("broken")) {
            assertThatThrownBy(() -> application.notes("no-database")).isInstanceOf(ConfigurationException.class);
            assertThat(EntityManagerFactoryProvider.getEmSetupImpls().values())
                    .extracting(EntityManagerSetupImpl::getPersistenceUnitUniqueName)
                    .noneMatch(unit -> unit.endsWith("no-database"));
        }
    }

    @Test
    void factory_thatNeedsRepository_isRefused() {
        assertRefused(
                "EM-4012 EntityManagerFactory: making the factory of the repositories needs one of these repositories."
                        + " Produce the factory in a bean without repositories.",
                CircularFactory.class);
    }

    @Test
    void namedFactory_thatNeedsRepository_isRefused() {
        assertRefused(
                "EM-4012 @Unit(\"notes\") EntityManagerFactory: making the factory of the repositories needs one of these"
                        + " repositories. Produce the factory in a bean without repositories.",
                CircularNamedFactory.class);
    }

    private static void assertRefused(String message, Class<?> factory) {
        assertThatThrownBy(() -> Application.start("one", factory))
                .isInstanceOf(DeploymentException.class)
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void engine_thatIsNotThere_isRefused() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> OpenUnits.provider(empty))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("EM-4009 class path: the repository engine is not there. Deliver easymodel-jpa beside"
                            + " easymodel-cdi, with its META-INF/services.");
        }
    }

    @Test
    void unit_withoutCustomizer_isRefused() {
        assertFailure(
                "no-customizer",
                ConfigurationException.class,
                "EM-1001 persistence unit 'no-customizer': the session customizer of EasyModel is not set, so that no"
                        + " relationship could be inferred. Add <property name=\"eclipselink.session.customizer\""
                        + " value=\"org.easymodel.eclipselink.EasyModelCustomizer\"/> to the unit in persistence.xml.");
    }

    @Test
    void unit_withoutDatabase_isRefused() {
        EasyModelException failure = assertFailure(
                "no-database",
                ConfigurationException.class,
                "EM-1005 persistence unit 'no-database': it names no database, or no driver on the class path knows its"
                        + " URL. Give it jakarta.persistence.jdbc.url or a data source in persistence.xml, and put the"
                        + " JDBC driver on the class path.");
        assertThat(failure).hasRootCauseInstanceOf(org.eclipse.persistence.exceptions.DatabaseException.class);
    }

    @Test
    void unit_whoseUrlNoDriverKnows_isRefusedWithoutTheUrl() {
        EasyModelException failure = assertFailure(
                "no-driver",
                ConfigurationException.class,
                "EM-1005 persistence unit 'no-driver': it names no database, or no driver on the class path knows its"
                        + " URL. Give it jakarta.persistence.jdbc.url or a data source in persistence.xml, and put the"
                        + " JDBC driver on the class path.");
        assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void unit_withMissingDriver_isRefused() {
        assertFailure(
                "missing-driver",
                ConfigurationException.class,
                "EM-1004 persistence unit 'missing-driver': EclipseLink cannot deploy it: DatabaseException:"
                        + " Configuration error.  Class [org.nowhere.Driver] not found. Correct the mappings or the"
                        + " configuration that the message names.");
    }

    @Test
    void unit_withMissingDataSource_isRefused() {
        EasyModelException failure = assertFailure(
                "no-data-source",
                ConfigurationException.class,
                "EM-1006 persistence unit 'no-data-source': its data source java:comp/env/jdbc/missing cannot be found."
                        + " Define it in the server or the application, or correct its name in persistence.xml.");
        assertThat(failure).hasRootCauseInstanceOf(javax.naming.NamingException.class);
    }

    @Test
    void unit_whoseDatabaseIsDown_isRefused() {
        EasyModelException failure = assertFailure(
                "down",
                DatabaseException.class,
                "EM-1007 persistence unit 'down': the database cannot be reached. Check that it runs, and the address"
                        + " in the configuration.");
        assertThat(failure).hasRootCauseInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void unit_whoseLoginIsRefused_isRefused() throws SQLException {
        try (Connection administrator = lockedDatabase()) {
            assertThat(administrator.isValid(0)).isTrue();
            EasyModelException failure = assertFailure(
                    "locked",
                    ConfigurationException.class,
                    "EM-1008 persistence unit 'locked': the database refused the login. Check user and password in the"
                            + " configuration.");
            assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
        }
    }

    @Test
    void unit_whoseDatabaseFails_isRefused() {
        EasyModelException failure = assertFailure(
                "wrong-url",
                DatabaseException.class,
                "EM-1009 persistence unit 'wrong-url': the database failed with SQL state 90113 when the unit was"
                        + " opened. The cause says how.");
        assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
    }

    @Test
    void unit_withWrongMapping_isRefused() {
        EasyModelException failure = assertFailure(
                "no-id",
                ConfigurationException.class,
                "EM-4010 persistence unit 'no-id': no factory can be made of it: Entity class [class"
                        + " org.easymodel.cdi.notes.Keyless] has no primary key specified. It should define either an @Id,"
                        + " @EmbeddedId or an @IdClass. If you have defined PK using any of these annotations then make"
                        + " sure that you do not have mixed access-type (both fields and properties annotated) in your"
                        + " entity class hierarchy. Correct the mappings or the configuration that the cause names.");
        assertThat(failure).hasRootCauseInstanceOf(org.eclipse.persistence.exceptions.ValidationException.class);
    }

    @Test
    void unit_withoutProvider_isRefused() {
        EasyModelException failure = assertFailure(
                "no-provider",
                ConfigurationException.class,
                "EM-4010 persistence unit 'no-provider': no factory can be made of it: No Persistence provider for"
                        + " EntityManager named no-provider. Correct the mappings or the configuration that the cause"
                        + " names.");
        assertThat(failure).hasRootCauseInstanceOf(jakarta.persistence.PersistenceException.class);
    }

    @Test
    void unit_thatDeploysAtOnce_isRefusedWithoutTheUrl() {
        EasyModelException failure = assertFailure(
                "eager",
                ConfigurationException.class,
                "EM-4010 persistence unit 'eager': no factory can be made of it. Correct the mappings or the"
                        + " configuration that the cause names.");
        assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
    }

    private static <F extends EasyModelException> F assertFailure(String unit, Class<F> type, String message) {
        try (Application application = Application.start("broken")) {
            F failure = catchThrowableOfType(type, () -> application.notes(unit));
            assertThat(failure).hasMessage(message);
            assertThat(failure.getMessage()).doesNotContain("secret");
            return failure;
        }
    }

    /** A new thread has the class loader of the one that makes it; those of the common pool have another. */
    private static <T> CompletableFuture<T> onAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, command -> new Thread(command).start());
    }

    /** A database that does not know the user of the unit {@code locked}. */
    private static Connection lockedDatabase() throws SQLException {
        Connection administrator = DriverManager.getConnection("jdbc:h2:mem:locked", "administrator", "other");
        administrator.createStatement().execute("create sequence if not exists easymodel_seq increment by 50");
        administrator
                .createStatement()
                .execute("create table note (id bigint, text varchar, created_at timestamp, updated_at timestamp)");
        return administrator;
    }
}
