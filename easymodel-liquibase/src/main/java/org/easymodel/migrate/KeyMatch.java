package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<K> dropped = new ArrayList<>(before);
        dropped.removeAll(after);
        List<K> added = new ArrayList<>(after);
        added.removeAll(before);
        Map<K, Identifier> renamed = new LinkedHashMap<>();
        for (K old : List.copyOf(dropped)) {
            Optional<K> twin = added.stream()
                    .filter(key -> shape.apply(key).equals(shape.apply(old)))
                    .findFirst();
            if (twin.isPresent()) {
                renamed.put(old, name.apply(twin.get()));
                dropped.remove(old);
                added.remove(twin.get());
            }
        }
        return new KeyMatch<>(dropped, added, renamed);
    }
}
