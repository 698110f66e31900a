package org.easymodel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.query.SetChange;
import org.jspecify.annotations.Nullable;

/**
 * Maps as they are at the moment of a call, so that the caller may change them while another thread works with them. A map
 * that occurs in several places, or within itself, does so in the copy too.
 */
final class Snapshot {

    /** Deeper than this nothing is read anyway. */
    private static final int DEEPEST = 66;

    private final Map<Object, Object> known = new IdentityHashMap<>();

    private Snapshot() {}

    // What is wrong with a missing map is said where the verb begins.
    @SuppressWarnings("unchecked")
    static Map<String, ?> of(Map<String, ?> map) {
        return (Map<String, ?>) new Snapshot().copy(map, 0);
    }

    /** Of what a call was given one by one; no array at all is one null. */
    static @Nullable Object[] of(@Nullable Object @Nullable [] given) {
        return given == null
                ? new Object[] {null}
                : new Snapshot().list(Arrays.asList(given), 0).toArray();
    }

    /** Also of what it contains, as far as that is maps and collections. */
    @SuppressWarnings("unchecked")
    static <T> Collection<? extends T> of(Collection<? extends T> elements) {
        return (Collection<? extends T>) new Snapshot().copy(elements, 0);
    }

    private @Nullable Object copy(@Nullable Object value, int depth) {
        if (depth > DEEPEST || !isCopied(value)) {
            return value;
        }
        Object before = known.get(value);
        if (before != null) {
            return before;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            known.put(value, Collections.unmodifiableMap(copy));
            map.forEach((key, each) -> copy.put(key, copy(each, depth + 1)));
        } else if (value instanceof SetChange change) {
            return new SetChange(list(change.added(), depth), list(change.removed(), depth));
        } else {
            List<Object> copy = new ArrayList<>();
            known.put(value, Collections.unmodifiableList(copy));
            ((Collection<?>) value).forEach(each -> copy.add(copy(each, depth + 1)));
        }
        return known.get(value);
    }

    private static boolean isCopied(@Nullable Object value) {
        return value instanceof Map || value instanceof Collection || value instanceof SetChange;
    }

    private List<@Nullable Object> list(List<@Nullable Object> elements, int depth) {
        List<@Nullable Object> copy = new ArrayList<>();
        elements.forEach(each -> copy.add(copy(each, depth + 1)));
        return copy;
    }
}
