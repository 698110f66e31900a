package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody else changed the row since it was read, or the database broke a deadlock: read again and repeat the work. */
public final class ConcurrentChangeException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public ConcurrentChangeException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public ConcurrentChangeException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
