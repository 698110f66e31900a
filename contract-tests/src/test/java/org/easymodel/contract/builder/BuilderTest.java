package org.easymodel.contract.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.RepositoriesBuilder;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.scan.models.EclipseLinkFive;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.model.RelationshipRules;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Units without persistence.xml, on every database. */
public class BuilderTest {

    private static RepositoriesBuilder shelves() {
        return EasyRepositories.builder().entities(Shelf.class, Volume.class).migrate("auto");
    }

    private static RepositoriesBuilder on(RepositoriesBuilder builder, Database database, String name) {
        Map<String, String> properties = database.properties(name);
        builder.url(properties.get("jakarta.persistence.jdbc.url"));
        if (database == Database.POSTGRESQL) {
            builder.user("postgres").password("postgres");
        }
        return builder;
    }

    private static void assertWorks(EasyRepositories easy) {
        BlockingRepository<Shelf> shelves = easy.blocking(Shelf.class);
        Shelf shelf = shelves.insert(new Shelf("A", "cellar"));
        easy.blocking(Volume.class)
                .insertAll(List.of(new Volume("Solaris", shelf.getId()), new Volume("Eden", shelf.getId())));
        Shelf found = shelves.find(shelf.getId()).orElseThrow();
        assertThat(found.volumes()).extracting(Volume::shortTitle).containsExactlyInAnyOrder("Solaris", "Eden");
        assertThat(found.place().room()).isEqualTo("cellar");
        assertThat(found.getCreatedAt()).isNotNull();
        assertThat(easy.repository(Volume.class)
                        .count(Map.of("shelf", Map.of("label", "A")))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("woven")
    void plainClasses_onEveryDatabase_areAUnit(Database database) {
        try (EasyRepositories easy = on(
                        shelves(), database, "built_" + database.name().toLowerCase())
                .open()) {
            assertWorks(easy);
        }
    }

    @Test
    void postgres_byItsParts_opensAndClosesItsConnections() throws SQLException {
        Map<String, String> properties = Database.POSTGRESQL.properties("built parts?");
        String url = properties.get("jakarta.persistence.jdbc.url");
        int port = Integer.parseInt(url.replaceAll("^jdbc:postgresql://[^:/]+:(\\d+)/.*", "$1"));
        try (EasyRepositories easy = shelves()
                .postgres("localhost", port, "built parts?")
                .user("postgres")
                .password("postgres")
                .poolSize(3)
                .open()) {
            assertWorks(easy);
            assertThat(connections(port, "built parts?")).isBetween(1, 3);
        }
        assertNoConnections(port, "built parts?");
    }

    /** A server needs a moment to notice that a client has left. */
    private static void assertNoConnections(int port, String database) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (connections(port, database) > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(connections(port, database)).isZero();
    }

    private static int connections(int port, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where datname = '" + database + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void files_keepTheirRows(@TempDir Path directory) {
        for (String kind : List.of("derby", "h2")) {
            String path = directory.resolve(kind).toString();
            Long id;
            try (EasyRepositories easy = file(kind, path).open()) {
                id = easy.blocking(Shelf.class).insert(new Shelf(kind, "attic")).getId();
            }
            try (EasyRepositories easy = file(kind, path).open()) {
                assertThat(easy.blocking(Shelf.class).find(id))
                        .map(Shelf::label)
                        .contains(kind);
            }
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                        "jdbc:derby:directory:" + directory.resolve("derby") + ";shutdown=true"))
                .isInstanceOf(SQLException.class);
    }

    private static RepositoriesBuilder file(String kind, String path) {
        return kind.equals("h2") ? shelves().h2(path) : shelves().derby(path);
    }

    @Test
    void memory_isOfOneUnit_andEndsWithIt() {
        RepositoriesBuilder builder = shelves().memory();
        EasyRepositories first = builder.open();
        try (EasyRepositories second = builder.open()) {
            assertWorks(first);
            assertThat(second.blocking(Shelf.class).count()).isZero();
            first.close();
            first.close();
            assertWorks(second);
        }
        assertThatThrownBy(() -> first.blocking(Shelf.class).count()).isInstanceOf(Exception.class);
    }

    @Test
    void dataSource_staysOpen() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:built_source;DB_CLOSE_DELAY=-1");
        try (EasyRepositories easy = shelves().dataSource(source).open()) {
            assertWorks(easy);
        }
        try (Connection connection = source.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from SHELF")) {
            rows.next();
            assertThat(rows.getInt(1)).isOne();
        }
    }

