package org.easymodel.example.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as a CSV file in UTF-8, with line feeds and with quotes only where they are needed. */
final class CsvWriter {

    private final Path directory;

    CsvWriter(Path directory) {
        this.directory = directory;
    }

    void write(String name, List<String> header, List<? extends ShopRow> rows) throws IOException {
        StringBuilder text = new StringBuilder(line(header));
        for (ShopRow row : rows) {
            text.append(line(row.fields()));
        }
        Files.write(directory.resolve(name), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(List<String> fields) {
        return fields.stream().map(CsvWriter::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        boolean needed = field.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
