package org.easymodel.eclipselink;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values that live as long as the objects they belong to; objects are told apart by identity. Safe for many threads. A value
 * that leads to its own owner keeps it, and itself, for ever.
 */
final class WeakIdentityMap<V> {

    private final Map<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    @Nullable
    V get(Object owner) {
        return values.get(new Probe(owner));
    }

    V computeIfAbsent(Object owner, Supplier<V> value) {
        V present = get(owner);
        if (present != null) {
            return present;
        }
        for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
            values.remove(key);
        }
        return values.computeIfAbsent(new Key(owner, collected), key -> value.get());
    }

    void remove(Object owner) {
        values.remove(new Probe(owner));
    }

    /** How many owners have a value; those already collected count until the next addition. */
    int size() {
        return values.size();
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        return left != null && left == right;
    }

    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object owner, ReferenceQueue<Object> queue) {
            super(owner, queue);
            hash = System.identityHashCode(owner);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Key key && same(get(), key.get());
        }
    }

    private record Probe(Object owner) {

        @Override
        public int hashCode() {
            return System.identityHashCode(owner);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    ? same(owner, key.get())
                    : other instanceof Probe probe && owner == probe.owner;
        }
    }
}
