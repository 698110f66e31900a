package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.cdi.Application.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.cdi.notes.Stranger;
import org.easymodel.cdi.notes.Task;
import org.easymodel.failure.ConfigurationException;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

/** Repositories in beans of every kind, with the only unit of {@code persistence.xml} and nothing configured. */
class InjectionTest {

    @ApplicationScoped
    static class ByField {

        @Inject
        EasyRepository<Note> notes;

        @Inject
        BlockingRepository<Note> blockingNotes;

        /** Fields of a client proxy are empty. */
        EasyRepository<Note> notes() {
            return notes;
        }

        BlockingRepository<Note> blockingNotes() {
            return blockingNotes;
        }
    }

    @Dependent
    static class ByConstructor {

        final EasyRepository<Note> notes;
        final BlockingRepository<Note> blockingNotes;

        @Inject
        ByConstructor(EasyRepository<Note> notes, BlockingRepository<Note> blockingNotes) {
            this.notes = notes;
            this.blockingNotes = blockingNotes;
        }
    }

    @Dependent
    static class ByParameter {

        EasyRepository<Note> notes;
        BlockingRepository<Note> blockingNotes;

        @Inject
        void take(EasyRepository<Note> notes, BlockingRepository<Note> blockingNotes) {
            this.notes = notes;
            this.blockingNotes = blockingNotes;
        }
    }

    @Dependent
    static class Later {

        @Inject
        Instance<EasyRepository<Note>> notes;
    }

    @Dependent
    static class Store<E> {

        @Inject
        EasyRepository<E> rows;
    }

    @Dependent
    static class NoteStore extends Store<Note> {}

    @Dependent
    static class RawField {

        @Inject
        @SuppressWarnings("rawtypes")
        EasyRepository notes;
    }

    @Dependent
    static class RawParameter {

        @Inject
        @SuppressWarnings("rawtypes")
        RawParameter(BlockingRepository notes) {}
    }

    @Dependent
    static class RawMethod {

        @Inject
        @SuppressWarnings("rawtypes")
        void take(EasyRepository notes) {}
    }

    @Dependent
    static class OfAnything {

        @Inject
        EasyRepository<?> notes;
    }

    @Dependent
    static class OfStrangers {

        @Inject
        EasyRepository<Stranger> strangers;
    }

    @Dependent
    static class OfAnotherUnit {

        @Inject
        BlockingRepository<Task> tasks;
    }

    @Test
    void field_ofApplicationScopedBean_isWorkingRepository() {
        try (Application application = Application.start("one", ByField.class)) {
            ByField bean = application.bean(ByField.class);
            assertWorking(bean.notes(), bean.blockingNotes());
        }
    }

    @Test
    void constructor_ofDependentBean_takesWorkingRepositories() {
        try (Application application = Application.start("one", ByConstructor.class)) {
            ByConstructor bean = application.bean(ByConstructor.class);
            assertWorking(bean.notes, bean.blockingNotes);
        }
    }

    @Test
    void initializer_ofDependentBean_takesWorkingRepositories() {
        try (Application application = Application.start("one", ByParameter.class)) {
            ByParameter bean = application.bean(ByParameter.class);
            assertWorking(bean.notes, bean.blockingNotes);
        }
    }

    @Test
    void repository_ofTwoBeans_isTheSame() {
        try (Application application = Application.start("one", ByField.class, ByConstructor.class)) {
            assertThat(application.bean(ByField.class).notes()).isSameAs(application.bean(ByConstructor.class).notes);
        }
    }

    @Test
    void instance_ofRepository_isResolvedLater() {
        try (Application application = Application.start("one", Later.class)) {
            EasyRepository<Note> notes = application.bean(Later.class).notes.get();
            assertWorking(notes, notes.blocking());
        }
    }

    @Test
    void lookUp_byTypeLiteral_isWorkingRepository() {
        try (Application application = Application.start("one")) {
            EasyRepository<Note> notes = application.notes();
            assertWorking(notes, notes.blocking());
        }
    }

