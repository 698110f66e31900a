package org.easymodel.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceUnitNamesTest {

    @TempDir
    private Path directory;

    @Test
    void onClassPath_severalFiles_areAllReadAndSorted() throws IOException {
        Path first = file(
                "first", "<persistence><persistence-unit name='shop'/><persistence-unit name='blog'/></persistence>");
        Path second = file(
                "second",
                "<p:persistence xmlns:p='https://jakarta.ee/xml/ns/persistence'><p:persistence-unit name='archive'>"
                        + "<p:class>persistence-unit</p:class></p:persistence-unit></p:persistence>");

        assertThat(names(first, second)).containsExactly("archive", "blog", "shop");
    }

    @Test
    void onClassPath_noFile_isEmpty() throws IOException {
        assertThat(names()).isEmpty();
    }

    @Test
    void onClassPath_fileWithADocumentType_readsNothingFromElsewhere() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "stolen");
        Path root = file(
                "entity",
                "<!DOCTYPE p [<!ENTITY e SYSTEM '" + secret.toUri()
                        + "'>]><persistence><persistence-unit name='shop'/></persistence>");

        assertThat(names(root)).containsExactly("shop");
    }

    @Test
    void onClassPath_fileThatIsNoXml_isRefusedWithItsPlace() throws IOException {
        Path root = file("broken", "<persistence><persistence-unit");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> names(root))
                .havingCause()
                .withMessage("Not readable as XML: "
                        + root.resolve("META-INF/persistence.xml").toUri().toURL());
    }

    private Path file(String name, String xml) throws IOException {
        Path root = directory.resolve(name);
        Files.createDirectories(root.resolve("META-INF"));
        Files.writeString(root.resolve("META-INF/persistence.xml"), xml);
        return root;
    }

    private static List<String> names(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            thread.setContextClassLoader(loader);
            return PersistenceUnitNames.onClassPath();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
