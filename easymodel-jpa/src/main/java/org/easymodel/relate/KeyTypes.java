package org.easymodel.relate;

import java.util.Set;

/** Which types can hold a key of which type. */
final class KeyTypes {

    private static final Set<Set<Class<?>>> ALIKE = Set.of(
            Set.of(Long.class, long.class),
            Set.of(Integer.class, int.class),
            Set.of(Short.class, short.class),
            Set.of(Byte.class, byte.class),
            Set.of(Character.class, char.class));

    private KeyTypes() {}

    /** The same type, or a primitive one and its wrapper. Whoever can write any number in it did not mean a key. */
    static boolean same(Class<?> key, Class<?> id) {
        return !key.isEnum()
                && key != Object.class
                && (key == id || ALIKE.stream().anyMatch(types -> types.contains(key) && types.contains(id)));
    }
}
