package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.easymodel.contract.inference.traps.Folder;
import org.easymodel.contract.inference.traps.Letter;
import org.easymodel.contract.inference.traps.Person;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.EasyModelCustomizer;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.model.References;
import org.easymodel.spi.PersistenceSupport;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customizer in units of its own, on H2. */
class CustomizerTest {

    @TempDir
    private Path directory;

    private final String database = "customizer" + UUID.randomUUID();

    /** Notes in the session what it found there. */
    public static final class OwnCustomizer implements SessionCustomizer {
        @Override
        public void customize(Session session) {
            session.setProperty("own.mappings", String.join(",", mappings(session, Folder.class)));
        }
    }

    @Test
    void customize_again_changesNothing() throws Exception {
        try (EntityManagerFactory factory = open(unit())) {
            Session session = JpaHelper.getServerSession(factory);
            List<String> before = mappings(session, Folder.class);

            new EasyModelCustomizer().customize(session);

            assertThat(mappings(session, Folder.class)).isEqualTo(before).contains("parent", "children");
            write(factory, em -> em.persist(new Folder(1, null)));
            assertThat(count(factory)).isEqualTo(1);
        }
    }

    @Test
    void deployment_repeatedWhenTheDatabaseIsThere_works() throws SQLException {
        UnitXml unit = unit().with("jakarta.persistence.jdbc.url", url() + ";IFEXISTS=TRUE");
        try (EntityManagerFactory factory = open(unit)) {
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(PersistenceException.class).isThrownBy(factory::createEntityManager);
            }
            try (Connection connection = DriverManager.getConnection(url())) {
                assertThat(connection.isValid(0)).isTrue();
                write(factory, em -> em.persist(new Folder(1, null)));
                write(factory, em -> em.persist(new Folder(2, 1L)));
                assertThat(count(factory)).isEqualTo(2);
            }
        }
    }

    /** A key whose relationship would have the name of the key. */
    @Entity(name = "Nameless")
    public static class Nameless {
        @Id
        private Long id;

        @References(Folder.class)
        private Long folder;
    }

    @Test
    void problemOfInference_isAWarning_andTheUnitWorks() {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                warnings.add(entry.getLevel() + " " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.easymodel");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (EntityManagerFactory factory = open(UnitXml.of("test", List.of(Folder.class, Nameless.class)))) {
            write(factory, em -> em.persist(new Folder(1, null)));

            assertThat(count(factory)).isEqualTo(1);
            assertThat(warnings)
                    .containsExactly("WARNING EM-1104 Nameless.folder: the relationship would be called 'folder', but"
                            + " that is the name of the attribute itself. Name the relationship with"
                            + " @References(attribute = ...), or call the attribute 'folderId'.");
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void customizerOfTheApplication_runsFirst() {
        try (EntityManagerFactory factory =
                open(unit().with("easymodel.session.customizer", OwnCustomizer.class.getName()))) {
            Session session = JpaHelper.getServerSession(factory);

            assertThat(session.getProperty("own.mappings")).isEqualTo("id,name,parentId");
            assertThat(mappings(session, Folder.class)).containsExactly("children", "id", "name", "parent", "parentId");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing,                              ,      fresh",
        "eclipselink.cache.shared.default,     false, fresh",
        "eclipselink.cache.shared.default,     true,  kept",
        "jakarta.persistence.sharedCache.mode, NONE,  fresh",
        "jakarta.persistence.sharedCache.mode, ALL,   kept",
    })
    void sharedCache_byProperty_isOffUnlessChosen(String property, String value, String expected) {
        UnitXml unit = value == null ? unit() : unit().with(property, value);
        try (EntityManagerFactory factory = open(unit)) {
            assertThat(secondReader(factory)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"NONE, fresh", "ALL, kept", "DISABLE_SELECTIVE, kept", "UNSPECIFIED, fresh"})
    void sharedCache_byElement_isOffUnlessChosen(String mode, String expected) {
        try (EntityManagerFactory factory = open(unit().sharedCacheMode(mode))) {
            assertThat(secondReader(factory)).isEqualTo(expected);
        }
    }

    @Test
    void unit_withoutTheCustomizer_isRefused() {
        try (EntityManagerFactory factory =
                open(UnitXml.of("test", List.of(Folder.class)).without("eclipselink.session.customizer"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> Stage.unit(factory))
                    .withMessage("EM-1001 persistence unit 'test': the session customizer of EasyModel is not set, so"
                            + " that no relationship could be inferred. Add <property"
                            + " name=\"eclipselink.session.customizer\""
                            + " value=\"org.easymodel.eclipselink.EasyModelCustomizer\"/> to the unit in"
                            + " persistence.xml.");
        }
    }

    @Test
    void unit_whoseDatabaseIsNotThere_isRefusedByName() {
        try (EntityManagerFactory factory =
                open(unit().with("jakarta.persistence.jdbc.url", "jdbc:h2:mem:nobody;IFEXISTS=TRUE"))) {
            assertThatExceptionOfType(DatabaseException.class)
                    .isThrownBy(() -> Stage.unit(factory))
                    .withMessage("EM-1009 persistence unit 'test': the database failed with SQL state 90146 when the"
                            + " unit was opened. The cause says how.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jakarta.persistence.jdbc.url | jdbc:nowhere:shop | EM-1005 persistence unit 'test': it names no database, or"
                        + " no driver on the class path knows its URL. Give it jakarta.persistence.jdbc.url or a data"
                        + " source in persistence.xml, and put the JDBC driver on the class path.",
                "jakarta.persistence.nonJtaDataSource | java:/jdbc/Nothing | EM-1006 persistence unit 'test': its data"
                        + " source java:/jdbc/Nothing cannot be found. Define it in the server or the application, or"
                        + " correct its name in persistence.xml.",
                "jakarta.persistence.jdbc.url | jdbc:postgresql://127.0.0.1:1/shop?password=secret | EM-1007 persistence"
                        + " unit 'test': the database cannot be reached. Check that it runs, and the address in the"
                        + " configuration.",
                "jakarta.persistence.jdbc.user | nobody | EM-1008 persistence unit 'test': the database refused the"
                        + " login. Check user and password in the configuration.",
            })
    void unit_thatCannotBeOpened_isRefusedWithTheReason(String property, String value, String message)
            throws SQLException {
        try (Connection first = DriverManager.getConnection(url(), "sa", "");
                EntityManagerFactory factory = open(unit().with(property, value))) {
            assertThat(first.isValid(0)).isTrue();
            assertThatExceptionOfType(EasyModelException.class)
                    .isThrownBy(() -> Stage.unit(factory))
                    .withMessage(message)
                    .havingCause()
                    .isInstanceOf(PersistenceException.class);
        }
    }

    @Test
    void support_ofEclipseLink_knowsItsFactories() {
        PersistenceSupport support =
                ServiceLoader.load(PersistenceSupport.class).findFirst().orElseThrow();

        try (EntityManagerFactory factory = open(unit())) {
            assertThat(support.provider()).isEqualTo("EclipseLink");
            assertThat(support.supports(factory)).isTrue();
        }
    }

    private UnitXml unit() {
        return UnitXml.of("test", List.of(Folder.class, Letter.class, Person.class));
    }

    private String url() {
        return "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1";
    }

    private EntityManagerFactory open(UnitXml unit) {
        return UnitPath.of(
                        directory,
                        unit.withDefault("jakarta.persistence.jdbc.url", url())
                                .with("eclipselink.ddl-generation", "create-tables")
                                .with("eclipselink.weaving", "false")
                                .with("eclipselink.session-name", database))
                .call(() -> Persistence.createEntityManagerFactory("test", Map.of()));
    }

    /** Whether a second reader sees what another node wrote, after a first one has read. */
    private String secondReader(EntityManagerFactory factory) {
        write(factory, em -> em.persist(new Folder(1, null)));
        write(factory, em -> em.find(Folder.class, 1L));
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("update FOLDER set NAME = 'fresh'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try (EntityManager em = factory.createEntityManager()) {
            return em.find(Folder.class, 1L).getName().equals("fresh") ? "fresh" : "kept";
        }
    }

    private static long count(EntityManagerFactory factory) {
        try (EntityManager em = factory.createEntityManager()) {
            return em.createQuery("select count(f) from Folder f", Long.class).getSingleResult();
        }
    }

    private static void write(EntityManagerFactory factory, Consumer<EntityManager> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            work.accept(em);
            em.getTransaction().commit();
        }
    }

    private static List<String> mappings(Session session, Class<?> entity) {
        List<String> names = new ArrayList<>();
        for (DatabaseMapping mapping : session.getDescriptor(entity).getMappings()) {
            names.add(mapping.getAttributeName());
        }
        names.sort(null);
        return names;
    }
}
