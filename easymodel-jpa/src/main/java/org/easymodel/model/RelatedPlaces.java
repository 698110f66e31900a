package org.easymodel.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The inferred relationships of entity classes by their names, as a persistence unit told them when it was deployed. A class of
 * which none has told is of no unit that is open in this process. Kept with the class itself, so that it goes with its
 * application. Safe for any number of threads.
 */
final class RelatedPlaces {

    private static final ClassValue<AtomicReference<@Nullable Map<String, RelationshipPlace>>> TOLD =
            new ClassValue<>() {
                @Override
                protected AtomicReference<@Nullable Map<String, RelationshipPlace>> computeValue(Class<?> type) {
                    return new AtomicReference<>();
                }
            };

    private RelatedPlaces() {}

    /** What a unit knows of a class; of two units with one class, both are believed. */
    static void tell(Class<?> entity, Map<String, RelationshipPlace> places) {
        TOLD.get(entity).updateAndGet(before -> {
            Map<String, RelationshipPlace> all = before == null ? new TreeMap<>() : new TreeMap<>(before);
            all.putAll(places);
            return Collections.unmodifiableMap(all);
        });
    }

    /** By name; empty if no unit has told anything of the class. */
    static Optional<Map<String, RelationshipPlace>> of(Class<?> entity) {
        return Optional.ofNullable(TOLD.get(entity).get());
    }
}
