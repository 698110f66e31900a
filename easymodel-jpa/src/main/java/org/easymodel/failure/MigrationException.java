package org.easymodel.failure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema migration was refused or stopped; the message says what is applied and what is not. */
public final class MigrationException extends EasyModelException {

    private static final long serialVersionUID = 1L;

    /** A failure of one problem. */
    public MigrationException(Problem problem) {
        this(List.of(problem), null);
    }

    /** A failure of one or more problems, with the exception that caused it, if any. */
    public MigrationException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems, cause);
    }
}
