package org.easymodel.example.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvGeneratorTest {

    private final Locale locale = Locale.getDefault();
    private final TimeZone timeZone = TimeZone.getDefault();

    @TempDir
    private Path directory;

    @AfterEach
    void restoreEnvironment() {
        Locale.setDefault(locale);
        TimeZone.setDefault(timeZone);
    }

    @ParameterizedTest
    @CsvSource({"en-US, UTC", "tr-TR, Asia/Istanbul", "ar-EG-u-nu-arab, Pacific/Auckland"})
    void writesTheCommittedBytes(String languageTag, String timeZoneId) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(languageTag));
        TimeZone.setDefault(TimeZone.getTimeZone(timeZoneId));

        CsvGenerator.main(new String[] {directory.resolve("shop-data").toString()});

        for (String name : ShopFiles.NAMES) {
            assertThat(directory.resolve("shop-data").resolve(name)).hasBinaryContent(committed(name));
        }
    }

    @Test
    void writesNoOtherFiles() throws IOException {
        CsvGenerator.generate(directory);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ShopFiles.NAMES);
        }
    }

    @Test
    void staysBelowTwoAndAHalfMegabytes() throws IOException {
        long size = 0;
        for (String name : ShopFiles.NAMES) {
            size += committed(name).length;
        }
        assertThat(size).isLessThan(2_500_000);
    }

    @Test
    void needsTheTargetDirectory() {
        assertThatThrownBy(() -> CsvGenerator.main(new String[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target directory");
    }

    private static byte[] committed(String name) throws IOException {
        try (InputStream stream = CsvGenerator.class.getResourceAsStream("/shop-data/" + name)) {
            return stream.readAllBytes();
        }
    }
}
