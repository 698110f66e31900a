package org.easymodel;

import java.util.Map;

/** The pool of the persistence provider, which is EclipseLink's own. */
final class PoolSettings {

    static final String PREFIX = "eclipselink.connection-pool.default.";

    private PoolSettings() {}

    /** One connection at first; none that was opened is closed again before the unit. */
    static Map<String, String> of(int size) {
        String text = Integer.toString(size);
        return Map.of(PREFIX + "initial", "1", PREFIX + "min", text, PREFIX + "max", text);
    }
}
