package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.cdi.Application.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.cdi.notes.Note;
import org.easymodel.cdi.notes.Stranger;
import org.easymodel.cdi.notes.Task;
import org.easymodel.failure.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Interfaces of the application over repositories, injected with nothing registered. */
class TypedInjectionTest {

    private static final String IN_TEST = TypedInjectionTest.class.getName() + "$";

    interface Notes extends EasyRepository<Note> {

        default CompletionStage<Note> byText(String text) {
            return select(Map.of("text", text)).one();
        }
    }

    public interface BlockingNotes extends BlockingRepository<Note> {

        default Note byText(String text) {
            return select(Map.of("text", text)).one();
        }
    }

    /** For all entities of the application. */
    interface Texts<E> extends BlockingRepository<E> {

        default E byText(String text) {
            return select(Map.of("text", text)).one();
        }
    }

    @Unit("tasks")
    interface Tasks extends Texts<Task> {}

    interface UrgentTasks extends Tasks {}

    @Unit("notes")
    interface InNotes {}

    interface Torn extends Tasks, InNotes {}

    interface Strangers extends EasyRepository<Stranger> {}

    interface Unfinished extends EasyRepository<Note> {

        CompletionStage<Note> byText(String text);
    }

    interface Anything<E> extends EasyRepository<E> {}

    @Dependent
    static class Desk {

        @Inject
        Notes notes;

        final BlockingNotes blockingNotes;

        @Inject
        Desk(BlockingNotes blockingNotes) {
            this.blockingNotes = blockingNotes;
        }
    }

    @ApplicationScoped
    static class Later {

        @Inject
        Instance<BlockingNotes> notes;

        BlockingNotes notes() {
            return notes.get();
        }
    }

    @ApplicationScoped
    static class Observer {

        @Produces
        @Dependent
        @Counted
        Long count(BlockingNotes notes) {
            return notes.count();
        }
    }

    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Counted {}

    @Dependent
    static class TwoUnits {

        @Inject
        @Unit("notes")
        BlockingNotes notes;

        @Inject
        Tasks tasks;

        @Inject
        @Unit("tasks")
        UrgentTasks urgent;
    }

    @Dependent
    static class Plain {

        @Inject
        BlockingNotes notes;
    }

    @Dependent
    static class OfUnknownUnit {

        @Inject
        @Unit("letters")
        Notes notes;
    }

    @Dependent
    static class ManyFaults {

        @Inject
        Strangers strangers;

        @Inject
        Unfinished unfinished;

        @Inject
        Anything<Note> anything;

        @Inject
        @Unit("notes")
        Tasks tasks;

        @Inject
        Torn torn;

        @Inject
        @Unit("letters")
        Notes notes;
    }

    @Dependent
    static class OfAnything {

        @Inject
        Anything<?> anything;
    }

    @Dependent
    static class Raw {

        @Inject
        @SuppressWarnings("rawtypes")
        Anything anything;
    }

    /** The application makes these itself, as a test does. */
    @ApplicationScoped
    static class Own {

        @Produces
        @Dependent
        Unfinished notes() {
            return (Unfinished) Proxy.newProxyInstance(
                    Unfinished.class.getClassLoader(),
                    new Class<?>[] {Unfinished.class},
                    (proxy, method, given) -> null);
        }

        @Produces
        @Dependent
        @Counted
        Notes counted() {
            return (Notes) Proxy.newProxyInstance(
                    Notes.class.getClassLoader(), new Class<?>[] {Notes.class}, (proxy, method, given) -> null);
        }
    }

    @Dependent
    static class UsesOwn {

        @Inject
        Unfinished own;

        @Inject
        @Counted
        Notes counted;

        @Inject
        Notes ours;
    }

    @Dependent
    interface LookedUp extends BlockingRepository<Note> {}

    @Test
    void interfaces_ofBothViews_areRepositories() {
        try (Application application = Application.start("one", Desk.class)) {
            Desk desk = application.bean(Desk.class);
            Note first = result(desk.notes.insert(new Note("first")));
            desk.blockingNotes.insert(new Note("second"));
            assertThat(desk.blockingNotes.byText("first").getId()).isEqualTo(first.getId());
            assertThat(result(desk.notes.byText("second")).text()).isEqualTo("second");
            assertThat(desk.notes).isSameAs(application.bean(Desk.class).notes);
        }
    }

