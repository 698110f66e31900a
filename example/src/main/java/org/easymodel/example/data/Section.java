package org.easymodel.example.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A section of an {@link Outline}: a heading with named lists of words, which also knows the lists of its parents. */
record Section(String name, Optional<Section> parent, Map<String, List<String>> lists) {

    /** Returns the words of a list of this section or, if it has no such list, of the nearest parent that has. */
    List<String> words(String key) {
        if (lists.containsKey(key)) {
            return lists.get(key);
        }
        return parent.orElseThrow(() -> new IllegalStateException("There is no list '" + key + "'"))
                .words(key);
    }

    int number(String key) {
        return Integer.parseInt(words(key).get(0));
    }

    boolean has(String key) {
        return lists.containsKey(key)
                || parent.filter(section -> section.has(key)).isPresent();
    }

    /** Returns one for a section at the top, two for its children and so on. */
    int depth() {
        return 1 + parent.map(Section::depth).orElse(0);
    }

    Section root() {
        return parent.map(Section::root).orElse(this);
    }
}