    @Test
    void typeVariable_boundBySubclass_isItsEntity() {
        try (Application application = Application.start("one", NoteStore.class)) {
            EasyRepository<Note> notes = application.bean(NoteStore.class).rows;
            assertWorking(notes, notes.blocking());
        }
    }

    @Test
    void beans_givenWithoutDiscovery_areEnough() {
        Weld weld = new Weld()
                .disableDiscovery()
                .addBeanClasses(OpenUnits.class, RepositoryProducer.class, ByConstructor.class);
        try (Application application = Application.start(weld, "one")) {
            ByConstructor bean = application.bean(ByConstructor.class);
            assertWorking(bean.notes, bean.blockingNotes);
        }
    }

    /** As in a jar with everything in it, whose own {@code beans.xml} counts. */
    @Test
    void discovery_ofAllClasses_findsNothingTwice() {
        Weld weld = new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ALL)
                .addPackages(Unit.class)
                .addBeanClasses(ByConstructor.class);
        try (Application application = Application.start(weld, "one")) {
            ByConstructor bean = application.bean(ByConstructor.class);
            assertWorking(bean.notes, bean.blockingNotes);
        }
    }

    @Test
    void rawField_isRefused() {
        assertRefused(RawField.class, "RawField.notes");
    }

    @Test
    void rawConstructorParameter_isRefused() {
        assertRefused(RawParameter.class, "RawParameter");
    }

    @Test
    void rawMethodParameter_isRefused() {
        assertRefused(RawMethod.class, "RawMethod.take");
    }

    @Test
    void wildcard_isRefused() {
        assertRefused(OfAnything.class, "OfAnything.notes");
    }

    @Test
    void typeVariable_thatNobodyBinds_isRefused() {
        assertRefused(Store.class, "Store.rows");
    }

    @Test
    @SuppressWarnings("rawtypes")
    void lookUp_ofRawType_isRefused() {
        try (Application application = Application.start("one")) {
            Instance<EasyRepository> raw = application.container().select(EasyRepository.class);
            assertThatThrownBy(raw::get)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("EM-4001 org.easymodel.EasyRepository: the injection point does not name an entity"
                            + " class. Write the entity as the type argument, as in EasyRepository<User>.");
        }
    }

    @Test
    void classThatIsNoEntity_isRefused() {
        assertRefusedWith(
                OfStrangers.class,
                "EM-4021 OfStrangers.strangers: org.easymodel.cdi.notes.Stranger is no entity. Annotate it with @Entity, or"
                        + " name an entity.");
    }

    @Test
    void entityOfAnotherUnit_isRefused() {
        assertRefusedWith(
                OfAnotherUnit.class,
                "EM-2003 org.easymodel.cdi.notes.Task: the class is no entity of the unit 'notes'. Its entities are Note.");
    }

    private static void assertRefused(Class<?> bean, String place) {
        assertRefusedWith(
                bean,
                "EM-4001 " + place + ": the injection point does not name an entity class. Write the entity as the type"
                        + " argument, as in EasyRepository<User>.");
    }

    private static void assertRefusedWith(Class<?> bean, String message) {
        assertThatThrownBy(() -> Application.start("one", bean))
                .isInstanceOf(DeploymentException.class)
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    /** Writes through each view and reads through the other. */
    private static void assertWorking(EasyRepository<Note> notes, BlockingRepository<Note> blockingNotes) {
        Note first = result(notes.insert(new Note("first")));
        Note second = blockingNotes.insertMap(Map.of("text", "second"));
        assertThat(blockingNotes.find(first.getId())).map(Note::text).contains("first");
        assertThat(result(notes.find(second.getId()))).map(Note::text).contains("second");
        List<Note> both = result(notes.select().orderBy("text").list());
        assertThat(both).extracting(Note::text).containsExactly("first", "second");
    }
}
