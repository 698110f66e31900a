package org.easymodel.migrate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.easymodel.schema.Identifier;

/**
 * How the keys of one kind of one table go over into those of the next schema.
 *
 * @param dropped keys that go
 * @param added keys that come
 * @param renamed keys that only get another name, with that name
 */
record KeyMatch<K>(List<K> dropped, List<K> added, Map<K, Identifier> renamed) {

    /**
     * Matches keys by name, then what is left by shape.
     *
     * @param before the keys as they are after all renames of tables and columns
     * @param after the keys of the next schema
     * @param name the name of a key
     * @param shape everything but the name
     */
    static <K> KeyMatch<K> of(List<K> before, List<K> after, Function<K, Identifier> name, Function<K, Object> shape) {
        Set<K> added = without(after, before);
        Map<Object, Deque<K>> byShape = new HashMap<>();
        added.forEach(key -> byShape.computeIfAbsent(shape.apply(key), each -> new ArrayDeque<>())
                .add(key));
        List<K> dropped = new ArrayList<>();
        Map<K, Identifier> renamed = new LinkedHashMap<>();
        for (K old : without(before, after)) {
            K twin = byShape.getOrDefault(shape.apply(old), new ArrayDeque<>()).poll();
            if (twin == null) {
                dropped.add(old);
            } else {
                renamed.put(old, name.apply(twin));
                added.remove(twin);
            }
        }
        return new KeyMatch<>(dropped, List.copyOf(added), renamed);
    }

    private static <K> Set<K> without(List<K> keys, List<K> others) {
        Set<K> known = new HashSet<>(others);
        Set<K> rest = new LinkedHashSet<>(keys);
        rest.removeIf(known::contains);
        return rest;
    }
}
