package org.easymodel.engine;

import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one statement; each is bound, none is written into the text. */
final class Parameters {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Binds a value; the result stands for it in the text. */
    String bind(Object value) {
        String name = "p" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    void applyTo(Query query) {
        values.forEach(query::setParameter);
    }
}
