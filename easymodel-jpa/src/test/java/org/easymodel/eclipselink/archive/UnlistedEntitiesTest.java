package org.easymodel.eclipselink.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQueries;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlistedEntitiesTest {

    private static final String HERE = "org.easymodel.eclipselink.archive.UnlistedEntitiesTest$";

    @TempDir
    private Path directory;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @Entity
    static class Plain {}

    @NamedQueries({@NamedQuery(name = "all", query = "select a from Adorned a"), @NamedQuery(name = "b", query = "")})
    @Table(name = "T")
    @Deprecated(since = "1", forRemoval = false)
    @Entity(name = "Other")
    static class Adorned {
        static final long WIDE = 1L << 40;
        static final double BROAD = 0.5;
        static final Runnable LAMBDA = () -> {};

        @Deprecated
        int field;
    }

    @Embeddable
    static class NoEntity {}

    @BeforeEach
    void collect() throws IOException {
        for (Class<?> type : List.of(Plain.class, Adorned.class, NoEntity.class, UnlistedEntitiesTest.class)) {
            files.put(name(type), bytes(type));
        }
        files.put("module-info.class", moduleInfo());
        files.put("broken/Half.class", Arrays.copyOf(bytes(Plain.class), 60));
        files.put("broken/Text.class", "no class at all".getBytes(StandardCharsets.UTF_8));
        files.put("broken/Empty.class", new byte[0]);
        files.put("elsewhere/Plain.class", bytes(Plain.class));
        files.put("META-INF/versions/17/" + name(Plain.class), bytes(Plain.class));
        files.put("META-INF/notes.txt", new byte[] {1});
    }

    @Test
    void directory_givesItsEntities() throws IOException {
        writeDirectory();

        assertThat(unlisted(List.of(url(directory)))).containsExactly(HERE + "Adorned", HERE + "Plain");
    }

    @Test
    void jar_givesItsEntities() throws IOException {
        URL jar = url(writeJar("classes with space.jar", ""));

        assertThat(unlisted(List.of(jar))).containsExactly(HERE + "Adorned", HERE + "Plain");
        assertThat(unlisted(List.of(new URL("jar:" + jar + "!/")))).containsExactly(HERE + "Adorned", HERE + "Plain");
    }

    @Test
    void folderInAJar_givesItsEntities() throws IOException {
        URL war = url(writeJar("shop.war", "WEB-INF/classes/"));

        assertThat(unlisted(List.of(new URL("jar:" + war + "!/WEB-INF/classes"))))
                .containsExactly(HERE + "Adorned", HERE + "Plain");
        assertThat(unlisted(List.of(war))).isEmpty();
    }

    @Test
    void knownEntities_areNotGiven() throws IOException {
        writeDirectory();

        assertThat(unlisted(List.of(url(directory)), HERE + "Plain")).containsExactly(HERE + "Adorned");
        assertThat(unlisted(List.of(url(directory)), HERE + "Plain", HERE + "Adorned"))
                .isEmpty();
    }

    @Test
    void entitiesOfAnotherUnitOfTheFile_areNotGiven() throws IOException {
        files.put("META-INF/persistence.xml", ("""
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="a"><class> %sPlain </class></persistence-unit>
                  <persistence-unit name="b"/>
                </persistence>
                """.formatted(HERE)).getBytes(StandardCharsets.UTF_8));
        writeDirectory();

        assertThat(unlisted(List.of(url(directory)))).containsExactly(HERE + "Adorned");
    }

    @Test
    void brokenDescriptor_isPassedOver() throws IOException {
        files.put("META-INF/persistence.xml", "<persistence><class".getBytes(StandardCharsets.UTF_8));
        writeDirectory();

        assertThat(unlisted(List.of(url(directory)))).containsExactly(HERE + "Adorned", HERE + "Plain");
    }

    @Test
    void brokenRoots_arePassedOver() throws IOException {
        Path noJar = Files.write(directory.resolve("no.jar"), new byte[] {1, 2, 3});
        Path cut = directory.resolve("cut.jar");
        byte[] whole = Files.readAllBytes(writeJar("whole.jar", ""));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 3));
        URL jar = url(writeJar("good.jar", ""));

        assertThat(unlisted(List.of(url(noJar), url(directory.resolve("missing")), jar)))
                .containsExactly(HERE + "Adorned", HERE + "Plain");
        assertThat(unlisted(List.of(url(cut), jar))).containsExactly(HERE + "Adorned", HERE + "Plain");
    }

    private static List<String> unlisted(List<URL> roots, String... known) {
        return UnlistedEntities.unlisted(roots, List.of(known));
    }

    private void writeDirectory() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    private Path writeJar(String name, String folder) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(folder + file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return jar;
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getClassLoader().getResourceAsStream(name(type))) {
            return in.readAllBytes();
        }
    }

    private static byte[] moduleInfo() throws IOException {
        try (InputStream in = Object.class.getModule().getResourceAsStream("module-info.class")) {
            return in.readAllBytes();
        }
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
