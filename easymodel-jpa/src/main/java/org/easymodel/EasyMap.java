package org.easymodel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps for values and criteria: with any number of pairs, with nulls, in the order in which they are written.
 *
 * <pre>{@code
 * users.insertMap(EasyMap.of("username", "jane", "nickname", null));
 * }</pre>
 */
public final class EasyMap {

    private EasyMap() {}

    /**
     * An unmodifiable map of alternating keys and values.
     *
     * @throws org.easymodel.failure.InvalidRequestException if a key is no text or occurs twice, or the last key has no value
     */
    public static Map<String, Object> of(@Nullable Object... keysAndValues) {
        if (keysAndValues.length % 2 != 0) {
            throw Problems.oddPairs();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (!(keysAndValues[i] instanceof String key)) {
                throw Problems.noTextKey(i / 2);
            }
            if (map.containsKey(key)) {
                throw Problems.keyTwice(key);
            }
            map.put(key, keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
