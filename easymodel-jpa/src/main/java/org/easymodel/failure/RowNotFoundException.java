package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no row with the given key. */
public final class RowNotFoundException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public RowNotFoundException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public RowNotFoundException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
