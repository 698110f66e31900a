package org.easymodel.example.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.MigrationManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first revision of the shop is the committed one, byte for byte, on every JDK. */
class ShopRevisionTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/revisions");

    @TempDir
    private Path directory;

    @Test
    void revision_ofTheShop_isTheGoldenOne() throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            delete(GOLDEN);
            MigrationManager.of(SchemaScan.schema("shop", Map.of()), GOLDEN).revision("Create the shop");
        }
        MigrationManager.of(SchemaScan.schema("shop", Map.of()), directory).revision("Create the shop");

        assertThat(texts(directory)).isEqualTo(texts(GOLDEN));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Map<String, String> texts(Path root) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
