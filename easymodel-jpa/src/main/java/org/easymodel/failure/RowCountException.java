package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that must give exactly one row, or at most one, gave another number of rows. */
public final class RowCountException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public RowCountException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public RowCountException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