    @Test
    void interface_thatOnlyItsPackageSees_isARepository() {
        try (Application application = Application.start("one", org.easymodel.cdi.notes.Desk.class)) {
            assertThat(application.bean(org.easymodel.cdi.notes.Desk.class).writeAndCount("first"))
                    .isOne();
        }
    }

    @Test
    void instancesAndParameters_areInjectionPoints() {
        try (Application application = Application.start("one", Later.class, Observer.class)) {
            application.bean(Later.class).notes().insert(new Note("first"));
            assertThat(application
                            .container()
                            .select(Long.class, Observer.class.getDeclaredMethods()[0].getAnnotation(Counted.class))
                            .get())
                    .isOne();
        }
    }

    @Test
    void units_areNamedByThePointOrTheInterface() {
        try (Application application = Application.start("two", TwoUnits.class)) {
            TwoUnits bean = application.bean(TwoUnits.class);
            bean.notes.insert(new Note("note"));
            bean.tasks.insert(new Task("task"));
            assertThat(bean.notes.byText("note").text()).isEqualTo("note");
            assertThat(bean.tasks.byText("task").text()).isEqualTo("task");
            assertThat(bean.urgent.byText("task").text()).isEqualTo("task");
            assertThat(application
                            .container()
                            .select(BlockingNotes.class, Unit.Literal.of("notes"))
                            .get()
                            .count())
                    .isOne();
        }
    }

    @Test
    void interface_thatIsABeanDefinition_canBeLookedUp() {
        try (Application application = Application.start("one", LookedUp.class)) {
            LookedUp notes = application.bean(LookedUp.class);
            notes.insert(new Note("first"));
            assertThat(notes.count()).isOne();
        }
    }

    @Test
    void beanOfTheApplication_isTaken() {
        try (Application application = Application.start("one", Own.class, UsesOwn.class)) {
            UsesOwn bean = application.bean(UsesOwn.class);
            assertThat(bean.own.byText("x")).isNull();
            assertThat(bean.counted.byText("x")).isNull();
            assertThat(result(bean.ours.insert(new Note("x"))).text()).isEqualTo("x");
        }
    }

    @Test
    void faults_failTheDeployment_allAtOnce() {
        assertThatThrownBy(() -> Application.start("two", ManyFaults.class))
                .isInstanceOf(DeploymentException.class)
                .rootCause()
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(String.join(
                        "\n",
                        "EM-4020 ManyFaults.anything: " + IN_TEST + "Anything has type parameters, so that it is no"
                                + " interface of one entity. Write interface UserRepository extends Anything<User>, and"
                                + " inject that.",
                        "EM-4005 @Unit(\"letters\"): there is no persistence unit of that name, but notes, tasks. Name a"
                                + " unit of META-INF/persistence.xml.",
                        "EM-4021 " + IN_TEST + "Strangers: org.easymodel.cdi.notes.Stranger is no entity. Annotate it"
                                + " with @Entity, or name an entity.",
                        "EM-4003 META-INF/persistence.xml: there are several persistence units: notes, tasks. Say which"
                                + " one is meant: @Inject @Unit(\"notes\") EasyRepository<...>.",
                        "EM-4022 ManyFaults.tasks: @Unit(\"notes\") stands here, and @Unit(\"tasks\") at " + IN_TEST
                                + "Tasks. Remove one of the two.",
                        "EM-4023 " + IN_TEST
                                + "Torn: the interfaces above it name several units: notes, tasks. Say which"
                                + " one is meant with @Unit at this interface.",
                        "EM-2221 " + IN_TEST
                                + "Unfinished: the method 'byText' has no body, and a repository has none of"
                                + " that name. Make it a default method."));
    }

    @Test
    void plainPoint_withTwoUnits_failsTheDeployment() {
        assertRefused("two", Plain.class, "EM-4003");
    }

    @Test
    void unknownUnit_failsTheDeployment() {
        assertRefused("one", OfUnknownUnit.class, "EM-4005 @Unit(\"letters\")");
    }

    @Test
    void genericInterfaces_failTheDeployment() {
        assertRefused("one", OfAnything.class, "EM-4020 OfAnything.anything");
        assertRefused("one", Raw.class, "EM-4020 Raw.anything");
    }

    private static void assertRefused(String root, Class<?> bean, String message) {
        assertThatThrownBy(() -> Application.start(root, bean)).hasStackTraceContaining(message);
    }
}
