package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.cdi.Application.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.cdi.notes.Task;
import org.easymodel.failure.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Which unit an injection point gets. */
class UnitChoiceTest {

    @Dependent
    static class Plain {

        @Inject
        EasyRepository<Note> notes;
    }

    @Dependent
    static class Named {

        @Inject
        @Unit("notes")
        EasyRepository<Note> notes;

        final BlockingRepository<Task> tasks;

        @Inject
        Named(@Unit("tasks") BlockingRepository<Task> tasks) {
            this.tasks = tasks;
        }
    }

    @Dependent
    static class NamedNotes {

        @Inject
        @Unit("notes")
        EasyRepository<Note> notes;

        @Inject
        @Unit("notes")
        BlockingRepository<Note> blockingNotes;
    }

    @Dependent
    static class OfUnknownUnit {

        @Inject
        @Unit("letters")
        EasyRepository<Note> notes;
    }

    private static EntityManagerFactory factory(String database) {
        return Persistence.createEntityManagerFactory(
                "notes", Map.of("jakarta.persistence.jdbc.url", "jdbc:h2:mem:" + database));
    }

    static class PlainFactory {

        @Produces
        @ApplicationScoped
        EntityManagerFactory produce() {
            return factory("plain");
        }

        void close(@Disposes EntityManagerFactory factory) {
            factory.close();
        }
    }

    static class DependentFactory {

        @Produces
        EntityManagerFactory produce() {
            return factory("dependent");
        }

        void close(@Disposes EntityManagerFactory factory) {
            factory.close();
        }
    }

    static class QualifiedFactory {

        @Produces
        @ApplicationScoped
        @Unit("notes")
        EntityManagerFactory produce() {
            return factory("qualified");
        }

        void close(@Disposes @Unit("notes") EntityManagerFactory factory) {
            factory.close();
        }
    }

    /** Its value counts, though it is not a binding one. */
    static class FactoryOfLetters {

        @Produces
        @ApplicationScoped
        @Unit("letters")
        EntityManagerFactory produce() {
            return factory("letters");
        }

        void close(@Disposes @Unit("letters") EntityManagerFactory factory) {
            factory.close();
        }
    }

    @Test
    void plainPoint_withOneUnit_getsIt() {
        try (Application application = Application.start("one", Plain.class)) {
            assertStoredIn("notes", application.bean(Plain.class).notes);
        }
    }

    @Test
    void namedPoints_withTwoUnits_getTheirs() {
        try (Application application = Application.start("two", Named.class)) {
            Named bean = application.bean(Named.class);
            assertStoredIn("notes", bean.notes);
            Task task = bean.tasks.insert(new Task("answer"));
            assertThat(bean.tasks.find(task.getId())).map(Task::text).contains("answer");
        }
    }

    @Test
    void plainAndNamedPoint_ofTheSameUnit_shareItsRepositories() {
        try (Application application = Application.start("one", Plain.class, NamedNotes.class)) {
            NamedNotes named = application.bean(NamedNotes.class);
            EasyRepository<Note> plain = application.bean(Plain.class).notes;
            assertThat(plain).isSameAs(named.notes);
            assertThat(plain.blocking()).isSameAs(named.blockingNotes.async().blocking());
        }
    }

    @Test
    void plainPoint_withPlainFactory_getsItsUnit() {
        try (Application application = Application.start("two", Plain.class, PlainFactory.class)) {
            assertStoredIn("plain", application.bean(Plain.class).notes);
        }
    }

    @Test
    void plainPoint_withDependentFactory_getsItsUnit() {
        try (Application application = Application.start("two", Plain.class, DependentFactory.class)) {
            assertStoredIn("dependent", application.bean(Plain.class).notes);
        }
    }

    @Test
    void plainPoint_withPlainAndQualifiedFactory_getsThePlain() {
        try (Application application =
                Application.start("two", Plain.class, NamedNotes.class, PlainFactory.class, QualifiedFactory.class)) {
            assertStoredIn("plain", application.bean(Plain.class).notes);
            assertStoredIn("qualified", application.bean(NamedNotes.class).notes);
        }
    }

