package org.easymodel.engine;

import java.lang.reflect.Array;
import java.util.Date;

/** Values that leave an entity: what could be changed through them is copied. */
final class Copy {

    private Copy() {}

    static Object of(Object value) {
        if (value instanceof Date date) {
            return date.clone();
        }
        if (!value.getClass().isArray()) {
            return value;
        }
        int length = Array.getLength(value);
        Object copy = Array.newInstance(value.getClass().getComponentType(), length);
        System.arraycopy(value, 0, copy, 0, length);
        return copy;
    }
}