    @Test
    void entitiesBesideAClass_areFound() {
        try (EasyRepositories easy = EasyRepositories.builder()
                .memory()
                .entitiesBeside(org.easymodel.example.shop.Order.class)
                .open()) {
            assertThat(easy.blocking(org.easymodel.example.shop.Order.class).count())
                    .isZero();
        }
    }

    @Test
    void entitiesBesideAClass_whereNothingIsMapped_isRefused() {
        assertThatThrownBy(() -> EasyRepositories.builder()
                        .memory()
                        .entitiesBeside(JdbcDataSource.class)
                        .open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "EM-2229 EasyRepositories.builder: beside org.h2.jdbcx.JdbcDataSource there is no class that is"
                                + " mapped, or the place cannot be read. Name the entities with entities(User.class, ..).");
        assertThatThrownBy(() -> EasyRepositories.builder()
                        .memory()
                        .entitiesBeside(String.class)
                        .open())
                .hasMessageContaining("EM-2229");
    }

    @Test
    void createAll_makesTablesOnce() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:built_create;DB_CLOSE_DELAY=-1");
        RepositoriesBuilder builder = EasyRepositories.builder()
                .entities(Shelf.class, Volume.class)
                .dataSource(source)
                .createAll();
        try (EasyRepositories easy = builder.open()) {
            assertWorks(easy);
        }
        assertThatThrownBy(builder::open)
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("EM-3168")
                .hasMessageContaining("SHELF");
        try (EasyRepositories easy = builder.migrate("off").open()) {
            assertThat(easy.blocking(Shelf.class).count()).isOne();
        }
    }

    @Test
    void unitThatIsRefused_leavesNothingOpen() throws SQLException {
        Map<String, String> properties = Database.POSTGRESQL.properties("built refused");
        int port = Integer.parseInt(
                properties.get("jakarta.persistence.jdbc.url").replaceAll("^jdbc:postgresql://[^:/]+:(\\d+)/.*", "$1"));
        int units = EntityManagerFactoryProvider.getEmSetupImpls().size();
        for (RepositoriesBuilder refused : List.of(
                shelves().migrate("check"),
                shelves().naming("loud"),
                shelves().property("easymodel.transaction.max-open", "none"))) {
            refused.postgres("localhost", port, "built refused")
                    .user("postgres")
                    .password("postgres");
            assertThatThrownBy(refused::open).isInstanceOf(EasyModelException.class);
        }
        assertNoConnections(port, "built refused");
        assertThat(EntityManagerFactoryProvider.getEmSetupImpls()).hasSize(units);
    }

    /** As in a plugin: nobody's class loader but the entities' own knows them, and none is the thread's. */
    @Test
    void entities_ofAnotherClassLoader_areAUnit() throws Exception {
        URL tests = Shelf.class.getProtectionDomain().getCodeSource().getLocation();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (PluginLoader plugin = new PluginLoader(tests)) {
            thread.setContextClassLoader(null);
            Class<?> shelf = plugin.loadClass(Shelf.class.getName());
            assertThat(shelf).isNotSameAs(Shelf.class);
            try (EasyRepositories easy = EasyRepositories.builder()
                    .memory()
                    .entities(shelf, plugin.loadClass(Volume.class.getName()))
                    .relationships(plugin.loadClass(ShelfRules.class.getName()).asSubclass(RelationshipRules.class))
                    .open()) {
                Object inserted = easy.blocking(shelf).insertMap(Map.of("label", "A"));
                assertThat(inserted).isInstanceOf(shelf);
                assertThat(easy.blocking(shelf).count(Map.of("label", "A"))).isOne();
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Has its own classes of this package, and no others. */
    private static final class PluginLoader extends URLClassLoader {

        PluginLoader(URL... roots) {
            super(roots, BuilderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = name.startsWith(BuilderTest.class.getPackageName());
            Class<?> known = own ? findLoadedClass(name) : super.loadClass(name, resolve);
            return known == null ? findClass(name) : known;
        }
    }

    /** The library in a class loader of its own, with EclipseLink 5 and Jakarta Persistence 3.2. */
    @Test
    void unit_onEclipseLinkFive_works() throws Exception {
        try (URLClassLoader five = EclipseLinkFive.loader()) {
            Object shelves = five.loadClass(BuilderTest.class.getName())
                    .getMethod("work")
                    .invoke(null);
            assertThat(shelves).isEqualTo(1L);
        }
    }

    /** For another class loader. */
    public static long work() {
        try (EasyRepositories easy = shelves().memory().migrate("create").open()) {
            assertWorks(easy);
            return easy.blocking(Shelf.class).count();
        }
    }

    /** A project without persistence.xml has revisions all the same: written from the builder, applied when the unit opens. */
    @ParameterizedTest
    @EnumSource
    void revisions_ofABuilder_areAppliedByUpgrade(Database database, @TempDir Path root) throws Exception {
        URL tests = Shelf.class.getProtectionDomain().getCodeSource().getLocation();
        try (PluginLoader plugin = new PluginLoader(tests, root.toUri().toURL())) {
            Class<?> shelf = plugin.loadClass(Shelf.class.getName());
            RepositoriesBuilder builder = on(
                            EasyRepositories.builder(),
                            database,
                            "revised_" + database.name().toLowerCase())
                    .name("shelves")
                    .entities(shelf, plugin.loadClass(Volume.class.getName()))
                    .naming("snake-plural");
            Path revisions = root.resolve("db").resolve("easymodel").resolve("shelves");
            MigrationManager migrations = MigrationManager.of(builder.schema(), revisions);
            assertThat(migrations.revision("Shelves").revision()).isPresent();
            try (EasyRepositories easy = builder.migrate("upgrade").open()) {
                assertThat(easy.blocking(shelf).insertMap(Map.of("label", "A"))).isInstanceOf(shelf);
            }
            try (EasyRepositories easy = builder.migrate("check").open()) {
                assertThat(easy.blocking(shelf).count()).isOne();
            }
            assertThat(builder.schema().notes().warnings()).isEmpty();
        }
    }

    @Test
    void schema_ofNoEntities_isRefused() {
        assertThatThrownBy(() -> EasyRepositories.builder()
                        .entities(String.class)
                        .name(" ")
                        .schema())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("EM-2225 EasyRepositories.builder: java.lang.String is no entity")
                .hasMessageContaining("EM-2227 EasyRepositories.builder: name(..) is blank");
    }

    @Test
    void naming_rulesAndName_areThoseOfTheUnit() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:built_naming;DB_CLOSE_DELAY=-1");
        try (EasyRepositories easy = shelves()
                .name("shelves")
                .dataSource(source)
                .naming("snake-plural")
                .relationships(ShelfRules.class)
                .property("easymodel.shelves.include-depth", "0")
                .open()) {
            Shelf shelf = easy.blocking(Shelf.class).insert(new Shelf("A", "cellar"));
            easy.blocking(Volume.class).insert(new Volume("Eden", shelf.getId()));
            assertThat(easy.blocking(Shelf.class)
                            .find(shelf.getId(), "holdings")
                            .orElseThrow()
                            .holdings())
                    .hasSize(1);
        }
        try (Connection connection = source.getConnection();
                var rows = connection.createStatement().executeQuery("select SHORT_TITLE from VOLUMES")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void logSql_showsStatements_withoutValues() {
        List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.easymodel.sql");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (EasyRepositories easy = shelves().memory().name("logged").logSql().open()) {
            easy.blocking(Shelf.class).insert(new Shelf("a secret", "cellar"));
            easy.blocking(Shelf.class).all(Map.of("label", "a secret"));
            easy.blocking(Shelf.class)
                    .transaction(tx -> tx.sql(
                            "select count(*) n from SHELF where LABEL <> 'a secret' and LABEL = :label",
                            Map.of("label", "a secret")));
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(lines)
                .allMatch(line -> line.startsWith("logged: "))
                .anyMatch(line -> line.contains("INSERT INTO SHELF"))
                .anyMatch(line -> line.contains("FROM SHELF") && line.contains("= ?"))
                .contains("logged: select count(*) n from SHELF where LABEL <> ? and LABEL = ?")
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void close_waitsForRunningWork() {
        EasyRepositories easy = shelves().memory().open();
        CompletableFuture<Long> inserted = easy.repository(Shelf.class)
                .insertAll(java.util.stream.IntStream.range(0, 2000)
                        .mapToObj(i -> new Shelf("s" + i, "cellar"))
                        .toList())
                .thenApply(all -> (long) all.size())
                .toCompletableFuture();
        easy.close();
        assertThat(inserted.join()).isEqualTo(2000);
    }

    @Test
    void conflicts_areNamedAllAtOnce() {
        assertThatThrownBy(() -> EasyRepositories.builder()
                        .memory()
                        .postgres("localhost", 5432, "shop")
                        .entities(String.class)
                        .poolSize(0)
                        .property("jakarta.persistence.jdbc.password", "secret")
                        .open())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("EM-2222 EasyRepositories.builder: memory() and postgres(..) each say")
                .hasMessageContaining("EM-2225 EasyRepositories.builder: java.lang.String is no entity")
                .hasMessageContaining("EM-2227 EasyRepositories.builder: poolSize(0) is not between")
                .hasMessageContaining(
                        "EM-2226 EasyRepositories.builder: property(\"jakarta.persistence.jdbc.password\", ..)")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> shelves()
                        .dataSource(new JdbcDataSource())
                        .user("sa")
                        .poolSize(3)
                        .open())
                .hasMessageContaining("EM-2224")
                .hasMessageContaining("dataSource(..) and user(..)")
                .hasMessageContaining("dataSource(..) and poolSize(..)");
        assertThatThrownBy(() ->
                        EasyRepositories.builder().memory().password("secret").open())
                .hasMessageContaining("memory() and password(..)")
                .hasMessageContaining("EM-2225 EasyRepositories.builder: the unit has no entities.");
        assertThatThrownBy(() -> shelves()
                        .naming("jpa")
                        .property("easymodel.naming", "snake")
                        .memory()
                        .open())
                .hasMessageContaining("EM-2226");
        assertThatThrownBy(
                        () -> shelves().url("jdbc:nowhere:db?password=secret").open())
                .hasMessageContaining("EM-2228")
                .hasMessageContaining("begins with jdbc:nowhere.")
                .hasMessageNotContaining("secret");
        for (RepositoriesBuilder wrong : List.of(
                shelves().derby("shop;drop=true"),
                shelves().h2(" "),
                shelves().url("localhost"),
                shelves().postgres("localhost/x?ssl=false&", 5432, "shop"),
                shelves().postgres("localhost", 0, "shop"),
                shelves().postgres("localhost", 5432, " "),
                shelves().memory().name(" "))) {
            assertThatThrownBy(wrong::open).hasMessageContaining("EM-2227");
        }
    }

    @Test
    void unitThatDoesNotOpen_saysWhy() {
        assertThatThrownBy(() -> shelves()
                        .postgres("127.0.0.1", 1, "shop")
                        .password("secret")
                        .open())
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("EM-1007 persistence unit 'easymodel'")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> shelves().memory().naming("loud").open())
                .isInstanceOf(EasyModelException.class)
                .hasMessageContaining("EM-1030");
    }
}
