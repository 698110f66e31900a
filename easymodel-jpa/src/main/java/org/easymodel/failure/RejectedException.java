package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The work was not taken on: the queue is full or the application is stopping. Try again later. */
public final class RejectedException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public RejectedException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public RejectedException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
