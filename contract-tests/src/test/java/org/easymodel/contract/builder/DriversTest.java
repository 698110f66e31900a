package org.easymodel.contract.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.easymodel.EasyRepositories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drivers that only the application can see, as plugins have them: the library is in a class loader above. */
public class DriversTest {

    /** Of the class path, what is above an application, or what is in it. */
    private static URL[] roots(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(wanted)
                .map(path -> url(Path.of(path)))
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfApplication(String path) {
        return path.matches(".*[/\\\\](h2|derby[a-z]*|postgresql)-[^/\\\\]*\\.jar") || path.endsWith("test-classes");
    }

    @ParameterizedTest
    @CsvSource({"h2,memory", "h2,address", "derby,memory", "derby,address"})
    void driver_ofTheApplication_isFound(String driver, String by) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader library = new URLClassLoader(
                        roots(path -> !isOfApplication(path)), ClassLoader.getPlatformClassLoader());
                URLClassLoader application = new URLClassLoader(
                        roots(path -> isOfApplication(path)
                                && (path.endsWith("test-classes")
                                        || path.replace('\\', '/').contains("/" + driver))),
                        library)) {
            thread.setContextClassLoader(null);
            Object shelves = application
                    .loadClass(DriversTest.class.getName())
                    .getMethod("work", String.class)
                    .invoke(null, by.equals("memory") ? "" : address(driver));
            assertThat(shelves).isEqualTo(List.of(1L, driver.equals("h2") ? "H2" : "Apache Derby"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String address(String driver) {
        return driver.equals("h2") ? "jdbc:h2:mem:seen;DB_CLOSE_DELAY=-1" : "jdbc:derby:memory:seen;create=true";
    }

    /** In the application: the rows, and the name of the database. */
    public static List<Object> work(String address) {
        var builder = EasyRepositories.builder().entities(Shelf.class, Volume.class);
        try (EasyRepositories easy =
                (address.isEmpty() ? builder.memory() : builder.url(address).createAll()).open()) {
            var shelves = easy.blocking(Shelf.class);
            shelves.insert(new Shelf("A", "cellar"));
            String database = shelves.transaction(
                    tx -> tx.connection(connection -> connection.getMetaData().getDatabaseProductName()));
            return List.of(shelves.count(), database);
        }
    }
}