    @Test
    void plainPoint_withQualifiedFactoryOfTheOnlyUnit_getsItsUnit() {
        try (Application application = Application.start("one", Plain.class, QualifiedFactory.class)) {
            assertStoredIn("qualified", application.bean(Plain.class).notes);
        }
    }

    @Test
    void namedPoint_withQualifiedFactories_getsThatOfItsName() {
        try (Application application = Application.start(
                "two", NamedNotes.class, OfUnknownUnit.class, QualifiedFactory.class, FactoryOfLetters.class)) {
            assertStoredIn("qualified", application.bean(NamedNotes.class).notes);
            assertStoredIn("letters", application.bean(OfUnknownUnit.class).notes);
        }
    }

    @Test
    void namedPoint_withFactoryOfAnotherUnit_getsItsOwn() {
        try (Application application = Application.start("two", NamedNotes.class, FactoryOfLetters.class)) {
            assertStoredIn("notes", application.bean(NamedNotes.class).notes);
        }
    }

    @Test
    void plainPoint_withoutUnit_isRefused() {
        assertRefused(
                "nothing",
                Plain.class,
                "EM-4002 META-INF/persistence.xml: there is no persistence unit: no bean of type EntityManagerFactory, no"
                        + " reference persistence/easymodel, and no META-INF/persistence.xml on the class path. Add"
                        + " META-INF/persistence.xml with one persistence unit.");
    }

    @Test
    void plainPoint_withTwoUnits_isRefused() {
        assertRefused(
                "two",
                Plain.class,
                "EM-4003 META-INF/persistence.xml: there are several persistence units: notes, tasks. Say which one is"
                        + " meant: @Inject @Unit(\"notes\") EasyRepository<...>.");
    }

    @Test
    void plainPoint_withTwoPlainFactories_isRefused() {
        assertRefused(
                "one",
                Plain.class,
                "EM-4004 EntityManagerFactory: there are several beans of this type without a qualifier. Qualify each"
                        + " with @Unit, and the injection points of repositories too.",
                PlainFactory.class,
                DependentFactory.class);
    }

    @Test
    void namedPoint_ofUnknownUnit_isRefused() {
        assertRefused(
                "two",
                OfUnknownUnit.class,
                "EM-4005 @Unit(\"letters\"): there is no persistence unit of that name, but notes, tasks. Name a unit of"
                        + " META-INF/persistence.xml.");
    }

    @Test
    void namedPoint_withoutAnyUnit_isRefused() {
        assertRefused(
                "nothing",
                OfUnknownUnit.class,
                "EM-4005 @Unit(\"letters\"): there is no persistence unit of that name. Name a unit of"
                        + " META-INF/persistence.xml.");
    }

    static class SecondQualifiedFactory extends QualifiedFactory {

        @Override
        @Produces
        @ApplicationScoped
        @Unit("notes")
        EntityManagerFactory produce() {
            return factory("second");
        }
    }

    @Test
    void namedPoint_withTwoFactoriesOfItsName_isRefused() {
        assertRefused(
                "one",
                NamedNotes.class,
                "EM-4011 @Unit(\"notes\") EntityManagerFactory: there are several beans of this type with this"
                        + " qualifier. Keep one of them.",
                QualifiedFactory.class,
                SecondQualifiedFactory.class);
    }

    private static void assertRefused(String root, Class<?> bean, String message, Class<?>... furtherBeans) {
        Class<?>[] beans = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(bean), java.util.stream.Stream.of(furtherBeans))
                .toArray(Class<?>[]::new);
        assertThatThrownBy(() -> Application.start(root, beans))
                .isInstanceOf(DeploymentException.class)
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    /** Writes, and looks for the row in a database. */
    private static void assertStoredIn(String database, EasyRepository<Note> notes) {
        result(notes.insert(new Note("kept in " + database)));
        assertThat(texts(database)).isEqualTo("kept in " + database);
    }

    private static String texts(String database) {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + database + ";IFEXISTS=TRUE");
                ResultSet rows = connection.createStatement().executeQuery("select listagg(text) from note")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
