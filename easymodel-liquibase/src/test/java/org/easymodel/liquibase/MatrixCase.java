package org.easymodel.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of the case matrix, by the names of its columns. */
record MatrixCase(String id, Map<String, String> cells) {

    static List<MatrixCase> all() {
        List<List<String>> lines = new ArrayList<>();
        try (InputStream file = MatrixCase.class.getResourceAsStream("migration-cases.csv")) {
            lines.addAll(parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> names = lines.remove(0);
        return lines.stream()
                .map(line -> {
                    Map<String, String> cells = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        cells.put(names.get(i), line.get(i));
                    }
                    return new MatrixCase(line.get(0), cells);
                })
                .toList();
    }

    String cell(String column) {
        return cells.get(column);
    }

    @Override
    public String toString() {
        return id + " " + cell("title");
    }

    private static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }
}
