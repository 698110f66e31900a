package org.easymodel.example.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads sections out of a text in which {@code = Name} opens a section, {@code == Name} one below it and so on, and in
 * which {@code key: first; second} adds a list of words. An indented line continues the line above.
 */
final class Outline {

    private final List<Section> sections = new ArrayList<>();
    private final List<Section> path = new ArrayList<>();

    private Outline() {}

    /** Returns all sections of the text, parents before children. */
    static List<Section> sections(String text) {
        Outline outline = new Outline();
        text.replaceAll("\n +", " ").lines().forEach(outline::add);
        return List.copyOf(outline.sections);
    }

    private void add(String line) {
        if (line.startsWith("=")) {
            int depth = line.indexOf(' ');
            open(depth, line.substring(depth).strip());
        } else {
            int colon = line.indexOf(':');
            List<String> words = List.of(line.substring(colon + 1).strip().split("; *"));
            path.get(path.size() - 1).lists().put(line.substring(0, colon), words);
        }
    }

    private void open(int depth, String name) {
        path.subList(depth - 1, path.size()).clear();
        Optional<Section> parent = path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Section section = new Section(name, parent, lists);
        path.add(section);
        sections.add(section);
    }
}
