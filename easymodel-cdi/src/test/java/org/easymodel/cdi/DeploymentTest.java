package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.cdi.notes.Remark;
import org.easymodel.cdi.notes.Stranger;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.junit.jupiter.api.Test;

/** What a deployment finds out before anything is injected. */
class DeploymentTest {

    private static final String NOTES = "jdbc:h2:mem:notes;IFEXISTS=TRUE";

    /** Every kind of fault, some of them twice. */
    @Dependent
    static class ManyFaults {

        @Inject
        @Unit("plain")
        EasyRepository<Note> ofPlain;

        @Inject
        @Unit("plain")
        BlockingRepository<Note> ofPlainAgain;

        @Inject
        @Unit("wrong")
        EasyRepository<Remark> ofWrong;

        @Inject
        @Unit("wrong")
        Provider<BlockingRepository<Note>> ofOther;

        @Inject
        EasyRepository<Note> ofWhich;

        @Inject
        @Unit("wrong")
        EasyRepository<Stranger> strangers;

        @Inject
        @Unit("wrong")
        EasyRepository<?> anything;
    }

    @Dependent
    static class OfDown {

        @Inject
        @Unit("down")
        EasyRepository<Note> notes;
    }

    @Dependent
    static class OfOne {

        @Inject
        EasyRepository<Note> notes;
    }

    @Dependent
    static class OfWrongKey {

        @Inject
        EasyRepository<Note> notes;

        @Inject
        EasyRepository<Remark> remarks;
    }

    @Dependent
    static class OfOneAndStranger {

        @Inject
        EasyRepository<Note> notes;

        @Inject
        EasyRepository<Stranger> strangers;
    }

    /** Looks whether the unit was opened before the application is used. */
    @ApplicationScoped
    static class CountedFactory {

        private int calls;

        @Produces
        EntityManagerFactory produce() {
            calls++;
            return Persistence.createEntityManagerFactory("notes");
        }

        void close(@Disposes EntityManagerFactory factory) {
            factory.close();
        }

        int calls() {
            return calls;
        }
    }

    @Test
    void faults_ofEveryKind_failTheDeployment_allAtOnce() {
        assertThatThrownBy(() -> Application.start("faulty", ManyFaults.class))
                .isInstanceOf(DeploymentException.class)
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(String.join(
                        "\n",
                        "EM-4001 ManyFaults.anything: the injection point does not name an entity class. Write the entity as"
                                + " the type argument, as in EasyRepository<User>.",
                        "EM-2003 org.easymodel.cdi.notes.Note: the class is no entity of the unit 'wrong'. Its entities are"
                                + " Remark.",
                        "EM-1001 persistence unit 'plain': the session customizer of EasyModel is not set, so that no"
                                + " relationship could be inferred. Add <property name=\"eclipselink.session.customizer\""
                                + " value=\"org.easymodel.eclipselink.EasyModelCustomizer\"/> to the unit in"
                                + " persistence.xml.",
                        "EM-4003 META-INF/persistence.xml: there are several persistence units: down, plain, wrong. Say"
                                + " which one is meant: @Inject @Unit(\"down\") EasyRepository<...>.",
                        "EM-4021 ManyFaults.strangers: org.easymodel.cdi.notes.Stranger is no entity. Annotate it with"
                                + " @Entity, or name an entity."));
    }

    @Test
    void keyThatCannotBeARelationship_stopsNoStart() {
        try (Application application = Application.start("wrongkey", OfWrongKey.class)) {
            OfWrongKey bean = application.bean(OfWrongKey.class);
            Note note = bean.notes.blocking().insertMap(Map.of("text", "here"));
            Remark remark =
                    bean.remarks.blocking().insertMap(Map.of("strangerId", 7, "answerId", "x", "noteId", note.getId()));

            assertThat(bean.remarks
                            .blocking()
                            .select(Map.of("note.text", "here"))
                            .include("note")
                            .one())
                    .isEqualTo(remark)
                    .satisfies(
                            each -> assertThat(each.related("note", Note.class)).contains(note));
            assertThat(bean.remarks.blocking().count(Map.of("strangerId", 7))).isOne();
        }
    }

    @Test
    void databaseThatIsDown_failsTheInjection_notTheDeployment() {
        try (Application application = Application.start("faulty", OfDown.class)) {
            assertThatThrownBy(() -> application.bean(OfDown.class))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith("EM-1007");
        }
    }

    @Test
    void unit_isOpenedByTheDeployment_once() {
        try (Application application = Application.start("one", CountedFactory.class, OfOne.class)) {
            assertThat(application.bean(CountedFactory.class).calls()).isOne();
            assertThat(application.bean(OfOne.class).notes.blocking().count()).isZero();
            assertThat(application.bean(CountedFactory.class).calls()).isOne();
        }
    }

    @Test
    void unit_thatWasOpened_isClosedWhenTheDeploymentFails() {
        assertThatThrownBy(() -> Application.start("one", OfOneAndStranger.class))
                .hasStackTraceContaining("EM-4021");
        assertThatThrownBy(() -> DriverManager.getConnection(NOTES))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not found");
    }
}
