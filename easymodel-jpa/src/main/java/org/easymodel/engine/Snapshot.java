package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps as they are at the moment of a call, so that the caller may change them while another thread works with them. */
final class Snapshot {

    /** Deeper than this nothing is read anyway. */
    private static final int DEEPEST = 66;

    private Snapshot() {}

    @SuppressWarnings("unchecked")
    static Map<String, ?> of(Map<String, ?> map) {
        // What is wrong with a missing map is said where the verb begins.
        return (Map<String, ?>) copy(map, 0);
    }

    private static Object copy(Object value, int depth) {
        if (depth > DEEPEST) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(key, copy(each, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> collection) {
            List<Object> copy = new ArrayList<>(collection.size());
            collection.forEach(each -> copy.add(copy(each, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
