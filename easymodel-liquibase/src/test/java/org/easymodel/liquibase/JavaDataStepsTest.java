package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.required;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.liquibase.plain.Hasty;
import org.easymodel.liquibase.plain.Initials;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.DataStep;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that Java changes within a revision: after what it adds, before what it requires and drops. */
class JavaDataStepsTest {

    private static final SchemaModel NAMES = model(table("PERSON", text("NAME", 80)));
    private static final SchemaModel INITIALS = model(table("PERSON", text("NAME", 80), required(text("INITIALS", 5))));
    private static final int PEOPLE = 2500;

    @TempDir
    Path root;

    private Path revisions() {
        return root.resolve("db/easymodel/shop");
    }

    private MigrationManager manager(SchemaModel model, TestDatabase database) {
        return MigrationManager.of(model, revisions()).withConnections(database.source());
    }

    private TestDatabase withPeople(TestDatabase.Kind kind, int people) {
        TestDatabase database = TestDatabase.fresh(kind);
        if (MigrationManager.of(revisions()).heads().isEmpty()) {
            manager(NAMES, database).revision("Names");
        }
        MigrationManager.of(revisions()).withConnections(database.source()).upgrade("0001");
        try (Connection connection = database.source().open();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO PERSON (ID, NAME) VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int id = 1; id <= people; id++) {
                insert.setLong(1, id);
                insert.setString(2, "Ada Byron of " + id);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return database;
    }

    private static RevisionOptions calling(Class<?> step) {
        return RevisionOptions.none().withData(DataStep.ofClass(step.getName()));
    }

    @ParameterizedTest
    @CsvSource({"H2, YAML", "H2, XML", "DERBY, YAML", "DERBY, JSON", "POSTGRESQL, YAML", "POSTGRESQL, XML"})
    void upgrade_withAStepInJava_fillsEveryRowAndGoesBack(TestDatabase.Kind kind, ChangelogFormat format) {
        TestDatabase database = withPeople(kind, PEOPLE);
        MigrationManager manager = manager(INITIALS, database).withFormat(format);
        WrittenRevision written = manager.revision("Initials", calling(Initials.class));
        assertThat(written.revision().orElseThrow().steps())
                .extracting(each -> each.operation() + " " + each.target() + " " + each.rules())
                .contains("RunJava step 1, class org.easymodel.liquibase.plain.Initials [EM119]");
        manager.upgrade();
        assertThat(database.query("SELECT COUNT(*) FROM PERSON WHERE INITIALS LIKE 'ABo%'"))
                .containsExactly(String.valueOf(PEOPLE));
        assertThat(manager.checkDatabase().problems()).isEmpty();
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT COUNT(*) FROM PERSON WHERE NAME = 'back on "
                        + kind.name().toLowerCase(java.util.Locale.ROOT) + "'"))
                .containsExactly(String.valueOf(PEOPLE));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_stepThatFails_leavesNothingOfItself(TestDatabase.Kind kind) {
        TestDatabase database = withPeople(kind, 2);
        MigrationManager manager = manager(INITIALS, database);
        manager.revision("Initials", calling(Hasty.class));
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3105 data step: it calls commit, and its transaction and connection belong to the"
                        + " migration. Leave that to the migration, which commits the step as a whole.");
        assertThat(database.query("SELECT COUNT(*) FROM PERSON WHERE NAME = 'half'"))
                .containsExactly("0");
    }

    @Test
    void upgrade_classThatIsNotThere_isRefusedBeforeAnythingRuns() {
        TestDatabase database = withPeople(TestDatabase.Kind.H2, 2);
        MigrationManager manager = manager(INITIALS, database);
        manager.revision("Initials", RevisionOptions.none().withData(DataStep.ofClass("com.shop.Gone")));
        manager.revision("Nothing more");
        assertThatThrownBy(manager::upgrade)
                .isInstanceOf(MigrationException.class)
                .hasMessage("EM-3104 com.shop.Gone: a revision needs this class, and it cannot be used. Put it on the"
                        + " class path of the application: a public class with a public constructor without parameters"
                        + " that implements org.easymodel.migrate.JavaDataStep.");
        assertThat(database.schema()).noneMatch(line -> line.contains("INITIALS"));
        assertThat(manager.lint().text())
                .contains("RunJava step 1, class com.shop.Gone")
                .contains("EM-3104 com.shop.Gone");
        assertThat(manager.sql("h2").text()).contains("-- RunJava step 1, class com.shop.Gone");
    }

    @Test
    void upgrade_classThatIsNoStep_isRefused() {
        TestDatabase database = withPeople(TestDatabase.Kind.H2, 2);
        MigrationManager manager = manager(INITIALS, database);
        manager.revision("Initials", calling(String.class));
        assertThatThrownBy(manager::upgrade).hasMessageStartingWith("EM-3104 java.lang.String: ");
    }

    /** As in Maven, where the project has a library of ours of its own. */
    @Test
    void upgrade_classesLoadedApart_areTheApplications() throws Exception {
        TestDatabase database = withPeople(TestDatabase.Kind.H2, 3);
        MigrationManager manager = manager(INITIALS, database);
        manager.revision("Initials", calling(Initials.class));
        URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(JavaDataStepsTest::url)
                .toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader callers = thread.getContextClassLoader();
        try (URLClassLoader apart = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(apart);
            manager.upgrade();
        } finally {
            thread.setContextClassLoader(callers);
        }
        assertThat(database.query("SELECT INITIALS FROM PERSON ORDER BY ID")).containsExactly("ABo1", "ABo2", "ABo3");
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void revision_inFormattedSql_isRefusedSinceSqlCannotCallJava() {
        TestDatabase database = withPeople(TestDatabase.Kind.H2, 0);
        MigrationManager manager = manager(INITIALS, database).withFormat(ChangelogFormat.SQL);
        assertThatThrownBy(() -> manager.revision("Initials", calling(Initials.class)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("EM-3106 data step org.easymodel.liquibase.plain.Initials: a changelog in formatted SQL"
                        + " cannot call Java. Write this revision in YAML, XML or JSON.");
        assertThatThrownBy(() -> DataStep.ofClass("not a class"))
                .hasMessageStartingWith("EM-3103 data step: 'not a class' is no name of a class.");
    }

    @ParameterizedTest
    @EnumSource(PlainLiquibase.class)
    void update_ofPlainLiquibaseWithOurLibrary_runsTheStepAndWeTakeItBack(PlainLiquibase version) {
        for (TestDatabase.Kind kind : TestDatabase.Kind.values()) {
            TestDatabase database = withPeople(kind, 2);
            if (manager(INITIALS, database).heads().get(0).folder().startsWith("0001")) {
                manager(INITIALS, database).revision("Initials", calling(Initials.class));
            }
            version.updateBesideUs(database, root);
            assertThat(database.query("SELECT INITIALS FROM PERSON ORDER BY ID"))
                    .as(kind + " " + version)
                    .containsExactly("ABo1", "ABo2");
            assertThat(manager(INITIALS, database).upgrade().isEmpty()).isTrue();
            manager(INITIALS, database).downgradeAcceptingLoss("-1");
        }
    }
}
