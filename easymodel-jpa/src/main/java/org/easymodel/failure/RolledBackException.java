package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transaction did not commit, and nothing of it is there: its time was over, or something in it had failed before. Do
 * all of it again, or shorten it.
 */
public final class RolledBackException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public RolledBackException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public RolledBackException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
