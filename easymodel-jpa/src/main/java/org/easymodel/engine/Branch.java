package org.easymodel.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Paths as a tree: what lies below one attribute. Immutable.
 *
 * @param end whether a path ends here, so that everything below is meant
 * @param below the attributes that paths lead on to
 */
record Branch(boolean end, Map<String, Branch> below) {

    /** No path at all. */
    static final Branch NONE = new Branch(false, Map.of());

    /** Everything. */
    static final Branch WHOLE = new Branch(true, Map.of());

    static Branch of(Collection<String> paths) {
        Branch all = NONE;
        for (String path : paths) {
            all = all.with(List.of(path.split("\\.")));
        }
        return all;
    }

    private Branch with(List<String> segments) {
        if (segments.isEmpty()) {
            return new Branch(true, below);
        }
        Map<String, Branch> more = new TreeMap<>(below);
        more.put(segments.get(0), at(segments.get(0)).with(segments.subList(1, segments.size())));
        return new Branch(end, more);
    }

    /** What lies below an attribute. */
    Branch at(String name) {
        return below.getOrDefault(name, NONE);
    }

    boolean isEmpty() {
        return !end && below.isEmpty();
    }
}
