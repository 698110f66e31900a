package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database or the persistence provider failed in a way that has no leaf of its own; the cause says how. */
public final class DatabaseException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public DatabaseException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public DatabaseException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
