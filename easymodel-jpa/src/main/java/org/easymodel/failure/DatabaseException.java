package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database or the persistence provider failed in a way that has no leaf of its own; the cause says how. */
public final class DatabaseException extends EasyModelException {

    /** What failed, as far as it can be told. */
    public enum Kind {
        /** No connection could be had; nothing was sent. */
        UNREACHABLE,
        /** The connection broke while it was used; whether the database did the work is not known. */
        CONNECTION_LOST,
        /** A statement took longer than it may. */
        TIMED_OUT,
        /** A table or column is missing. */
        SCHEMA,
        /** A value cannot be kept by this database, such as a text with the character NUL. */
        VALUE,
        /** Anything else; the cause says what. */
        OTHER
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** A failure of one problem. */
    public DatabaseException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public DatabaseException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
        this.kind = Kind.OTHER;
    }

    /** A failure of one problem and a known kind. */
    public DatabaseException(Problem problem, Kind kind, @Nullable Throwable cause) {
        super(List.of(problem), cause);
        this.kind = kind;
    }

    /** What failed. */
    public Kind kind() {
        return kind;
    }

    /** True where nothing was sent to the database. */
    @Override
    public boolean isRetryable() {
        return kind == Kind.UNREACHABLE;
    }
}
