package org.easymodel.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.failure.EasyModelException;
import org.jspecify.annotations.Nullable;

/** A value, or the failure of the first step that would have led to it; kept until somebody asks. */
final class Attempt<T> {

    private final @Nullable T value;
    private final @Nullable EasyModelException failure;

    private Attempt(@Nullable T value, @Nullable EasyModelException failure) {
        this.value = value;
        this.failure = failure;
    }

    static <T> Attempt<T> of(Supplier<T> step) {
        try {
            return new Attempt<>(step.get(), null);
        } catch (EasyModelException e) {
            return new Attempt<>(null, e);
        }
    }

    <R> Attempt<R> then(Function<T, R> step) {
        return failure == null ? of(() -> step.apply(value)) : new Attempt<>(null, failure);
    }

    T get() {
        if (failure != null) {
            throw failure;
        }
        return value;
    }
}
