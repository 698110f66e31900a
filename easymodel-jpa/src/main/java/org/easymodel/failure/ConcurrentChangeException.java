package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody else changed or locked the same rows: read again and repeat the work. */
public final class ConcurrentChangeException extends EasyModelException {

    /** How the two got in each other's way. */
    public enum Kind {
        /** The row given to {@code save} or {@code delete} is not the current one: its version has moved. */
        STALE,
        /** A row was changed between reading and writing it. */
        VERSION,
        /** Two transactions waited for each other, and the database ended one. */
        DEADLOCK,
        /** The database found no order in which both transactions could have run. */
        SERIALIZATION,
        /** A lock was not free in time. */
        LOCK_TIMEOUT
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure of one problem, with the exception that caused it, if any. */
    public ConcurrentChangeException(Problem problem, Kind kind, @Nullable Throwable cause) {
        super(List.of(problem), cause);
        this.kind = kind;
    }

    /** How the two got in each other's way. */
    public Kind kind() {
        return kind;
    }

    /** True for all but a stale row, which has to be read again first. */
    @Override
    public boolean isRetryable() {
        return kind != Kind.STALE;
    }
}
