package org.easymodel.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.easymodel.Ensured;
import org.easymodel.NestedMaps;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RowNotFoundException;

/**
 * Makes sure that there is a row under a key, whatever others do at the same time: looks, inserts, and looks again where
 * somebody else was faster. In a transaction of the caller a lost race is undone up to where it began.
 */
record Ensuring<E>(Entities<E> entities, String verb) {

    /** Each attempt but the last is lost to a row that was there, so that more means that rows come and go all the time. */
    private static final int MOST_ATTEMPTS = 20;

    Ensured<E> getOrCreate(Map<String, ?> key, Map<String, ?> defaults) {
        EnsuredKey read = EnsuredKey.read(entities.model(), entities.entity(), place(), key, defaults);
        Map<String, Object> values = together(read, defaults);
        checkButForMissing(values);
        List<String> paths = entities.fetch().paths(entities.model(), entities.entity());
        return race(read, values, () -> new Loading<>(entities, verb)
                .rows(read.condition(), paths).stream().findFirst());
    }

    Ensured<E> updateOrCreate(Map<String, ?> key, Map<String, ?> changes) {
        EnsuredKey read = EnsuredKey.read(entities.model(), entities.entity(), place(), key, changes);
        Map<String, Object> values = together(read, changes);
        Map<String, Object> others = new LinkedHashMap<>(values);
        read.values().keySet().forEach(others::remove);
        RowUpdate<E> update = new RowUpdate<>(entities, verb, NestedMaps.LINK);
        update.check(others);
        return race(read, values, () -> id(read).flatMap(id -> updated(update, id, others)));
    }

    private String place() {
        return entities.place(verb);
    }

    private RowInsert<E> insert() {
        return new RowInsert<>(entities, verb, NestedMaps.LINK);
    }

    /** What a row needs that is not there is told when there is none; that there is something else wrong, at once. */
    private void checkButForMissing(Map<String, Object> values) {
        try {
            insert().check(values);
        } catch (InvalidRequestException e) {
            if (!e.problems().stream().allMatch(GraphProblems::isMissing)) {
                throw e;
            }
        }
    }

    private static Map<String, Object> together(EnsuredKey key, Map<String, ?> further) {
        Map<String, Object> values = new LinkedHashMap<>(further);
        values.putAll(key.values());
        return values;
    }

    private Optional<Object> id(EnsuredKey key) {
        return new Loading<>(entities, verb)
                .rows(key.condition(), List.of()).stream()
                        .findFirst()
                        .map(row ->
                                new RowKey.Parts(RowKey.ofEntity(entities.model(), place(), entities.entity(), row)));
    }

    /** Empty if somebody has deleted the row meanwhile. */
    private Optional<E> updated(RowUpdate<E> update, Object id, Map<String, Object> changes) {
        try {
            return Optional.of(update.runOnLatest(id, changes));
        } catch (RowNotFoundException e) {
            return Optional.empty();
        }
    }

    private Ensured<E> race(EnsuredKey key, Map<String, Object> values, Supplier<Optional<E>> existing) {
        boolean joins = entities.work().joins();
        for (int attempt = 1; ; attempt++) {
            Optional<E> there = existing.get();
            if (there.isPresent()) {
                return new Ensured<>(there.get(), false);
            }
            RowInsert.Outcome<E> outcome = insert().contested(values, joins);
            if (outcome.row().isPresent()) {
                return new Ensured<>(outcome.row().get(), true);
            }
            if (attempt == MOST_ATTEMPTS || !mayBeThere(key, outcome.failure(), joins)) {
                throw outcome.failure();
            }
        }
    }

    /** Whether the row is refused because it is there by now, or an own transaction may simply be tried again. */
    private boolean mayBeThere(EnsuredKey key, EasyModelException failure, boolean joins) {
        if (failure instanceof ConstraintViolatedException violated) {
            return violated.kind() == ConstraintViolatedException.Kind.UNIQUE
                    && (violated.attributes().isEmpty() || key.attributes().equals(Set.copyOf(violated.attributes())));
        }
        return !joins && failure instanceof ConcurrentChangeException;
    }
}
