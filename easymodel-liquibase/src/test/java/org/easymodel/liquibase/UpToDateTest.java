package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.table;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.easymodel.spi.Settings;
import org.easymodel.spi.StartingUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A start on a database that has every revision, and where the revisions are found. */
@Timeout(120)
class UpToDateTest {

    @TempDir
    Path directory;

    private final AtomicInteger connections = new AtomicInteger();

    private void start(TestDatabase database, Optional<URL> root, URL... classPath) throws IOException {
        connections.set(0);
        try (URLClassLoader loader = new URLClassLoader(classPath, null)) {
            new LiquibaseMigration()
                    .start(new StartingUnit(
                            "shop",
                            root,
                            loader,
                            Settings.of("shop", Map.of("easymodel.migrate", "upgrade")),
                            () -> {
                                connections.incrementAndGet();
                                return database.source().open();
                            },
                            () -> {
                                throw new IllegalStateException("No model is needed");
                            }));
        }
    }

    private Path written(String name, String column) {
        Path root = directory.resolve(name);
        MigrationManager.of(model(table("BOOK", number(column))), root.resolve("db/easymodel/shop"))
                .revision("First");
        return root;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void start_databaseHasAll_takesOneConnectionAndNoLock(TestDatabase.Kind kind) throws IOException, SQLException {
        TestDatabase database = TestDatabase.fresh(kind);
        URL root = written("classes", "PAGES").toUri().toURL();
        start(database, Optional.empty(), root);
        assertThat(connections).hasValueGreaterThan(1);
        try (Connection holder = database.source().open();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeUpdate("UPDATE DATABASECHANGELOGLOCK SET LOCKEDBY = 'another' WHERE ID = 1");
            start(database, Optional.empty(), root);
            assertThat(connections).hasValue(1);
            holder.rollback();
        }
        database.run("DELETE FROM DATABASECHANGELOG_MARKS");
        start(database, Optional.empty(), root);
        assertThat(connections).as("as if plain Liquibase had run them").hasValue(2);
    }

    @Test
    void start_marksWithoutHistory_areWorthNothing() throws IOException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        URL root = written("classes", "PAGES").toUri().toURL();
        start(database, Optional.empty(), root);
        database.run("DROP TABLE BOOK", "DELETE FROM DATABASECHANGELOG");
        start(database, Optional.empty(), root);
        assertThat(database.query("SELECT COUNT(*) FROM BOOK")).containsExactly("0");
    }

    @Test
    void start_revisionsInAJarWithoutDirectories_areFoundByItsRoot() throws IOException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        URL jar = jar(written("classes", "PAGES"), "my app+1.jar");
        start(database, Optional.of(jar), jar);
        assertThat(database.query("SELECT COUNT(*) FROM BOOK")).containsExactly("0");
        start(database, Optional.of(jar), jar);
        assertThat(connections).hasValue(1);
    }

    @Test
    void start_anotherApplicationHasAUnitOfThatName_onlyOurRevisionsCount() throws IOException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        URL other = written("other", "PAGES").toUri().toURL();
        URL ours = written("ours", "COPIES").toUri().toURL();
        start(database, Optional.of(ours), other, ours);
        assertThat(database.query("SELECT COUNT(COPIES) FROM BOOK")).containsExactly("0");
        assertThat(database.query("SELECT COUNT(*) FROM DATABASECHANGELOG")).containsExactly("1");
    }

    private URL jar(Path root, String name) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> paths = Files.walk(root)) {
            List<Path> files = paths.filter(Files::isRegularFile).toList();
            for (Path each : files) {
                zip.putNextEntry(new ZipEntry(root.relativize(each).toString()));
                Files.copy(each, zip);
            }
        }
        return jar.toUri().toURL();
    }
}
